// @ts-check
import { post } from './server.js';
import { currentLanguage, say, speaking } from './words.js';

/**
 * The report on what was written there, folded; it is fetched when it is unfolded, in the language of the page.
 * @param {number} saying
 */
export function reportOf(saying) {
  const details = document.createElement('details');
  details.className = 'report';
  const [summary, copy, status, text] = [
    document.createElement('summary'),
    document.createElement('button'),
    document.createElement('span'),
    document.createElement('pre'),
  ];
  copy.type = 'button';
  status.setAttribute('role', 'status');
  text.tabIndex = 0;
  text.setAttribute('role', 'region');
  copy.onclick = async () => {
    status.textContent = say((await isCopied(text.textContent ?? '')) ? 'copied' : 'notCopied');
  };
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
    copy.textContent = say('copy');
    status.textContent = '';
    show();
  });
  details.addEventListener('toggle', show);
  const line = document.createElement('p');
  line.append(copy, ' ', status);
  details.append(summary, line, text);
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

/** @param {string} text */
async function isCopied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
