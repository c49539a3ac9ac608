import { LONGEST_TITLE } from './kinds-of-text.ts';
import { MACHINE_WORDS } from './list-rows.ts';
import { tellsAccount, tellsEvent, tellsSelf } from './meanings.ts';
import { isOfAnybody, namesFile, unasked } from './sentence-signs.ts';
import type { Sentence } from './sentences.ts';
import type { StopNames } from './stop-names.ts';
import { isBareStop } from './stop-rows.ts';
import { toldCauses } from './told-causes.ts';

/** A post of a few sentences; in what is longer somebody tells of himself in a whole sentence. */
const MOST = 8;
const FIRST = 6;
/** Marks, or `Acme Book 9560, ` in front of it. */
const BEGINS =
  /^(?:\W{0,6}|(?:[Hh]i|[Hh]ello|[Hh]ey)(?: \w{2,10}){0,2}[,!.:] ?|[A-Z](?=[^,:]{0,40}\d)[\w .()/-]{2,40}[,:] ?)$/;
const CODE = /^\W{0,4}0x[0-9a-f]{1,8}(?![\w`]|, ?0x)/i;
/** How often, when or where: behind the stop with which a post begins. */
const TIMES = new RegExp(
  [
    '^(?:[ "\'`*)]{0,3}(?:bsods?|errors?|crash(?:es)?|blue ?screens?))?[\\s:,.–-]{0,3}(?:about |roughly |like |always |only )?',
    '(?:on|while|when|whenever|after|since|every|again|here|now|twice|once|daily|upon|during|at|constantly|randomly|today|yesterday|this|last',
    '|(?:an?|two|three|several|many|\\d{1,2}) (?:couple|few|times?|day)?)(?![a-z])',
  ].join(''),
  'i',
);
/** So somebody tells what he found; a reference says "Cause: …". */
const FOUND = new RegExp(
  [
    "\\b(?:turns? out|turned out|it was|it is|it['’]s|found out|solved|for me|blam\\w{1,4}",
    '|whocrashed|bluescreenview|windbg|latencymon',
    '|(?:(?:mini)?dump|analysis|debugger|!analyze) (?:says|shows|points|blames|names))\\b',
  ].join(''),
  'i',
);

/**
 * A short post that begins with its stop: "DPC_WATCHDOG_VIOLATION every evening. Turns out …". The sentence with the stop has
 * no owner and no machine; another one shows that somebody tells of his own.
 */
export function isHeadedByStop(sentences: readonly Sentence[], at: number, names: StopNames): boolean {
  const text = sentences[at]?.text ?? '';
  if (sentences.length > MOST || !(beginsAndGoesOn(text, names) || isBareStop(text, names))) {
    return false;
  }
  if (sentences.some((one) => isOfAnybody(one.text))) {
    return false;
  }
  const others = sentences.filter((_, place) => place !== at);
  return FOUND.test(text) || /\bagain\b/i.test(text) || others.some((one) => showsTeller(one.text));
}

const LABEL = /^\W{0,6}(?:the )?(?:stop ?code|bug ?check(?: code)?|bsod|blue ?screen|error(?: code)?)\W{0,4}$/i;

/** "Stop code" in a line, and in the next what the screen shows behind it. */
export function isBelowLabel(sentences: readonly Sentence[], at: number, names: StopNames): boolean {
  return LABEL.test(sentences[at - 1]?.text ?? '') && isBareStop(sentences[at]?.text ?? '', names);
}

/** "Acme Filter Driver caused SYSTEM_THREAD_EXCEPTION_NOT_HANDLED BSOD": a title that says what did it tells that it happened. */
export function isBlamingTitle(sentences: readonly Sentence[], at: number, names: StopNames): boolean {
  const [title] = sentences;
  const isShort = at === 0 && title !== undefined && title.text.length <= LONGEST_TITLE && !/[.?]$/.test(title.text);
  return isShort && !isOfAnybody(title.text) && toldCauses([title], names).some(({ how }) => how === 'blamed');
}

/** `Machine 2: 0x7E, analysis blames acmenet.sys`: of several machines each has its line, and a heading may part them. */
const ROW = new RegExp(`^\\W{0,4}(?:${MACHINE_WORDS}) ?#?\\d{1,3}\\s?[:：–-]\\s{0,3}`, 'i');

/** One machine of several, its stop and a file. */
export function isMachineRow(text: string, names: StopNames): boolean {
  const label = ROW.exec(text)?.[0];
  const rest = label === undefined ? '' : text.slice(label.length);
  return namesFile(rest) && (CODE.test(rest) || (names.in(rest)[0]?.at ?? rest.length) <= FIRST);
}

function showsTeller(text: string): boolean {
  const said = unasked(text);
  return tellsSelf(said) || tellsAccount(text) || (FOUND.test(text) && !namesFile(text)) || isHappening(said);
}

/** "stuck in a boot loop since last night" */
function isHappening(text: string): boolean {
  return (
    tellsEvent(text) &&
    /\b(?:since|again|today|yesterday|last (?:night|week|month)|this (?:morning|week)|so far)\b/i.test(text)
  );
}

function beginsAndGoesOn(text: string, names: StopNames): boolean {
  const [found] = names.in(text);
  if (found !== undefined && BEGINS.test(text.slice(0, found.at))) {
    return TIMES.test(text.slice(found.at + found.name.length));
  }
  const code = CODE.exec(text)?.[0];
  return code !== undefined && TIMES.test(text.slice(code.length));
}
