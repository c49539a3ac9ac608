// @ts-check
import { copyButton } from './copy.js';
import { post } from './server.js';
import { currentLanguage, say, speaking } from './words.js';

/**
 * The report on what was written there, folded; it is fetched when it is unfolded, in the language of the page.
 * @param {number} saying
 */
export function reportOf(saying) {
  const details = document.createElement('details');
  details.className = 'report';
  const [summary, text] = [document.createElement('summary'), document.createElement('pre')];
  text.tabIndex = 0;
  text.setAttribute('role', 'region');
  const fetchIt = async () => {
    text.textContent = await reportText(saying);
  };
  let fetched = '';
  const show = () => {
    if (details.open && fetched !== currentLanguage()) {
      fetched = currentLanguage();
      void fetchIt();
    }
  };
  speaking(() => {
    summary.textContent = say('report');
    text.setAttribute('aria-label', say('report'));
    show();
  });
  details.addEventListener('toggle', show);
  details.append(
    summary,
    copyButton('copy', () => text.textContent ?? ''),
    text,
  );
  return details;
}

/** @param {number} saying */
async function reportText(saying) {
  const asked = JSON.stringify({ saying, language: currentLanguage() });
  try {
    const { report } = await post('/page/report', asked, 'application/json', () => undefined);
    return report ?? say('noReport');
  } catch {
    return say('failed');
  }
}
