import { emojiText } from './emoji-text.ts';
import { createLines, type FlatLines } from './flat-lines.ts';
import { type Attributes, isBlock, isCell, isEmoji, isHidden, isVerbatim } from './html-element.ts';

export interface ChatHtml {
  /** The text as its author sees it, one line per line; '' where nothing is left of it. */
  readonly text: string;
  /** An `<attachment>` tag stands in it: a file, which Teams does not hand to bots outside a personal chat. */
  readonly hasFileTag: boolean;
  /** It answers a message that it quotes: what stands there was said before, and is left out. */
  readonly hasQuote: boolean;
}

/** Takes the events of the HTML parser in their order. */
export interface HtmlEvents {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly close: (name: string) => void;
  readonly text: (data: string) => void;
  readonly result: () => ChatHtml;
}

interface State {
  readonly lines: FlatLines;
  readonly ownItemIds: ReadonlySet<string>;
  hasFileTag: boolean;
  hasQuote: boolean;
  /** Open elements in which every blank counts. */
  verbatim: number;
  /** Open elements of the name that began the hidden part; 0 outside of it. */
  hiddenDepth: number;
  hiddenName: string;
  /** The blank that the client puts behind a mention is no indentation. */
  afterHidden: boolean;
}

export function readEvents(ownItemIds: ReadonlySet<string>): HtmlEvents {
  const nothing = {
    hasFileTag: false,
    hasQuote: false,
    verbatim: 0,
    hiddenDepth: 0,
    hiddenName: '',
    afterHidden: false,
  };
  const state: State = { lines: createLines(), ownItemIds, ...nothing };
  return {
    open: (name, attributes) => open(state, name, attributes),
    close: (name) => close(state, name),
    text: (data) => text(state, data),
    result: () => ({ text: state.lines.text(), hasFileTag: state.hasFileTag, hasQuote: state.hasQuote }),
  };
}

function open(state: State, name: string, attributes: Attributes): void {
  const { lines } = state;
  if (name === 'attachment') {
    state.hasFileTag = true;
  }
  if (state.hiddenDepth > 0) {
    if (name === state.hiddenName) {
      state.hiddenDepth++;
    }
    return;
  }
  if (isHidden(name, attributes, state.ownItemIds)) {
    if (name === 'blockquote' || name === 'quoted') {
      state.hasQuote = true;
    }
    Object.assign(state, { hiddenName: name, hiddenDepth: 1, afterHidden: true });
    return;
  }
  if (isBlock(name)) {
    lines.fresh();
  }
  if (isVerbatim(name)) {
    state.verbatim++;
  }
  if (name === 'br') {
    lines.end();
  }
  if (isCell(name)) {
    lines.gap();
  }
  if (name === 'code' && state.verbatim === 0) {
    lines.write('`');
  }
  if (isEmoji(name, attributes)) {
    lines.write(emojiText(attributes, lines.lastCharacter()));
  }
}

function close(state: State, name: string): void {
  if (state.hiddenDepth > 0) {
    if (name === state.hiddenName) {
      state.hiddenDepth--;
    }
    return;
  }
  if (name === 'code' && state.verbatim === 0) {
    state.lines.write('`');
  }
  if (isVerbatim(name)) {
    state.verbatim = Math.max(0, state.verbatim - 1);
  }
  if (isBlock(name)) {
    state.lines.fresh();
  }
}

function text(state: State, data: string): void {
  if (state.hiddenDepth > 0) {
    return;
  }
  const isBlank = data.trim() === '';
  if (state.afterHidden && isBlank) {
    return;
  }
  // Between two paragraphs a line break is only layout of the HTML itself.
  if (state.verbatim === 0 && isBlank && data.includes('\n')) {
    return;
  }
  state.lines.write(state.afterHidden ? data.replace(/^[ \u00a0]{1,9}/, '') : data);
  state.afterHidden = false;
}
