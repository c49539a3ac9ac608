// @ts-check
import { pick, say, speaking } from './words.js';

/** @typedef {import('./words.js').Text} Text */
/** @typedef {{ readonly dumps: readonly { title: Text, where: Text }[], readonly notes: readonly Text[] }} Recognised */

/**
 * What was recognised last; `reading` until it is known, null where there is nothing to recognise, `failed` where it could
 * not be looked at, which is told elsewhere. @typedef {Recognised | 'reading' | 'failed' | null} Shown
 */

/** @type {Shown} */
let shown = null;

/** @param {HTMLElement} place */
export function keepPreview(place) {
  speaking(() => draw(place));
}

/**
 * @param {HTMLElement} place
 * @param {Shown} recognised
 */
export function showPreview(place, recognised) {
  shown = recognised;
  draw(place);
}

/** While somebody types, what was recognised stands until more is known. @param {HTMLElement} place */
export function showReading(place) {
  if (shown === null || shown === 'failed') {
    showPreview(place, 'reading');
  }
}

/** @param {HTMLElement} place */
function draw(place) {
  if (shown === null || shown === 'reading') {
    place.replaceChildren(paragraph(say(shown === null ? 'previewEmpty' : 'reading')));
    return;
  }
  if (shown === 'failed') {
    place.replaceChildren();
    return;
  }
  const { dumps, notes } = shown;
  const head = dumps.length === 0 ? say('noDump') : say('dumps', { count: dumps.length });
  const list = document.createElement('ul');
  list.append(...dumps.map(dumpItem));
  place.replaceChildren(
    paragraph(head),
    ...(dumps.length > 0 ? [list] : []),
    ...notes.map((note) => paragraph(pick(note))),
  );
}

/** @param {{ title: Text, where: Text }} dump */
function dumpItem({ title, where }) {
  const item = document.createElement('li');
  const place = document.createElement('span');
  place.className = 'where';
  place.textContent = ` – ${pick(where)}`;
  item.append(pick(title), place);
  return item;
}

/** @param {string} text */
function paragraph(text) {
  const element = document.createElement('p');
  element.textContent = text;
  return element;
}
