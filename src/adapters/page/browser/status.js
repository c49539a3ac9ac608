// @ts-check
import { byId } from './places.js';
import { say, speaking } from './words.js';

const bar = /** @type {HTMLProgressElement} */ (byId('progress'));

/** A word of the page with what fills it in; null where all is well. @type {(() => string) | null} */
let trouble = null;

/** What is wrong, or null where nothing is any more. @param {(() => string) | null} said */
export function tell(said) {
  trouble = said;
  const place = byId('trouble');
  place.hidden = said === null;
  place.textContent = said === null ? '' : said();
}

/** What is told to be wrong. */
export function told() {
  return trouble;
}

/** Says it again in another language. */
export function keepTrouble() {
  speaking(() => tell(trouble));
}

/** @type {import('./server.js').Progress} */
export function progress(percent) {
  bar.hidden = false;
  bar.setAttribute('aria-label', say('reading'));
  if (percent === null) {
    bar.removeAttribute('value');
    byId('status').textContent = say('reading');
  } else {
    bar.value = percent;
    byId('status').textContent = say('uploading', { percent });
  }
}

export function endProgress() {
  bar.hidden = true;
  byId('status').textContent = '';
}
