// @ts-check
import { pick, say, speaking } from './words.js';

/** @typedef {import('./words.js').Text} Text */
/** @typedef {{ readonly dumps: readonly { title: Text, where: Text }[], readonly notes: readonly Text[] }} Recognised */

/** What was recognised last; null where there is nothing to recognise. @type {Recognised | null} */
let shown = null;

/** @param {HTMLElement} place */
export function keepPreview(place) {
  speaking(() => draw(place));
}

/**
 * @param {HTMLElement} place
 * @param {Recognised | null} recognised
 */
export function showPreview(place, recognised) {
  shown = recognised;
  draw(place);
}

/** @param {HTMLElement} place */
function draw(place) {
  if (shown === null) {
    place.replaceChildren(paragraph(say('previewEmpty')));
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
