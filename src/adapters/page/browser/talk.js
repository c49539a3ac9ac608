// @ts-check
import { showAnswer } from './answer.js';
import { reportOf } from './report.js';
import { get, post } from './server.js';
import { say, speaking, timeText } from './words.js';
import { isLong, showWritten } from './written.js';

/** @typedef {import('../../../ports/transcript.ts').Saying} Saying */

/** How often it is asked for news: while an answer is awaited, and otherwise (a digest may come by itself). */
const SOON_MS = 350;
const NOW_AND_THEN_MS = 4_000;

const talk = /** @type {HTMLElement} */ (document.getElementById('talk'));
const list = /** @type {HTMLElement} */ (document.getElementById('sayings'));
const working = /** @type {HTMLElement} */ (document.getElementById('working'));

let last = 0;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
/** What was written and has no answer yet, oldest first. @type {Saying[]} */
let unanswered = [];
/** Somebody waits for the answer, and is led to it. */
let isExpected = false;
/** Each says its heading anew where the language changes. @type {(() => void)[]} */
let headings = [];

/** Shows what was said before, and goes on listening. */
export async function startTalk() {
  speaking(() => {
    for (const head of headings) {
      head();
    }
    showWorking();
  });
  document.getElementById('forget')?.addEventListener('click', forget);
  await hear();
  const written = list.querySelectorAll('.written');
  if (written.length > 1) {
    written[written.length - 1]?.scrollIntoView();
  }
}

/** Something was sent: it is shown at once, and its answer as soon as it is there. */
export function expect() {
  isExpected = true;
  return hear();
}

async function hear() {
  clearTimeout(timer);
  try {
    const { sayings } = await get(`/page/heard?after=${last}`);
    for (const saying of sayings) {
      show(saying);
    }
  } catch {
    // The server is away or starts anew: it is asked again.
  }
  showWorking();
  timer = setTimeout(hear, unanswered.length > 0 ? SOON_MS : NOW_AND_THEN_MS);
}

function showWorking() {
  working.textContent = unanswered.length > 0 ? say('working') : '';
}

/** @param {Saying} saying */
function show(saying) {
  last = saying.id;
  talk.hidden = false;
  const { what } = saying;
  const isWritten = what.kind === 'written';
  const entry = document.createElement('article');
  entry.className = isWritten ? 'written' : 'answer';
  entry.tabIndex = -1;
  const heading = document.createElement('h3');
  const head = () => {
    heading.textContent = say(isWritten ? 'you' : 'stopcode', { time: timeText(saying.at) });
  };
  headings.push(head);
  head();
  const body = document.createElement('div');
  entry.append(heading, body);
  list.append(entry);
  if (isWritten) {
    unanswered.push(saying);
    showWritten(body, what.texts);
    if (isExpected) {
      entry.scrollIntoView();
    }
    return;
  }
  showAnswer(body, what, saying.id);
  const asked = unanswered.shift();
  if (what.kind === 'card' && asked?.what.kind === 'written' && asked.what.texts.some(isLong)) {
    entry.append(reportOf(asked.id));
  }
  if (isExpected && unanswered.length === 0) {
    isExpected = false;
    entry.focus({ preventScroll: true });
    entry.previousElementSibling?.scrollIntoView();
  }
}

async function forget() {
  if (!confirm(say('forgetAsk'))) {
    return;
  }
  await post('/page/clear', '{}', 'application/json', () => undefined);
  list.replaceChildren();
  headings = [];
  unanswered = [];
  talk.hidden = true;
  document.getElementById('text')?.focus();
}
