import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { causeClass } from '#src/diagnosis/advice/cause-class.ts';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import type { DiagnosedCrash } from '#src/diagnosis/diagnosis.ts';
import type { Knowledge } from '#src/diagnosis/knowledge/knowledge.ts';
import { look } from '#src/diagnosis/look.ts';
import { LANGUAGES, type Language } from '#src/language/text.ts';
import { buildReply } from '#src/reply/build-reply.ts';
import { drawReply } from '#src/terminal/draw-reply.ts';
import { drawScreen } from '#src/terminal/draw-screen.ts';

interface CrashAdvice {
  readonly code: string;
  readonly culprit: string;
  readonly confidence: string;
  readonly kind: string;
  readonly steps: readonly { readonly id: string; readonly namesSuspect: boolean }[];
  readonly commands: readonly string[];
}

/** What a sample gets, crash by crash; texts without any crash get no reply with steps. */
export interface SampleAdvice {
  readonly sample: string;
  readonly crashes: readonly CrashAdvice[];
  /** Characters of its reply, by language. */
  readonly lengths: Readonly<Record<Language, Length>>;
}

interface Length {
  /** What is read at once: who, the story, what first. */
  readonly screen: number;
  /** All of it, unfolded. */
  readonly whole: number;
}

/** The class, steps and next commands of every text of the folders. */
export function adviceOn(folders: readonly string[], knowledge: Knowledge): SampleAdvice[] {
  return folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.txt'))
      .sort()
      .map((file) => sampleAdvice(file.slice(0, -'.txt'.length), readFileSync(join(folder, file), 'utf8'), knowledge)),
  );
}

function sampleAdvice(sample: string, text: string, knowledge: Knowledge): SampleAdvice {
  const pastes = [{ source: null, text }];
  const diagnosis = diagnose(pastes, knowledge);
  const lengthIn = (language: Language): Length => {
    const reply = buildReply(diagnosis, pastes, language);
    return { screen: drawScreen(reply, SCREEN).length, whole: drawReply(reply, SCREEN).length };
  };
  return {
    sample,
    crashes: diagnosis.crashes.map((one) => adviceOf(one, knowledge)),
    lengths: { en: lengthIn('en'), zh: lengthIn('zh') },
  };
}

const AS_IT_IS = (text: string) => text;
const SCREEN = { width: 100, paint: { heading: AS_IT_IS, strong: AS_IT_IS, dim: AS_IT_IS, code: AS_IT_IS } };

/** What one crash gets. */
function adviceOf({ crash, judgement }: DiagnosedCrash, knowledge: Knowledge): CrashAdvice {
  const { verdict, suspects, recommendations, nextCommands } = judgement;
  return {
    code: crash.bugcheck?.code ?? crash.bugcheck?.means?.code ?? '-',
    culprit: verdict.culprit,
    confidence: verdict.confidence,
    kind: causeClass({ ...look(crash, knowledge), verdict, suspects }),
    steps: recommendations.map((step) => ({
      id: step.id,
      namesSuspect: verdict.culprit.includes('.') && `${step.title.en} ${step.text.en}`.includes(verdict.culprit),
    })),
    commands: nextCommands.map(({ command }) => command),
  };
}

/** Shares of the replies that a step is part of, largest first; a step that names the suspect is another one each time. */
function sharesOf(advice: readonly SampleAdvice[]): { id: string; share: number; namesSuspect: boolean }[] {
  const replies = advice.filter(({ crashes }) => crashes.length > 0);
  const counts = new Map<string, { count: number; namesSuspect: boolean }>();
  for (const { crashes } of replies) {
    const steps = new Map(
      crashes.flatMap((one) => one.steps.map(({ id, namesSuspect }) => [id, namesSuspect] as const)),
    );
    for (const [id, namesSuspect] of steps) {
      const before = counts.get(id);
      counts.set(id, { count: (before?.count ?? 0) + 1, namesSuspect: (before?.namesSuspect ?? true) && namesSuspect });
    }
  }
  return [...counts]
    .map(([id, { count, namesSuspect }]) => ({ id, share: count / Math.max(1, replies.length), namesSuspect }))
    .sort((a, b) => b.share - a.share || a.id.localeCompare(b.id));
}

/** For people: first what is given too often, then every sample, then the shares. */
export function printAdvice(advice: readonly SampleAdvice[]): string {
  const shares = sharesOf(advice);
  const often = shares.filter(({ share, namesSuspect }) => share > 0.5 && !namesSuspect).map(({ id }) => id);
  const replies = advice.filter(({ crashes }) => crashes.length > 0).length;
  return [
    `Steps in more than half of ${replies} replies that do not name the suspect: ${often.join(', ') || 'none'}`,
    ...LANGUAGES.map((language) => medians(advice, language)),
    '',
    ...advice.flatMap(({ sample, crashes }) => crashes.map((one) => `${sample}  ${row(one)}`)),
    '',
    ...shares.map(
      ({ id, share, namesSuspect }) =>
        `${(share * 100).toFixed(1).padStart(5)} %  ${id}${namesSuspect ? '  (names the suspect)' : ''}`,
    ),
  ].join('\n');
}

/** Of the texts in which a crash was found. */
function medians(advice: readonly SampleAdvice[], language: Language): string {
  const own = advice.flatMap(({ crashes, lengths }) => (crashes.length > 0 ? [lengths[language]] : []));
  const of = (part: keyof Length) => median(own.map((length) => length[part]));
  return `Characters of a reply (${language}), median: ${of('screen')} on the screen, ${of('whole')} in all`;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

function row({ code, culprit, confidence, kind, steps, commands }: CrashAdvice): string {
  const given = steps.map(({ id }) => id).join(' ') || 'no step';
  return `${code} ${culprit} (${confidence}) <${kind}>: ${given} | ${commands.join(' ; ') || 'no command'}`;
}
