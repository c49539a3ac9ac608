import type { DiagnosedCrash } from '#src/diagnosis/diagnosis.ts';
import type { Lines } from '#src/diagnosis/facts.ts';
import type { Knowledge } from '#src/diagnosis/knowledge/knowledge.ts';
import type { Evidence } from '#src/diagnosis/rules/rule.ts';
import type { Say } from '#src/language/say.ts';
import type { Text } from '#src/language/text.ts';
import type { CrashReply, EvidenceReply, GroupReply } from '#src/reply/reply.ts';
import type { Asked } from './asked.ts';
import type { AtHand } from './at-hand.ts';

/** One of the crashes, as it was judged and as it is told. */
export interface One {
  readonly diagnosed: DiagnosedCrash;
  readonly reply: CrashReply;
}

/** What a question is answered from. */
export interface On {
  readonly asked: Asked;
  readonly atHand: AtHand;
  /** The crashes that are meant, the one that tells most first. */
  readonly crashes: readonly [One, ...One[]];
  /** What they have in common, where several are meant. */
  readonly group: GroupReply | null;
  /** All that is said of crashes with one cause, whichever are meant. */
  readonly groups: readonly GroupReply[];
  readonly knowledge: Knowledge;
  readonly say: Say;
}

/** Something that is claimed, with the lines that say so. */
export interface Claim {
  readonly text: string;
  readonly quotes: EvidenceReply['quotes'];
}

/** A part of an answer: claims and commands, under a heading or none. */
export interface AnswerPart {
  readonly title?: string;
  readonly claims?: readonly Claim[];
  readonly commands?: readonly string[];
}

/** One sentence that rests on no line: what a word means, what to do. */
export function plain(text: string): Claim {
  return { text, quotes: [] };
}

export function part(claims: readonly Claim[], title?: string): AnswerPart[] {
  return claims.length === 0 ? [] : [{ claims, ...(title === undefined ? {} : { title }) }];
}

/** More lines under one sentence are read by nobody. */
const MOST_QUOTES = 3;

export function claimAt({ atHand, say }: On, one: One, text: Text, lines: readonly Lines[]): Claim {
  return { text: say(text), quotes: atHand.quote(one.diagnosed.crash, lines, text.en).slice(0, MOST_QUOTES) };
}

/** The evidence of a crash with the crash it is of, surest first: what decides comes before what only fits. */
export function evidenceOf({ crashes }: On): { readonly one: One; readonly evidence: Evidence }[] {
  const all = crashes.flatMap((one) =>
    one.diagnosed.judgement.suspects.flatMap((suspect) => suspect.evidence.map((evidence) => ({ one, evidence }))),
  );
  return all.sort((a, b) => WEIGHTS.indexOf(a.evidence.weight) - WEIGHTS.indexOf(b.evidence.weight));
}

const WEIGHTS = ['decisive', 'strong', 'moderate', 'weak'];

/** Evidence as it is claimed; of several crashes it says of which. */
export function evidenceClaims(
  on: On,
  found: readonly { readonly one: One; readonly evidence: Evidence }[],
  most: number,
): Claim[] {
  const seen = new Set<string>();
  const claims: Claim[] = [];
  for (const { one, evidence } of found) {
    const said = on.say(evidence.text);
    if (claims.length >= most || seen.has(said)) {
      continue;
    }
    seen.add(said);
    const id = on.crashes.length > 1 ? `${one.reply.id} – ` : '';
    claims.push({ ...claimAt(on, one, evidence.text, evidence.lines), text: `${id}${said}` });
  }
  return claims;
}

/** Whom the crashes that are meant accuse: their group, else the first of them. */
export function accused({ group, crashes: [first] }: On): CrashReply['verdict'] {
  if (group === null || group.culprit === 'unknown') {
    return first.reply.verdict;
  }
  const { culprit, confidence, verdict } = group;
  return { culprit, confidence, sentence: verdict, againstAnalyze: first.reply.verdict.againstAnalyze };
}
