// @ts-check
import { post } from './server.js';
import { currentLanguage, pick, say, sizeText, speaking } from './words.js';

/** @typedef {import('./words.js').Text} Text */
/** @typedef {{ readonly name: string, readonly text: string }} NamedText */
/** @typedef {{ readonly name: string, readonly why: Text }} Refused */

const MOST_FILES = 10;
/** A larger one is not even sent: the server would refuse it. */
const LARGEST = 8 * 1024 * 1024;
const TOO_BIG = {
  en: 'is larger than 8 MB. Send the part around !analyze -v.',
  zh: '超过 8 MB。请只发送 !analyze -v 附近的部分。',
};

/** @type {NamedText[]} */
let texts = [];
/** @type {Refused[]} */
let refused = [];

/** The files that were read, in the order in which they came. @returns {readonly NamedText[]} */
export function filesRead() {
  return texts;
}

export function clearFiles() {
  texts = [];
  refused = [];
}

/**
 * Reads files on the server, which knows encodings and zips, one after another.
 * @param {readonly File[]} files
 * @param {import('./server.js').Progress} progress
 */
export async function addFiles(files, progress) {
  refused = [];
  for (const file of files) {
    if (file.size > LARGEST) {
      refused.push({ name: file.name, why: TOO_BIG });
      continue;
    }
    const path = `/page/read?name=${encodeURIComponent(file.name)}`;
    const read = await post(path, file, 'application/octet-stream', progress);
    refused.push(...read.refused);
    for (const text of read.texts) {
      take(text);
    }
  }
}

/** Takes a text as if it were a file. @param {NamedText} file */
export function takeText(file) {
  refused = [];
  take(file);
}

/** @param {NamedText} file */
function take({ name, text }) {
  if (texts.length >= MOST_FILES) {
    refused.push({
      name,
      why: { en: 'was not taken: ten files at once are the most.', zh: '未添加：一次最多十个文件。' },
    });
    return;
  }
  texts.push({ name: distinct(name), text });
}

/** @param {string} name */
function distinct(name) {
  const taken = new Set(texts.map((text) => text.name));
  let found = name;
  for (let count = 2; taken.has(found); count++) {
    found = `${name} (${count})`;
  }
  return found;
}

/**
 * Draws the list: what was read, each with a button to take it out, and what was not, with the reason.
 * @param {HTMLElement} list
 * @param {() => void} changed
 */
export function showFiles(list, changed) {
  speaking(() => draw(list, changed));
}

/**
 * @param {HTMLElement} list
 * @param {() => void} changed
 */
export function draw(list, changed) {
  const read = texts.map((file) => {
    const remove = document.createElement('button');
    remove.type = 'button';
    remove.className = 'quiet';
    remove.textContent = '×';
    remove.setAttribute('aria-label', say('remove', { name: file.name }));
    remove.onclick = () => {
      texts = texts.filter((other) => other !== file);
      draw(list, changed);
      document.getElementById('choose')?.focus();
      changed();
    };
    return item('', `${file.name} (${sizeText(new Blob([file.text]).size)}) `, remove);
  });
  const not = refused.map(({ name, why }) => item('refused', sentence(name, why)));
  list.replaceChildren(...read, ...not);
}

/**
 * @param {string} name
 * @param {Text} why
 */
function sentence(name, why) {
  return currentLanguage() === 'zh' ? `“${name}”${pick(why)}` : `"${name}" ${pick(why)}`;
}

/**
 * @param {string} kind
 * @param {string} text
 * @param {...Node} more
 */
function item(kind, text, ...more) {
  const li = document.createElement('li');
  li.className = kind;
  li.append(text, ...more);
  return li;
}
