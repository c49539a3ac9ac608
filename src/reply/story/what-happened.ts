import type { DiagnosedCrash } from '../../diagnosis/diagnosis.ts';
import type { Hex, Lines } from '../../diagnosis/facts.ts';
import { breaks, uncaughtException } from '../../diagnosis/views/breakpoints.ts';
import { endingException, endingModule, showsProgramEnd } from '../../diagnosis/views/program-end.ts';
import { codeOnStackOnly } from '../../diagnosis/views/stop-code-of.ts';
import type { Text } from '../../language/text.ts';
import { fatalException } from '../fatal-exception.ts';
import { unlisted } from '../words.ts';
import { FAILURE_WORDS } from './failure-words.ts';
import {
  BROKEN_IN,
  KEPT_RUNNING,
  MADE_TO_LOOK,
  MAY_BE_FINER,
  NO_STOP_SHOWN,
  onStackOnly,
  programShown,
  programStopped,
  secondChance,
  TOLD,
} from './story-words.ts';

/** A sentence with the lines that it rests on, before it is put into a language. */
export interface Claim {
  readonly text: Text;
  readonly lines: readonly Lines[];
}

/** What happened, whoever did it: what the evidence shows, else what the stop code means. */
export function whatHappened(diagnosed: DiagnosedCrash): Claim {
  const { crash } = diagnosed;
  if (crash.kind === 'user') {
    return program(diagnosed);
  }
  const claim = failed(diagnosed);
  const called = codeOnStackOnly(crash);
  const after = [
    ...(called && crash.bugcheck ? [onStackOnly(called.code)] : []),
    ...(crash.bugcheck?.told ? [TOLD] : []),
    ...(diagnosed.judgement.failure.live ? [KEPT_RUNNING] : []),
  ];
  return { ...claim, text: after.reduce(followed, claim.text) };
}

function failed({ crash, bugcheck, judgement }: DiagnosedCrash): Claim {
  const { failure, deliberate, session, verdict } = judgement;
  if (session) {
    return { text: BROKEN_IN, lines: breaks(crash.facts).slice(0, 1) };
  }
  const called = codeOnStackOnly(crash);
  const stop = crash.bugcheck?.lines ?? called?.lines;
  const lines = failure.lines.length > 0 ? failure.lines : stop ? [stop] : [];
  if (deliberate && verdict.culprit !== 'unknown') {
    return { text: MADE_TO_LOOK, lines };
  }
  if (failure.kind === 'unhandled-exception' && failure.detail) {
    return { text: named(FAILURE_WORDS[failure.kind], failure.detail), lines };
  }
  const uncaught = failure.kind === null && crash.bugcheck === null ? uncaughtException(crash.facts) : null;
  if (uncaught !== null) {
    return { text: secondChance(uncaught.code), lines: [uncaught.lines] };
  }
  const known = failure.kind
    ? FAILURE_WORDS[failure.kind]
    : meaningOf(crash.bugcheck?.code, bugcheck?.meaning, called?.code ?? null);
  return { text: failure.detail ? followed(known, failure.detail) : known, lines };
}

function meaningOf(code: Hex | null | undefined, meaning: Text | undefined, called: Hex | null): Text {
  const unexplained = called === null ? NO_STOP_SHOWN : followed(onStackOnly(called), MAY_BE_FINER);
  return meaning ?? (code ? unlisted(code) : unexplained);
}

function program({ crash }: DiagnosedCrash): Claim {
  const { applications } = crash.facts;
  const shown = applications.find(({ application, module }) => application ?? module);
  const name = crash.process ?? shown?.application ?? null;
  const from = shown ?? endingException(crash.facts);
  if (!showsProgramEnd(crash)) {
    return { text: programShown(name), lines: [] };
  }
  return {
    text: programStopped(name, endingModule(crash.facts), fatalException(crash)),
    lines: from ? [from.lines] : [],
  };
}

function named({ en, zh }: Text, detail: Text): Text {
  return {
    en: `${en.replace(/\.$/, '')}: ${ended(detail.en, '.')}`,
    zh: `${zh.replace(/。$/, '')}：${ended(detail.zh, '。')}`,
  };
}

/** One sentence behind another: the words of tables have no full stop. */
function followed({ en, zh }: Text, next: Text): Text {
  return { en: `${ended(en, '.')} ${ended(next.en, '.')}`, zh: `${ended(zh, '。')}${ended(next.zh, '。')}` };
}

function ended(text: string, stop: string): string {
  return /[.!?。！？]$/.test(text) ? text : `${text}${stop}`;
}
