import { largePattern } from '../../../language/large-pattern.ts';
import type { Lines, ToldCauseFact } from '../../facts.ts';
import {
  holdsFrame,
  isOccasion,
  isRenewed,
  mayTellElsewhere,
  mayTellOccasion,
  saidElsewhere,
} from './causes-elsewhere.ts';
import { clears, isConditional, isGeneral, tellsCure, tellsElsewhere, tellsNoCure, tellsRemoval } from './meanings.ts';
import { namedBefore, namedBehind } from './named-cause.ts';
import type { Sentence } from './sentences.ts';
import type { StopNames } from './stop-names.ts';
import { STOP_WORD } from './stop-words.ts';
import { isAsked, isPlanned, tellsItsEnd } from './told-cure.ts';
import { withoutNames } from './without-names.ts';

/** What is blamed stands behind: "caused by …", "it turned out to be …", "my money is on …". */
const BLAME_BEFORE = new RegExp(
  [
    '\\b(?:caused|triggered|created|produced|raised) (?:\\w{1,12} ){0,2}?by',
    '\\b(?:because of|due to|thanks to|fault of|down to|blam(?:e|es|ed|ing)(?: it)?(?: all)?(?: on)?)',
    '\\b(?:traced|narrowed|tracked|isolated)(?: it| them| this)? (?:all )?(?:back |down )*to',
    '\\b(?:point(?:s|ed|ing)? (?:to|at|towards?)|incriminat\\w{1,3}|implicat\\w{1,3})',
    '\\b(?:it|this|that|which|culprit|cause|reason|problem|issue)(?: all)? (?:turn(?:s|ed) out to be|ended up being|was all)',
    "\\bturn(?:s|ed) out(?: that)?(?: it| to)?(?: is| was|'s|’s| be)",
    "\\b(?:culprit|cause|reason|problem|issue|offender)(?: here| again)?(?: ?[:=]| is| was|'s|’s| were)(?![\\w'’])",
    '\\bfound out (?:that )?it (?:is|was)',
  ].join('|'),
  'i',
);
/** "It was the Acme driver": so only of what is called a driver or a program. */
const SAYS = 'and|but|that|confirmed|says?|said|think|found|sure|believe|guess';
const IT_IS = new RegExp(
  [
    `(?:^\\s{0,2}|[,;:.] ?|\\b(?:${SAYS}) )(?:it|that|this)(?: is| was|['’]s) (?:all )?`,
    '(?=[^,.;!?]{2,50}? (?:driver|software|antivirus|suite|anti-?cheat)\\b)',
  ].join(''),
  'i',
);
/** "bsod from the Acme audio driver". */
const STOP_FROM = largePattern(`${STOP_WORD}s? (?:from|in|by|with) (?=[^,.;!?]{2,50}? drivers?\\b)`, 'i');
const HOW_OFTEN = '(?:is|was|are|keeps?|has been|randomly|constantly|always|is what|is the one that) ';
const DOES = [
  'caus(?:e|es|ed|ing)|trigger(?:s|ed|ing)?|giv(?:es|ing)|crash(?:es|ed|ing)|kill(?:s|ed|ing)|took down|takes down',
  '(?:bsod|blue ?screen|bug ?check)(?:s|ed)',
].join('|');
/** What is blamed stands in front: "… is the culprit", "… causes BSODs". */
const BLAME_BEHIND = new RegExp(
  [
    ' (?:did|does) (?:this|that|it) (?:to|for) (?:me|us|my|our)\\b',
    ' (?:is|was|were|are)(?: \\w{2,12}){0,2} (?:to blame|at fault|responsible|guilty)\\b',
    ' (?:is|was|were|are)(?: \\w{2,12})? the(?: \\w{2,12}){0,2} (?:culprits?|cause|reason|offender|problem|issue|root)\\b',
    ` (?:${HOW_OFTEN})?(?:${DOES})\\b(?=.{0,60}(?:${STOP_WORD}|\\b(?:crash|windows|pc|system|machine|laptop|computer)))`,
  ].join('|'),
  'i',
);
/** What somebody takes for it, and does not know. */
const SUSPECTED = new RegExp(
  [
    "\\b(?:i|we) (?:strongly |really |now )?(?:suspect|guess|think|believe|bet)(?: that)?(?: it| its| it is| it was| it['’]s| this is| that['’]s)?",
    '\\bsuspect(?:s|ed|ing)?(?: is| was|:)?',
    "\\bmy (?:money|bet|guess|suspicion)(?: is|['’]s)(?: on| that it['’]?s)?",
    "\\b(?:probably|likely|possibly|maybe|perhaps|pretty sure (?:it is|it['’]s|that it['’]s|that)|(?:could|may|might|must) (?:well )?be|related to|seems? (?:to be )?(?:related to|caused by))(?: due to| caused by| because of| a problem (?:in|with)| an issue (?:in|with))?",
  ].join('|'),
  'i',
);
/** "it only happens when the mount is on". */
const ONLY_WITH =
  /\bonly (?:\w{2,12} ){0,2}(?:when|while|with|if|since|after) .{2,60}? (?:is|are|was|were) (?:on|running|active|enabled|open|opened|installed|connected|plugged|loaded|started)\b/i;
const WHETHER = /\b(?:whether|wonder(?:ed|ing)?|not sure|unsure|no idea|don['’]?t know)\b/i;
const DENIED =
  /(?:\bnot|n['’]t|\bnever|\bno|\bneither|\bnor|\bhardly|\bisnt|\bwasnt|\bdont|\bdoesnt)(?: \w{2,12}){0,2} ?$/i;
/** The cheap look before them, for small letters: a pattern that folds case itself takes several times as long. */
const ANY_FRAME = largePattern(
  [BLAME_BEFORE, IT_IS, BLAME_BEHIND, SUSPECTED, ONLY_WITH].map(({ source }) => source).join('|'),
);
/** Begins like a question, and is none. */
const GUESSED = /^\W{0,3}(?:could|may|might|must|would) (?:well |also )?be\b/i;
const CLAUSE = /[;；，。]|,(?! (?:inc|ltd|llc))|\s[–—-]\s|\.\s/;
const DENYING = 28;
/** A viewer prints that, whoever copied it. */
const TOOL_ROW = /^\W{0,8}Caused by (?:driver|address)\s{0,20}[:：]/i;
/** "Removed it": what it is stands in the sentence above. */
const POINTS_BACK =
  /\b(?:remov\w{1,3}|uninstall\w{0,3}|disabl\w{1,3}|delet\w{1,3}|off|rid of|unplugg\w{1,3}|replac\w{1,3}|swapp\w{1,3}|back|without) (?:it|that|this|them|both)\b/i;
const POINTS_BACK_ELSEWHERE =
  /(?:выкинул|удалил|сн[её]с|отключил|убрал)\S? (?:его|её|ее|их|это)|\bl[oa] (?:eché|quité|desinstalé|removi|tirei)|\bl['’]ho |卸了它|把它|それを|그걸/i;
const ON_CONDITION =
  /\b(?:if|when|once|as soon as) (?:i|we|a|you)\b(?!.{0,160}\b(?:should|would|could|might|may|will|does)\b)/i;
const NEXT = 1;
const MOST = 3;

/** Whether a code or a person names a driver of a sentence: told there. */
type IsTaken = (lines: Lines) => boolean;

/**
 * The sentences in which somebody says what it was and names no driver file: a program, "the Acme LAN driver". Each is a lead
 * by its words. One that asks, plans, denies or tells of another machine is none.
 * @param isTaken true of a sentence that names a driver file, which is the better lead
 */
export function toldCauses(
  sentences: readonly Sentence[],
  names: StopNames,
  isTaken: IsTaken = () => false,
): ToldCauseFact[] {
  const found = sentences.flatMap((sentence, at): ToldCauseFact[] => {
    if (isTaken(sentence.lines) || TOOL_ROW.test(sentence.text)) {
      return [];
    }
    const how = tellsEnd(sentences, at, names) ? 'removed' : howToldOf(sentence.text, names);
    return how === null ? [] : [{ how, lines: how === 'removed' ? withAntecedent(sentences, at) : sentence.lines }];
  });
  const sure = found.filter(({ how }) => how !== 'suspected');
  return (sure.length > 0 ? sure : found).slice(0, MOST);
}

/** Taken away, and since then it works: in one sentence, or in the one behind. */
function tellsEnd(sentences: readonly Sentence[], at: number, names: StopNames): boolean {
  const text = sentences[at]?.text ?? '';
  if (!(tellsRemoval(text) || isRenewed(text, names))) {
    return false;
  }
  const next = sentences[at + NEXT]?.text ?? '';
  if (tellsItsEnd(text)) {
    return true;
  }
  const isRemoval = !(isPlanned(text) || isAsked(text) || isConditional(text) || tellsNoCure(text));
  return isRemoval && tellsCure(next) && !(tellsNoCure(next) || isAsked(next) || isPlanned(next) || tellsRemoval(next));
}

function withAntecedent(sentences: readonly Sentence[], at: number): Lines {
  const [sentence, above] = [sentences[at], sentences[at - 1]];
  const lines = sentence?.lines ?? [1, 1];
  const text = sentence?.text ?? '';
  const isNamedAbove = above !== undefined && (POINTS_BACK.test(text) || POINTS_BACK_ELSEWHERE.test(text));
  return isNamedAbove && lines[0] - above.lines[1] <= NEXT ? [above.lines[0], lines[1]] : lines;
}

function howToldOf(text: string, names: StopNames): ToldCauseFact['how'] | null {
  return howBlamed(text, names) ?? (tellsEndOnCondition(text) ? 'suspected' : null);
}

/** "If I uninstall the Acme driver, the pc does not have the bluescreen": it happens with it alone. */
function tellsEndOnCondition(text: string): boolean {
  return tellsRemoval(text) && ON_CONDITION.test(text) && tellsCure(text) && !(tellsNoCure(text) || isPlanned(text));
}

function howBlamed(whole: string, names: StopNames): ToldCauseFact['how'] | null {
  // The cheap looks before the lists of words: most sentences say nothing of the kind.
  const small = whole.toLowerCase();
  const mayBlame = ANY_FRAME().test(small) || (small.includes('driver') && STOP_FROM().test(small));
  const isForeign = mayTellElsewhere(whole);
  const mayOccur = isForeign || mayTellOccasion(whole);
  if (!(mayBlame || mayOccur)) {
    return null;
  }
  const text = withoutNames(whole, names);
  if (whole.trimEnd().endsWith('?') || isGeneral(text) || tellsElsewhere(text)) {
    return null;
  }
  const clauses = text.split(CLAUSE);
  const found = [
    ...(mayBlame ? clauses.map((clause) => ofClause(clause, names)) : []),
    // A frame may go across a comma: "the culprit is found, it is …".
    ...(isForeign && holdsFrame(text) ? [...clauses, text].map((part) => saidElsewhere(part, names)) : []),
  ];
  const isOpen = WHETHER.test(text) || isConditional(text);
  if (found.includes('blamed')) {
    return isOpen ? 'suspected' : 'blamed';
  }
  const isOnlyWith = ONLY_WITH.test(text) || (mayOccur && isOccasion(text, names));
  // "I suspected Acme Guard, but it went on without it."
  const isRefuted = tellsRemoval(text) && tellsNoCure(text);
  return (found.includes('suspected') || isOnlyWith) && !isRefuted ? 'suspected' : null;
}

function ofClause(clause: string, names: StopNames): 'blamed' | 'suspected' | null {
  if (isAsked(clause) && !GUESSED.test(clause)) {
    return null;
  }
  const isBlamed =
    [BLAME_BEFORE, IT_IS, STOP_FROM()].some((frame) => namesBehind(clause, frame, names)) ||
    namesBefore(clause, BLAME_BEHIND, names);
  const isGuess = namesBehind(clause, SUSPECTED, names);
  return isGuess ? 'suspected' : isBlamed ? 'blamed' : null;
}

function namesBehind(clause: string, frame: RegExp, names: StopNames): boolean {
  const match = frame.exec(clause);
  return (
    match !== null &&
    !isDenied(clause, match.index) &&
    namedBehind(clause.slice(match.index + match[0].length), names) !== null
  );
}

function namesBefore(clause: string, frame: RegExp, names: StopNames): boolean {
  const match = frame.exec(clause);
  return (
    match !== null &&
    !clears(match[0]) &&
    !isDenied(clause, match.index) &&
    namedBefore(clause.slice(0, match.index), names) !== null
  );
}

function isDenied(clause: string, at: number): boolean {
  return DENIED.test(clause.slice(Math.max(0, at - DENYING), at));
}
