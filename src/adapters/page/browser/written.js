// @ts-check
import { say, speaking } from './words.js';

/** @typedef {import('../../../ports/transcript.ts').Glimpse} Glimpse */

/** Of that many lines and characters at most, what was written is a command or a question. */
const FEW_LINES = 2;
const FEW_CHARACTERS = 300;
const LONGEST_FIRST = 60;

/** Whether it is output rather than words. @param {Glimpse} glimpse */
export function isLong({ name, text, lines }) {
  return name !== null || lines > FEW_LINES || text.length > FEW_CHARACTERS;
}

/**
 * Shows what somebody wrote: words as they are, output folded.
 * @param {HTMLElement} place
 * @param {readonly Glimpse[]} texts
 */
export function showWritten(place, texts) {
  place.replaceChildren(...texts.map((glimpse) => (isLong(glimpse) ? folded(glimpse) : words(glimpse.text))));
}

/** @param {string} text */
function words(text) {
  const element = document.createElement('p');
  element.className = 'plain';
  element.textContent = text;
  return element;
}

/** @param {Glimpse} glimpse */
function folded({ name, text, lines, isCut }) {
  const [summary, pre, note] = [
    document.createElement('summary'),
    document.createElement('pre'),
    document.createElement('p'),
  ];
  pre.textContent = text;
  pre.tabIndex = 0;
  pre.setAttribute('role', 'region');
  note.className = 'hint';
  const first = firstLine(text);
  speaking(() => {
    summary.textContent =
      name === null ? say('linesPasted', { count: lines, first }) : say('linesInFile', { name, count: lines });
    pre.setAttribute('aria-label', summary.textContent);
    note.textContent = isCut ? say('onlyBeginning', { count: lines }) : '';
  });
  const details = document.createElement('details');
  details.append(summary, pre, note);
  return details;
}

/** @param {string} text */
function firstLine(text) {
  const line = text.split('\n').find((one) => one.trim() !== '') ?? '';
  const shown = line.trim();
  return shown.length > LONGEST_FIRST ? `${shown.slice(0, LONGEST_FIRST)}…` : shown;
}
