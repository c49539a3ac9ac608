import type { FieldFact } from '../../facts.ts';
import { firstCode, isBeyondAscii } from '../../intake/first-code.ts';
import type { Line } from '../../intake/line.ts';
import type { Parser } from '../parser.ts';

const FIELD = /^\s{0,12}(?<name>[A-Z][A-Z0-9]{0,30}(?:_[A-Z0-9]{1,30}){0,8}):\s{0,40}(?<value>\S.*)?$/;
const FOLLOWUP = /^\s{0,12}(?<name>Followup|Probably caused by) {0,4}:\s{0,40}(?<value>\S.*)$/i;
/** Where the symbol was too long for a mail. */
const OPEN_SITE = /\.(?:sys|dll|exe) \($/i;
/** What somebody wrote behind a value. */
const REMARK = /(?:^|\s{1,40})(?:\/\/|<-|-->).*$/;
/** How people write the name of the field that they report most. */
const BUCKET_IN_WORDS = /^\s{0,12}(?<name>Failure bucket(?: ID)?) ?:\s{0,8}(?<value>\S{1,300})?\s*$/i;
/** The source file behind a place in code: `acmeflt!AcmeSend+21 [d:\\src\\send.c @ 12]`. */
const SITE_WITH_SOURCE = /^\s{0,4}(?<site>[^\s:]{1,200}\+(?:0x)?[0-9a-f]{1,8}) \[/;
const CAPITAL_A = 65;
const CAPITAL_Z = 90;
const SMALL_F = 102;
const SMALL_P = 112;
const SHORTEST_NAME = 4;
const NARROWEST_MAIL = 56;
/** Buckets are the longest, with two or three hundred characters; a line may be megabytes long. */
const LONGEST_VALUE = 1000;
/** Fields whose value is one word; pasted text behind it on the same line is something else. */
const ONE_LINE =
  /^(?:FAULTING_IP|SYMBOL_NAME|MODULE_NAME|IMAGE_NAME|FAILURE_BUCKET_ID|BUCKET_ID|PROCESS_NAME|IMAGE_VERSION)$/;

/** A page that says what a field holds: `IMAGE_NAME : file the debugger thinks …`. Modules are named in small letters, too. */
const EXPLAINED = /^(?:IMAGE_NAME|SYMBOL_NAME|FAILURE_BUCKET_ID|BUCKET_ID|PROCESS_NAME)$/;
const EXPLANATION = /^[a-z]{1,20}(?: [a-z]{1,20}){2}(?![\w.!+])/;

/** `NAME:  value` lines of `!analyze -v`; a value that a narrow mail moved to the next line is fetched back. */
export const analyzeFields: Parser = {
  command: '!analyze',
  marks: [],
  accepts: (section) => section.body.some((line) => findField(line.text) !== null),
  read: (section) => {
    const fields: FieldFact[] = [];
    let at = -1;
    for (const line of section.body) {
      at += 1;
      const found = findField(line.text);
      const field = found === null ? null : readField(found, line, section.body.slice(at + 1, at + 4));
      if (field !== null) {
        fields.push(
          field.value.length > LONGEST_VALUE ? { ...field, value: field.value.slice(0, LONGEST_VALUE) } : field,
        );
      }
    }
    return { fields };
  },
};

/** Most lines have no colon, or begin with a small letter or a digit: no pattern is needed to rule them out. */
function findField(text: string): RegExpExecArray | null {
  const code = firstCode(text);
  const canBe = code <= CAPITAL_Z ? code >= CAPITAL_A : code === SMALL_F || code === SMALL_P || isBeyondAscii(code);
  return canBe && text.includes(':') ? (FIELD.exec(text) ?? FOLLOWUP.exec(text) ?? BUCKET_IN_WORDS.exec(text)) : null;
}

function readField(found: RegExpExecArray, line: Line, below: readonly Line[]): FieldFact | null {
  const name = found.groups?.name?.replace(/^failure bucket.*$/i, 'FAILURE_BUCKET_ID');
  if (name === undefined || name.length < SHORTEST_NAME) {
    return null;
  }
  const value = found.groups?.value?.trim().replace(/ \.\.\.$/, '') ?? '';
  if (EXPLANATION.test(value) && EXPLAINED.test(name)) {
    return null;
  }
  if (ONE_LINE.test(name)) {
    return withRest(name, value.replace(REMARK, ''), line, below);
  }
  const next = OPEN_SITE.test(value) ? below[0] : undefined;
  return next === undefined
    ? { name, value, lines: line.lines }
    : { name, value: `${value} ${next.text.trim()}`, lines: [line.lines[0], next.lines[1]] };
}

/** A value of one word may stand below its name, and go on below that where it was longer than the mail was wide. */
function withRest(name: string, printed: string, line: Line, below: readonly Line[]): FieldFact {
  let value = printed;
  let last = line;
  for (const next of below) {
    const site = value === '' ? SITE_WITH_SOURCE.exec(next.text)?.groups?.site : undefined;
    if (site !== undefined) {
      return { name, value: site, lines: [line.lines[0], next.lines[1]] };
    }
    const isOpen = value === '' || (last.text.length >= NARROWEST_MAIL && !value.includes(' '));
    if (!isOpen || !isValue(next.text)) {
      break;
    }
    value += next.text.trim();
    last = next;
  }
  return { name, value, lines: [line.lines[0], last.lines[1]] };
}

function isValue(text: string): boolean {
  return /^\s{0,4}(?:[^\s:]|::){1,300}$/.test(text) && /[a-z\d]/i.test(text) && !/^\s{0,4}[-=*.`~<>#|]|kd>/i.test(text);
}
