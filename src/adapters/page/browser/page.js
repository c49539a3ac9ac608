// @ts-check
import { showAnswer } from './answer.js';
import { addFiles, clearFiles, draw, filesRead, showFiles, takeText } from './files.js';
import { keepPreview, showPreview } from './preview.js';
import { Problem, post, TICKET, ticket } from './server.js';
import { changeLanguage, currentLanguage, loadWords, say, sizeText, speaking } from './words.js';

const LARGEST = 8 * 1024 * 1024;
/** More than this makes a text box slow: it is kept beside it, as a file is. */
const LARGEST_IN_BOX = 200_000;
/** After the last change of the text. */
const PAUSE_MS = 500;

const isHere = document.documentElement.dataset.mode === 'here';
const box = /** @type {HTMLTextAreaElement} */ (byId('text'));
const send = /** @type {HTMLButtonElement} */ (byId('send'));
const bar = /** @type {HTMLProgressElement} */ (byId('progress'));
const picker = /** @type {HTMLInputElement} */ (byId('picker'));

/** @type {AbortController | null} */
let looking = null;
let pause = 0;
/** A word of the page with what fills it in; null where all is well. @type {(() => string) | null} */
let trouble = null;
/** @type {any} */
let holder = null;

/** @param {string} id */
function byId(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

function size() {
  const files = filesRead().reduce((sum, { text }) => sum + new Blob([text]).size, 0);
  return files + new Blob([box.value]).size;
}

function isEmpty() {
  return box.value.trim() === '' && filesRead().length === 0;
}

function content() {
  return JSON.stringify({ text: box.value, files: filesRead(), language: currentLanguage() });
}

/** @param {(() => string) | null} said */
function tell(said) {
  trouble = said;
  const place = byId('trouble');
  place.hidden = said === null;
  place.textContent = said === null ? '' : said();
}

/** @param {unknown} error */
function tellProblem(error) {
  const word = error instanceof Problem ? error.word : 'failed';
  if (word !== 'aborted') {
    const bytes = size();
    tell(() => say(word, { size: sizeText(bytes) }));
  }
}

/** @type {import('./server.js').Progress} */
function progress(percent) {
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

function endProgress() {
  bar.hidden = true;
  byId('status').textContent = '';
}

/** Something was pasted, added or taken out: what is shown of it is looked up anew, and only then it can be sent. */
function changed() {
  looking?.abort();
  clearTimeout(pause);
  send.disabled = true;
  const bytes = size();
  byId('size').textContent = say('size', { size: sizeText(bytes) });
  tell(bytes > LARGEST ? () => say('tooLong', { size: sizeText(bytes) }) : null);
  if (isEmpty() || bytes > LARGEST) {
    endProgress();
    showPreview(byId('preview'), null);
    return;
  }
  pause = setTimeout(look, PAUSE_MS);
}

async function look() {
  const mine = new AbortController();
  looking = mine;
  try {
    const recognised = await post('/page/recognise', content(), 'application/json', progress, mine.signal);
    showPreview(byId('preview'), recognised);
    send.disabled = false;
  } catch (error) {
    tellProblem(error);
  }
  if (looking === mine) {
    endProgress();
  }
}

/** @param {readonly File[]} files */
async function add(files) {
  send.disabled = true;
  try {
    await addFiles(files, progress);
  } catch (error) {
    tellProblem(error);
  }
  endProgress();
  draw(byId('files'), changed);
  const told = trouble;
  changed();
  if (told && trouble === null) {
    tell(told);
  }
}

/** @param {ClipboardEvent} event */
function paste(event) {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (text.length > LARGEST_IN_BOX) {
    event.preventDefault();
    takeText({ name: 'paste.txt', text });
    draw(byId('files'), changed);
    changed();
  }
}

/** @param {Event} event */
async function submit(event) {
  event.preventDefault();
  if (send.disabled) {
    return;
  }
  send.disabled = true;
  const sent = content();
  try {
    if (isHere) {
      const { answer } = await post('/page/say', sent, 'application/json', progress);
      showAnswer(byId('answer'), answer);
      await showReport(answer, sent);
    } else {
      const { state } = await post('/page/send', sent, 'application/json', progress);
      speaking(() => showAnswer(byId('answer'), { text: say(state === 'duplicate' ? 'sentBefore' : 'sent') }));
    }
    tell(null);
    byId('outcome').hidden = false;
    byId('outcome').focus();
  } catch (error) {
    tellProblem(error);
  }
  endProgress();
  send.disabled = false;
}

/**
 * @param {any} answer
 * @param {string} sent
 */
async function showReport(answer, sent) {
  const isVerdict = answer?.kind === 'card' && byId('preview').querySelector('li') !== null;
  byId('report-part').hidden = !isVerdict;
  byId('copied').textContent = '';
  if (isVerdict) {
    const { report } = await post('/page/report', sent, 'application/json', progress);
    byId('report').textContent = report;
  }
}

async function copy() {
  try {
    await navigator.clipboard.writeText(byId('report').textContent ?? '');
    byId('copied').textContent = say('copied');
  } catch {
    byId('copied').textContent = say('notCopied');
  }
}

function clear() {
  box.value = '';
  clearFiles();
  draw(byId('files'), changed);
  byId('outcome').hidden = true;
  changed();
  box.focus();
}

/** Text that is dragged into the box is the browser's own business. @param {DragEvent} event */
function holdsFiles(event) {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

/** @param {DragEvent} event */
function over(event) {
  if (!holdsFiles(event)) {
    return;
  }
  event.preventDefault();
  document.body.classList.add('is-over');
}

/** @param {DragEvent} event */
function drop(event) {
  if (!holdsFiles(event)) {
    return;
  }
  event.preventDefault();
  document.body.classList.remove('is-over');
  void add([...(event.dataTransfer?.files ?? [])]);
}

/** For whom it is; where the ticket is no good, nothing can be pasted in vain. */
async function greet() {
  if (isHere) {
    return;
  }
  try {
    if (TICKET === '') {
      throw new Problem('foreign');
    }
    holder = await ticket();
  } catch (error) {
    byId('form').hidden = true;
    tellProblem(error);
    return;
  }
  const link = /** @type {HTMLAnchorElement} */ (byId('in-browser'));
  link.href = location.href;
  link.hidden = window.parent === window;
}

function lead() {
  if (isHere) {
    byId('lead').textContent = say('leadHere');
  } else if (holder) {
    const place = `lead${holder.scope.charAt(0).toUpperCase()}${holder.scope.slice(1)}`;
    const time = new Date(holder.until).toLocaleTimeString(document.documentElement.lang, { timeStyle: 'short' });
    byId('lead').textContent = [say(place), say('until', { name: holder.name, time })].join(
      currentLanguage() === 'zh' ? '' : ' ',
    );
  }
}

await loadWords();
await greet();
speaking(lead);
speaking(() => tell(trouble));
keepPreview(byId('preview'));
showFiles(byId('files'), changed);
speaking(() => {
  byId('size').textContent = say('size', { size: sizeText(size()) });
});
box.addEventListener('input', changed);
box.addEventListener('paste', paste);
byId('form').addEventListener('submit', submit);
byId('clear').addEventListener('click', clear);
byId('copy').addEventListener('click', copy);
byId('language').addEventListener('click', changeLanguage);
byId('choose').addEventListener('click', () => picker.click());
picker.addEventListener('change', () => {
  const files = [...(picker.files ?? [])];
  picker.value = '';
  void add(files);
});
addEventListener('dragover', over);
addEventListener('dragleave', () => document.body.classList.remove('is-over'));
addEventListener('drop', drop);
document.documentElement.dataset.ready = TICKET === '' && !isHere ? 'no' : 'yes';
