// @ts-check
import { drawCodeBlocks } from './code-block.js';
import { post } from './server.js';
import { currentLanguage, say } from './words.js';

/** The library that draws cards; only there where the page is used without a chat. */
const cards = /** @type {{ AdaptiveCards: typeof import('adaptivecards') }} */ (/** @type {unknown} */ (globalThis))
  .AdaptiveCards;

drawCodeBlocks(cards);

/** @typedef {import('../../../ports/answer.ts').Answer} Answer */

/**
 * Shows what was answered there: a card as Teams shows it, or sentences.
 * @param {HTMLElement} place
 * @param {Answer} answer
 * @param {number} saying
 */
export function showAnswer(place, answer, saying) {
  if (answer.kind === 'text') {
    place.replaceChildren(sentence(answer.text));
  } else if (answer.kind === 'file') {
    place.replaceChildren(sentence(answer.description), offered(answer));
  } else {
    place.replaceChildren(...(answer.byModel ? [sentence(say('byModel'))] : []), drawn(answer.card, place, saying));
  }
}

/**
 * @param {unknown} card
 * @param {HTMLElement} place
 * @param {number} saying
 */
function drawn(card, place, saying) {
  const drawing = new cards.AdaptiveCard();
  drawing.hostConfig = new cards.HostConfig(HOST);
  drawing.onExecuteAction = (action) => {
    if (action instanceof cards.ExecuteAction) {
      void press(action, place, saying);
    } else {
      // The button that opens this page.
      document.getElementById('text')?.focus();
    }
  };
  drawing.parse(card);
  const element = drawing.render() ?? sentence(say('failed'));
  tellFolds(element);
  return element;
}

/**
 * The library says of what is folded whether it is; a reader asks that of the button, and axe forbids the other.
 * @param {HTMLElement} card
 */
function tellFolds(card) {
  const tell = () => {
    for (const folded of card.querySelectorAll('[id][aria-expanded]:not(button)')) {
      const button = card.querySelector(`button[aria-controls~="${CSS.escape(folded.id)}"]`);
      button?.setAttribute('aria-expanded', folded.getAttribute('aria-expanded') ?? 'false');
      folded.removeAttribute('aria-expanded');
    }
  };
  new MutationObserver(tell).observe(card, { attributes: true, subtree: true, attributeFilter: ['aria-expanded'] });
}

/**
 * @param {import('adaptivecards').ExecuteAction} action
 * @param {HTMLElement} place
 * @param {number} saying
 */
async function press(action, place, saying) {
  const data = { ...action.data, verb: action.verb };
  const body = JSON.stringify({ saying, data, language: currentLanguage() });
  try {
    const { card } = await post('/page/press', body, 'application/json', () => undefined);
    place.replaceChildren(card ? drawn(card, place, saying) : sentence(say('failed')));
  } catch {
    place.append(sentence(say('failed')));
  }
  place.parentElement?.focus();
}

/** @param {import('../../../ports/answer.ts').FileOffer} offer */
function offered({ name, context }) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = say('save', { name });
  button.onclick = async () => {
    const body = JSON.stringify({ data: context, language: currentLanguage() });
    try {
      const { file } = await post('/page/file', body, 'application/json', () => undefined);
      save(name, file.text);
      button.after(sentence(say('fileReady', { name })));
    } catch {
      button.after(sentence(say('failed')));
    }
  };
  return button;
}

/**
 * @param {string} name
 * @param {string} text
 */
function save(name, text) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** @param {string} text */
function sentence(text) {
  const element = document.createElement('p');
  element.className = 'plain';
  element.textContent = text;
  return element;
}

const shade = (/** @type {string} */ name) => ({ default: `var(${name})`, subtle: 'var(--soft)' });
const colours = {
  default: shade('--ink'),
  accent: shade('--accent'),
  good: shade('--good'),
  warning: shade('--warn'),
  attention: shade('--bad'),
  light: shade('--soft'),
  dark: shade('--ink'),
};
const container = { backgroundColor: 'transparent', borderColor: 'var(--edge)', foregroundColors: colours };
const field = (/** @type {string} */ name) => ({ ...container, backgroundColor: `var(${name})` });

/** The look of the page, in the terms of the library's host configuration. */
const HOST = {
  fontFamily: 'inherit',
  fontTypes: {
    default: { fontFamily: 'inherit' },
    monospace: { fontFamily: 'Consolas, "DejaVu Sans Mono", "Noto Sans Mono CJK SC", monospace' },
  },
  fontSizes: { small: 13, default: 15, medium: 17, large: 19, extraLarge: 22 },
  containerStyles: {
    default: container,
    emphasis: field('--quiet'),
    good: field('--good-field'),
    warning: field('--warn-field'),
    attention: field('--bad-field'),
    accent: field('--accent-field'),
  },
  actions: {
    maxActions: 12,
    buttonSpacing: 8,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    showCard: { actionMode: 'inline' },
  },
  separator: { lineThickness: 1, lineColor: 'var(--edge)' },
  supportsInteractivity: true,
};
