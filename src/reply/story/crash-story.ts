import type { DiagnosedCrash } from '../../diagnosis/diagnosis.ts';
import type { ToldCauseFact } from '../../diagnosis/facts.ts';
import { showsProgramEnd } from '../../diagnosis/views/program-end.ts';
import type { Say } from '../../language/say.ts';
import type { Text } from '../../language/text.ts';
import type { Quoter } from '../quote.ts';
import { openNames, rivalName } from '../rival-words.ts';
import { suspectLabel } from '../words.ts';
import { leadingSentences } from './leading-sentences.ts';
import type { Cite, Story, StorySentence } from './story.ts';
import {
  alsoPossible,
  decides,
  NO_DRIVER_OF_A_PROGRAM,
  NO_LEAD,
  NOBODY_FAILED,
  onlyLead,
  PROMISE,
  remain,
  TOLD_CAUSE,
  TOLD_CAUSE_BESIDE,
  usualCauses,
  wrongIf,
} from './story-words.ts';
import { type Shown, strongest } from './strongest.ts';
import { type Claim, whatHappened } from './what-happened.ts';

/** Longest that is said of one thing, in characters; Chinese says the same in half as many. */
const ROOM: Text = { en: '300', zh: '150' };
/** A rival with a smaller part is no question that anybody would ask next. */
const WORTH_NAMING = 0.1;

/** How the lines of a crash are quoted, and in which language it is told. */
export interface Teller {
  readonly quoteOf: (diagnosed: DiagnosedCrash) => Quoter;
  readonly say: Say;
}

/** The verdict on one crash in two to four sentences. */
export function crashStory(diagnosed: DiagnosedCrash, teller: Teller): Story {
  const { verdict } = diagnosed.judgement;
  const what = told('what', whatHappened(diagnosed), diagnosed, teller);
  if (verdict.culprit === 'unknown') {
    return [what, ...openStory(diagnosed, teller)];
  }
  return [what, ...namedStory([diagnosed], verdict, teller)];
}

/** Why this one, what could make that wrong, and what the word of the confidence promises. */
export function namedStory(
  crashes: readonly DiagnosedCrash[],
  { culprit, confidence }: { readonly culprit: string; readonly confidence: keyof typeof PROMISE },
  teller: Teller,
): StorySentence[] {
  const shown = strongest(crashes, culprit);
  const [best] = shown;
  const doubt = best ? [plain('doubt', doubtOf(best), teller)] : [];
  const why = [...whyThisOne(shown, teller), ...toldBeside(crashes, teller)];
  return [...why, ...doubt, plain('promise', PROMISE[confidence], teller)];
}

/** What is blamed or was removed is not said to be of this driver; that is the shortest question which decides it. */
function toldBeside(crashes: readonly DiagnosedCrash[], teller: Teller): StorySentence[] {
  const [first] = crashes.flatMap((of) => strongestCause(of).map((cause) => ({ of, cause })));
  return first ? [toldCause(TOLD_CAUSE_BESIDE, first.cause, first.of, teller)] : [];
}

/** A guess only where nobody knows better; all that are known are quoted. */
function strongestCause({ crash: { facts } }: DiagnosedCrash): ToldCauseFact[] {
  return CAUSES.flatMap((how) => facts.toldCauses.filter((cause) => cause.how === how)).slice(0, 1);
}

const CAUSES: readonly ToldCauseFact['how'][] = ['removed', 'blamed', 'suspected'];

function toldCause(
  words: typeof TOLD_CAUSE,
  { how, lines }: ToldCauseFact,
  of: DiagnosedCrash,
  teller: Teller,
): StorySentence {
  return told('why', { text: words[how], lines: [lines] }, of, teller);
}

/** The strongest finding, and those of other families for which there is room. */
function whyThisOne(shown: readonly Shown[], teller: Teller): StorySentence[] {
  const sentences = shown.map(({ evidence, of }) => told('why', evidence, of, teller));
  const room = Number(teller.say(ROOM));
  let used = 0;
  return sentences.filter(({ text }, at) => {
    const fits = at === 0 || used + text.length <= room;
    used += fits ? text.length : 0;
    return fits;
  });
}

/** Of whom only his being there is known, nobody is asked next. */
function isMoreThanThere(driver: string, { judgement }: DiagnosedCrash): boolean {
  const evidence = judgement.suspects.find((one) => one.driver === driver)?.evidence ?? [];
  return evidence.some((one) => one.for && one.weight !== 'weak');
}

function doubtOf({ evidence, of }: Shown): Text {
  const unless = wrongIf(evidence.unless);
  const next = of.judgement.remaining.find(
    ({ suspect, share }) => suspect !== null && share >= WORTH_NAMING && isMoreThanThere(suspect, of),
  );
  if (!next) {
    return unless;
  }
  const rival = alsoPossible(rivalName(next));
  return { en: `${unless.en} ${rival.en}`, zh: `${unless.zh}${rival.zh}` };
}

/** Why nobody is named, what remains, and what decides. */
export function openStory(diagnosed: DiagnosedCrash, teller: Teller): StorySentence[] {
  const { crash, judgement, bugcheck } = diagnosed;
  const next = judgement.nextCommands[0];
  const names = openNames(judgement.remaining);
  const decided = next ? [plain('promise', decides(next.command, names.length > 1), teller)] : [];
  if (crash.kind === 'user') {
    return [...(showsProgramEnd(crash) ? [plain('why', NO_DRIVER_OF_A_PROGRAM, teller)] : []), ...decided];
  }
  if (judgement.session) {
    return [];
  }
  if (judgement.deliberate) {
    return [plain('why', NOBODY_FAILED, teller), ...decided];
  }
  const causes = bugcheck?.causes ? [shortened(plain('why', usualCauses(bugcheck.causes), teller), teller)] : [];
  const remaining = names.length > 0 ? [plain('doubt', remain(names), teller)] : [];
  return [...whyNobody(diagnosed, teller), ...causes, ...remaining, ...decided];
}

function whyNobody(diagnosed: DiagnosedCrash, teller: Teller): StorySentence[] {
  const [lead] = diagnosed.judgement.suspects.filter(({ evidence }) => evidence.some((one) => one.for));
  const best = lead && strongest([diagnosed], lead.driver)[0];
  if (!best) {
    return [noLead(diagnosed, teller)];
  }
  const { suspect, text, lines } = best.evidence;
  const why = told('why', { text: onlyLead(suspectLabel(suspect), text), lines }, diagnosed, teller);
  return [why, ...toldBeside([diagnosed], teller)];
}

/** What is named and is no lead is what a reader asks about first. */
function noLead(diagnosed: DiagnosedCrash, teller: Teller): StorySentence {
  const [cause] = strongestCause(diagnosed);
  if (cause !== undefined) {
    return toldCause(TOLD_CAUSE, cause, diagnosed, teller);
  }
  const [against] = diagnosed.judgement.suspects.flatMap(({ evidence }) => evidence.filter((one) => !one.for));
  return against ? told('why', against, diagnosed, teller) : plain('why', NO_LEAD, teller);
}

function shortened(sentence: StorySentence, { say }: Teller): StorySentence {
  return { ...sentence, text: leadingSentences(sentence.text, Number(say(ROOM))) };
}

function plain(part: StorySentence['part'], text: Text, { say }: Teller): StorySentence {
  return { part, text: say(text), cites: [] };
}

/** A claim with the lines that the evidence would quote for it. */
export function told(
  part: StorySentence['part'],
  { text, lines }: Claim,
  diagnosed: DiagnosedCrash,
  { quoteOf, say }: Teller,
): StorySentence {
  const quotes = quoteOf(diagnosed)(lines, text.en);
  const cites: Cite[] = quotes.map(({ line }) => ({ crash: diagnosed.crash.id, place: `${line}` }));
  return { part, text: say(text), cites };
}
