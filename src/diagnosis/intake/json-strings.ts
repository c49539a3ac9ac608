import { eachLine } from './each-line.ts';
import { unfoldKeys } from './json-keys.ts';
import { type JsonToken, readJsonTokens, unescapeJson } from './json-tokens.ts';
import type { Line } from './line.ts';

/** A key, or an element at the row's beginning: elsewhere quotes with `\n` inside are source code. */
const JSON_ROW = /^[\s>|]{0,40}(?:[[{]|"[^"\\]{0,200}"\s{0,4}[:,]|".{0,20}\\[nr])|[{,]\s{0,8}"[\w.$ -]{1,80}"\s{0,4}:/;
/** What only debugger output has at the beginning of a line: a string that lost its quotes. */
const BARE_OUTPUT = /\\n(?:Arg1: |STACK_TEXT:|BUGCHECK_|\d{1,3}: kd>|[0-9a-f]{8}`[0-9a-f]{8} |Debugging Details:)/;
const ELEMENT = /^\s{0,80}"(?<body>(?:[^"\\]|\\.){0,2000})",?\s{0,8}$/;
/** Brackets, and the keys before them: nothing that a line of output goes on with. */
const STRUCTURE = /^[\s,[\]{}]{0,80}(?:"[\w .-]{1,60}"\s{0,4}:)?[\s,[\]{}]{0,80}$/;
const LEAST_ELEMENTS = 3;
/** A string within a string within a string: the answer of a tool, in the message of a server, in a log. */
const DEPTH = 3;

/** False where no row can hold one. */
export function mayHoldJson(lines: readonly Line[]): boolean {
  return lines.some(({ text }) => text.includes('\\n') || QUOTED_ROW.test(text));
}

const QUOTED_ROW = /^\s{0,80}(?:"|[{[]\s{0,8}")/;

/**
 * Debugger output that a tool answered as JSON: strings of many lines, or lists of lines. Each line of a string becomes one;
 * all of them are of the row of the paste that holds the string.
 */
export function unfoldJson(lines: readonly Line[]): readonly Line[] {
  let current = lines;
  for (let depth = 0; depth < DEPTH; depth += 1) {
    const unfolded = unquoteElements(unfoldRows(unfoldKeys(current)));
    if (unfolded === current) {
      break;
    }
    current = unfolded;
  }
  return current === lines ? lines : eachLine(current, (text) => (STRUCTURE.test(text) ? '' : text));
}

function unfoldRows(lines: readonly Line[]): readonly Line[] {
  let result: Line[] | null = null;
  let at = -1;
  for (const line of lines) {
    at += 1;
    const texts = unfoldRow(line.text);
    if (texts === null) {
      result?.push(line);
      continue;
    }
    result ??= lines.slice(0, at);
    for (const text of texts) {
      result.push({ text, lines: line.lines });
    }
  }
  return result ?? lines;
}

/** @returns the lines of a row that holds some, null for any other */
function unfoldRow(text: string): string[] | null {
  if (BARE_OUTPUT.test(text) && !JSON_ROW.test(text)) {
    return unescapeJson(text).split('\n');
  }
  if (!text.includes('"') || !JSON_ROW.test(text)) {
    return null;
  }
  const tokens = readJsonTokens(text);
  return tokens.some(({ isLines }) => isLines) ? tokens.flatMap(linesOf) : null;
}

function linesOf({ text, isLines }: JsonToken): string[] {
  if (isLines) {
    return unescapeJson(text).split('\n');
  }
  return text.trim() === '' ? [] : [text];
}

/** A list with one string a row. */
function unquoteElements(lines: readonly Line[]): readonly Line[] {
  let result: Line[] | null = null;
  let from = 0;
  for (let at = 0; at <= lines.length; at += 1) {
    if (at < lines.length && ELEMENT.test(lines[at]?.text ?? '')) {
      continue;
    }
    if (at - from >= LEAST_ELEMENTS) {
      result ??= [...lines];
      for (let element = from; element < at; element += 1) {
        const line = lines[element];
        const body = ELEMENT.exec(line?.text ?? '')?.groups?.body;
        if (line !== undefined && body !== undefined) {
          result[element] = { text: unescapeJson(body).replaceAll('\n', ' '), lines: line.lines };
        }
      }
    }
    from = at + 1;
  }
  return result ?? lines;
}
