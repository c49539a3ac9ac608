// @ts-check
import { takeDropped } from './dropping.js';
import { addFiles, clearFiles, draw, filesRead, showFiles, takeText } from './files.js';
import { greet, leadText } from './greeting.js';
import { byId } from './places.js';
import { keepPreview, showPreview, showReading } from './preview.js';
import { Problem, post, TICKET } from './server.js';
import { endProgress, keepTrouble, progress, tell, told } from './status.js';
import { closeDialog, joinTeams } from './teams.js';
import { changeLanguage, currentLanguage, isLanguageChosen, loadWords, say, sizeText, speaking } from './words.js';

const LARGEST = 8 * 1024 * 1024;
/** More than this makes a text box slow: it is kept beside it, as a file is. */
const LARGEST_IN_BOX = 200_000;
/** After the last change of the text. */
const PAUSE_MS = 500;

const isHere = document.documentElement.dataset.mode === 'here';
/** Only there where cards are drawn. */
const talking = isHere ? import('./talk.js') : null;
const box = /** @type {HTMLTextAreaElement} */ (byId('text'));
const send = /** @type {HTMLButtonElement} */ (byId('send'));
const picker = /** @type {HTMLInputElement} */ (byId('picker'));

/** @type {AbortController | null} */
let looking = null;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let pause;
/** Whether it was asked to be sent while it was still looked at: a short question is typed faster than that. */
let isAwaited = false;

/** Tells one thing said from the next, however often it is sent. */
let sendKey = crypto.randomUUID();

function size() {
  const files = filesRead().reduce((sum, { text }) => sum + new Blob([text]).size, 0);
  return files + new Blob([box.value]).size;
}

function isEmpty() {
  return box.value.trim() === '' && filesRead().length === 0;
}

/** @param {string} [key] */
function content(key) {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const sent = { text: box.value, files: filesRead(), timeZone, key };
  return JSON.stringify({ ...sent, language: currentLanguage(), isChosen: isLanguageChosen() });
}

/** @param {unknown} error */
function tellProblem(error) {
  const word = error instanceof Problem ? error.word : 'failed';
  if (word !== 'aborted') {
    const bytes = size();
    tell(() => say(word, { size: sizeText(bytes) }));
  }
}

/** Something was pasted, added or taken out: what is shown of it is looked up anew, and only then it can be sent. */
function changed() {
  looking?.abort();
  clearTimeout(pause);
  send.disabled = true;
  isAwaited = false;
  const bytes = size();
  byId('size').textContent = say('size', { size: sizeText(bytes) });
  tell(bytes > LARGEST ? () => say('tooLong', { size: sizeText(bytes) }) : null);
  if (isEmpty() || bytes > LARGEST) {
    endProgress();
    showPreview(byId('preview'), null);
    return;
  }
  showReading(byId('preview'));
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
    if (looking === mine) {
      showPreview(byId('preview'), 'failed');
    }
  }
  if (looking === mine) {
    endProgress();
  }
  if (isAwaited && !send.disabled) {
    /** @type {HTMLFormElement} */ (byId('form')).requestSubmit();
  }
}

/** @param {readonly File[]} files */
async function add(files) {
  send.disabled = true;
  showPreview(byId('preview'), 'reading');
  try {
    await addFiles(files, progress);
  } catch (error) {
    tellProblem(error);
  }
  endProgress();
  draw(byId('files'), changed);
  const before = told();
  changed();
  if (before && told() === null) {
    tell(before);
  }
}

/** What is pasted beside every box is meant for ours. @param {ClipboardEvent} event */
function paste(event) {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  const isIn = event.target === box;
  if (text === '' || (!isIn && event.target instanceof Element && event.target.matches('input, textarea'))) {
    return;
  }
  if (text.length > LARGEST_IN_BOX) {
    event.preventDefault();
    takeText({ name: 'paste.txt', text });
    draw(byId('files'), changed);
  } else if (!isIn) {
    event.preventDefault();
    box.setRangeText(text, box.selectionStart, box.selectionEnd, 'end');
  }
  if (!isIn) {
    box.focus();
  }
  changed();
}

/** @param {Event} event */
async function submit(event) {
  event.preventDefault();
  if (send.disabled) {
    return;
  }
  send.disabled = true;
  try {
    await (isHere ? sayHere() : sendToChat());
    tell(null);
  } catch (error) {
    tellProblem(error);
  }
  endProgress();
  send.disabled = isEmpty();
}

async function sayHere() {
  await post('/page/say', content(sendKey), 'application/json', progress);
  empty();
  await (await talking)?.expect();
}

async function sendToChat() {
  const { state } = await post('/page/send', content(), 'application/json', progress);
  speaking(() => {
    byId('answer').textContent = say(state === 'duplicate' ? 'sentBefore' : 'sent');
  });
  byId('outcome').hidden = false;
  byId('outcome').focus();
  closeDialog();
}

/** The box is free for what is said next. */
function empty() {
  sendKey = crypto.randomUUID();
  box.value = '';
  clearFiles();
  draw(byId('files'), changed);
  changed();
}

function clear() {
  empty();
  box.focus();
}

/** Where the ticket is no good, nothing can be pasted in vain. */
async function welcome() {
  if (isHere) {
    return;
  }
  try {
    await greet();
  } catch (error) {
    byId('form').hidden = true;
    tellProblem(error);
    return;
  }
  const link = /** @type {HTMLAnchorElement} */ (byId('in-browser'));
  link.href = location.href;
  link.hidden = window.parent === window;
}

await loadWords();
await (isHere ? null : joinTeams());
await welcome();
speaking(() => {
  byId('lead').textContent = isHere ? say('leadHere') : leadText();
});
keepTrouble();
keepPreview(byId('preview'));
showFiles(byId('files'), changed);
speaking(() => {
  byId('size').textContent = say('size', { size: sizeText(size()) });
});
box.addEventListener('input', changed);
addEventListener('paste', paste);
byId('form').addEventListener('submit', submit);
byId('clear').addEventListener('click', clear);
box.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    isAwaited = send.disabled && !isEmpty();
    void submit(event);
  }
});
byId('language').addEventListener('click', changeLanguage);
byId('choose').addEventListener('click', () => picker.click());
picker.addEventListener('change', () => {
  const files = [...(picker.files ?? [])];
  picker.value = '';
  void add(files);
});
takeDropped((files) => void add(files));
await (await talking)?.startTalk();
document.documentElement.dataset.ready = TICKET === '' && !isHere ? 'no' : 'yes';
