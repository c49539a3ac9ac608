import { firstCode, isBeyondAscii, isHexDigit } from './first-code.ts';
import type { Line } from './line.ts';
import { startsLine } from './line-starts.ts';

/** One way only to read each run of digits: where a row fails to match, every other way would be tried too. */
const ADDRESS = '(?:[0-9a-f]{7,9}`[0-9a-f]{7,9}|[0-9a-f]{14,18}|[0-9a-f]{8})(?![0-9a-f`])';
/** A stack row that ends before its call site; a frame number or the colons of STACK_TEXT tell it from other rows. */
const HEAD = new RegExp(
  `^\\s{0,8}(?:[0-9a-f]{1,3} {1,4}(?:${ADDRESS})|(?:${ADDRESS})(?: +(?:${ADDRESS}))? +:)(?:[ :]{1,8}(?:${ADDRESS}))*[ :]{0,8}$`,
  'i',
);
const CUT_HEAD = new RegExp(
  `^\\s{0,8}(?:[0-9a-f]{1,3} {1,4})?(?:${ADDRESS})(?:[ :]{1,8}(?:${ADDRESS}))*[ :]{1,8}(?<digits>[0-9a-f]{1,8}\`?[0-9a-f]{0,7})$`,
  'i',
);
const CUT_REST = /^[0-9a-f]{0,8}`?[0-9a-f]{1,15}(?![0-9a-f`])/i;
/** Among values of eight digits the last one and the first below are two, not the halves of one. */
const WIDE = /[0-9a-f]{8}`?[0-9a-f]{8}/i;
const WHOLE = /^[0-9a-f]{8}`?[0-9a-f]{8}$/i;
const NARROW_HEAD = /^\s{0,8}[0-9a-f]{8}(?: {1,2}[0-9a-f]{8}){2,4}$/i;
/** The rest of it: more values, then the call site. */
const TAIL = new RegExp(
  `^(?:[ :]{0,8}(?:${ADDRESS})){0,5}[ :]{0,8}(?:[A-Za-z_<][\\w.>]{0,60}[!+][\\w ?<\`]|0x(?:[0-9a-f]{6}|[0-9a-f]{1,5}$))`,
  'i',
);
const MOST_ROWS = 3;
const COLON = 58;
const SPACE = 32;

/**
 * Joins a stack row with its rest where a mail wrapped it between words. The narrow rows of x86 count only where
 * their rest follows in the very next line.
 */
export function joinPartedFrames(lines: readonly Line[]): Line[] {
  const result: Line[] = [];
  let rows = 0;
  let at = -1;
  for (const line of lines) {
    at += 1;
    const last = result.at(-1);
    if (last !== undefined && line.text === '' && isPartedByBlank(last.text, lines[at + 1]?.text ?? '')) {
      continue;
    }
    const cut = last === undefined || rows >= MOST_ROWS ? null : joinCutAddress(last.text, line.text);
    if (last !== undefined && cut !== null) {
      result[result.length - 1] = { text: cut, lines: [last.lines[0], line.lines[1]] };
      rows += 1;
      continue;
    }
    const isHead = last !== undefined && rows < MOST_ROWS && isHeadOfRow(last.text);
    if (last === undefined || !isHead || !isTail(line.text)) {
      result.push(line);
      rows = 1;
      continue;
    }
    result[result.length - 1] = {
      text: `${last.text.trimEnd()} ${line.text.trimStart()}`,
      lines: [last.lines[0], line.lines[1]],
    };
    rows += 1;
  }
  return result;
}

/** A row that ends inside an address, whose other digits the next line begins with: together they make exactly one. */
function joinCutAddress(head: string, rest: string): string | null {
  const first = firstCode(head);
  if (!isHexDigit(first) || !isHexDigit(firstCode(rest)) || head.includes('!')) {
    return null;
  }
  const digits = CUT_HEAD.exec(head)?.groups?.digits;
  const others = digits === undefined || !WIDE.test(head) ? undefined : CUT_REST.exec(rest)?.[0];
  return others !== undefined && WHOLE.test(`${digits}${others}`) ? head + rest : null;
}

/** Doubled line breaks put a blank line between a row and its rest. */
function isPartedByBlank(head: string, rest: string): boolean {
  return rest !== '' && isHeadOfRow(head) && !NARROW_HEAD.test(head) && isTail(rest);
}

/** A head begins with a number and ends with one, or with a colon: most lines are ruled out by their ends, or by a name. */
function isHeadOfRow(text: string): boolean {
  const first = firstCode(text);
  const last = text.charCodeAt(text.length - 1);
  const hasEnds = (isHexDigit(first) || isBeyondAscii(first)) && (isHexDigit(last) || last === COLON || last === SPACE);
  return hasEnds && !text.includes('!') && !text.includes('+') && (HEAD.test(text) || NARROW_HEAD.test(text));
}

function isTail(text: string): boolean {
  return (TAIL.test(text) || (HEAD_REST.test(text) && text.includes(':'))) && !startsLine(text);
}

/** Values only: the call site comes one line later still. */
const HEAD_REST = new RegExp(`^[ :]{0,8}(?:(?:${ADDRESS})[ :]{0,8}){1,6}$`, 'i');
