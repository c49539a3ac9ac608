import type { DiagnosedCrash } from '../diagnosis/diagnosis.ts';
import type { Evidence } from '../diagnosis/rules/rule.ts';
import type { Say } from '../language/say.ts';
import type { CrashReply, Reply } from '../reply/reply.ts';
import { kindOfRival, rivalName } from '../reply/rival-words.ts';
import type { Cite } from '../reply/story/story.ts';
import { alsoPossible, PROMISE } from '../reply/story/story-words.ts';
import type { Item } from './told.ts';
import type { ToldSubject } from './told-subject.ts';

/** An item before its names are taken out. */
export interface Draft extends Pick<Item, 'kind' | 'role' | 'text' | 'label' | 'cites'> {
  readonly isStrongest?: boolean;
}

const MOST_EVIDENCE = 6;
const MOST_REASONS = 3;
const MOST_STEPS = 3;
const MOST_KNOWN = 3;

/** Everything that may be told of one verdict, in the language of the reply. Where nobody is accused: leads, the meaning of the stop, what to do. */
export function draftItems(subject: ToldSubject, { language }: Reply, say: Say): readonly Draft[] {
  const { group, diagnosed, crashes } = subject;
  const evidence = diagnosed.flatMap((one) =>
    evidenceOf(
      one,
      crashes.find(({ id }) => id === one.crash.id),
      subject,
      say,
    ),
  );
  const reasons = (group?.reasons ?? [])
    .slice(0, MOST_REASONS)
    .map((text): Draft => ({ kind: 'R', role: 'reason', text, label: group?.crashes.join('+') ?? '', cites: [] }));
  const isOpen = subject.culprit === 'unknown';
  const known = diagnosed.flatMap((one) => [...meanings(one, say), ...(isOpen ? [] : doubts(one, subject, say))]);
  const promise = isOpen ? [] : [about(say(PROMISE[subject.confidence]), 'known', language)];
  return [...evidence, ...reasons, ...once([...known, ...promise]), ...steps(diagnosed, language, say)];
}

function evidenceOf(
  { judgement, crash: { id } }: DiagnosedCrash,
  reply: CrashReply | undefined,
  { culprit, best }: ToldSubject,
  say: Say,
): Draft[] {
  const shown = [...(reply?.evidence ?? []), ...(reply?.considered ?? [])];
  const all = judgement.suspects.flatMap(({ evidence }) => evidence);
  const drafts = shown.flatMap(({ suspect, rule, text, quotes }, at): Draft[] => {
    const one = all.find((item) => item.suspect === suspect && item.rule === rule && say(item.text) === text);
    const role = one && roleOf(one, culprit);
    const cites = quotes.map(({ place }): Cite => ({ crash: id, place }));
    return role
      ? [
          {
            kind: 'E',
            role,
            text,
            label: `${id}·${at + 1}`,
            cites,
            isStrongest: one.text.en === best && role === 'for',
          },
        ]
      : [];
  });
  const rank = ({ isStrongest, role }: Draft) => (isStrongest ? 0 : role === 'for' || role === 'lead' ? 1 : 2);
  return drafts.toSorted((a, b) => rank(a) - rank(b)).slice(0, MOST_EVIDENCE);
}

/** Null for what is not told: where nobody is accused, only who might be. */
function roleOf(one: Evidence, culprit: string): Item['role'] | null {
  if (culprit === 'unknown') {
    return one.for ? 'lead' : null;
  }
  if (!one.for) {
    return 'against';
  }
  return one.suspect === culprit ? 'for' : 'other';
}

function meanings({ bugcheck, crash: { id } }: DiagnosedCrash, say: Say): Draft[] {
  return bugcheck ? [{ kind: 'K', role: 'known', text: say(bugcheck.meaning), label: id, cites: [] }] : [];
}

/** Why the findings matter and when they mislead, what else is possible and what is not. */
function doubts({ judgement, crash: { id } }: DiagnosedCrash, { culprit }: ToldSubject, say: Say): Draft[] {
  const own = judgement.suspects.filter(({ driver }) => driver === culprit).flatMap(({ evidence }) => evidence);
  const speaking = own.filter((one) => one.for).slice(0, MOST_KNOWN);
  const draft = (role: Item['role'], text: string): Draft => ({ kind: 'K', role, text, label: id, cites: [] });
  const rival = judgement.remaining[0];
  return [
    ...speaking.flatMap(({ why, unless }) => [draft('known', say(why)), draft('doubt', say(unless))]),
    ...judgement.excluded.slice(0, MOST_KNOWN).map(({ rival: out, because }) =>
      draft(
        'known',
        say({
          en: `As good as ruled out: ${kindOfRival(out).en}. ${because.en}`,
          zh: `基本可以排除：${kindOfRival(out).zh}。${because.zh}`,
        }),
      ),
    ),
    ...(rival ? [draft('doubt', say(alsoPossible(rivalName(rival))))] : []),
    ...(judgement.verdict.againstAnalyze ? [draft('known', say(judgement.verdict.againstAnalyze.names))] : []),
  ];
}

function steps(diagnosed: readonly DiagnosedCrash[], language: Reply['language'], say: Say): Draft[] {
  const advised = diagnosed.flatMap(({ judgement }) =>
    judgement.recommendations.map(({ title, reason }) => ({
      en: `${title.en}: ${reason.en}`,
      zh: `${title.zh}：${reason.zh}`,
    })),
  );
  const commands = diagnosed.flatMap(({ judgement }) =>
    judgement.nextCommands.map(({ command, why }) => ({
      en: `Run ${first(command)}. ${why.en}`,
      zh: `运行 ${first(command)}。${why.zh}`,
    })),
  );
  const all = [...advised.slice(0, MOST_STEPS), ...commands.slice(0, MOST_STEPS)];
  return once(all.map((text) => ({ ...about(say(text), 'step', language), kind: 'S' as const })));
}

/** `!pool`: its values are on the card. */
function first(command: string): string {
  return command.split(/\s/, 1)[0] ?? '';
}

function about(text: string, role: Item['role'], language: Reply['language']): Draft {
  return { kind: 'K', role, text, label: LABELS[role === 'step' ? 'step' : 'known'][language], cites: [] };
}

const LABELS = { step: { en: 'next steps', zh: '后续步骤' }, known: { en: 'confidence', zh: '置信度' } };

function once(drafts: readonly Draft[]): Draft[] {
  return drafts.filter(({ text }, at) => drafts.findIndex((one) => one.text === text) === at);
}
