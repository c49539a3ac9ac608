// @ts-check
/** @typedef {'en' | 'zh'} Language */
/** @typedef {{ readonly en: string, readonly zh: string }} Text */

/** @type {Readonly<Record<string, Text>>} */
let words = {};
/** @type {Language} */
let language = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';
let isChosen = false;
/** What says itself anew where the language changes. @type {Set<() => void>} */
const speakers = new Set();

/** Fetches every word of the page in both languages. */
export async function loadWords() {
  words = await (await fetch('/page/words.json')).json();
}

export function currentLanguage() {
  return language;
}

/**
 * A word of the page, with what stands in braces filled in.
 * @param {string} word
 * @param {Readonly<Record<string, string | number>>} [filled]
 */
export function say(word, filled = {}) {
  const text = words[word]?.[language] ?? word;
  return text.replace(/\{(?<name>[a-z]{1,20})\}/g, (whole, name) => String(filled[name] ?? whole));
}

/** @param {Text} text */
export function pick(text) {
  return text[language];
}

/**
 * Says something now, and again in each language that is chosen.
 * @param {() => void} speak
 */
export function speaking(speak) {
  speakers.add(speak);
  speak();
}

/** Whether somebody chose the language, rather than their browser. */
export function isLanguageChosen() {
  return isChosen;
}

/** Says everything in the other language, after a reload too; what was pasted stays as it is. */
export function changeLanguage() {
  isChosen = true;
  language = language === 'en' ? 'zh' : 'en';
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  const here = new URL(location.href);
  here.searchParams.set('lang', document.documentElement.lang);
  history.replaceState(null, '', here);
  for (const element of document.querySelectorAll('[data-text]')) {
    element.textContent = say(element.getAttribute('data-text') ?? '');
  }
  document.getElementById('language')?.setAttribute('lang', language === 'zh' ? 'en' : 'zh-CN');
  document.title = `Stopcode – ${document.querySelector('h1')?.textContent}`;
  for (const speak of speakers) {
    speak();
  }
}

/** The time of day, as people write it. @param {string} instant */
export function timeText(instant) {
  return new Date(instant).toLocaleTimeString(document.documentElement.lang, { timeStyle: 'short' });
}

/** @param {number} bytes */
export function sizeText(bytes) {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
