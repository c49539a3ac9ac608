import type { CrashReply, GroupReply, Reply, StepReply } from './reply.ts';
import type { Story } from './story/story.ts';

/** What one verdict is about: crashes that share a cause, or one crash alone. */
export interface Subject {
  readonly group: GroupReply | null;
  /** Those of the group that are told here, or the one. */
  readonly crashes: readonly CrashReply[];
}

const SURENESS = ['high', 'medium', 'low'];

/** What a reply is about, most important first: shared causes, then single crashes, the surest verdict before the others. */
export function subjectsOf({ groups, crashes }: Pick<Reply, 'groups' | 'crashes'>): readonly Subject[] {
  const grouped = new Set(groups.flatMap((group) => group.crashes));
  const alone = crashes.filter(({ id }) => !grouped.has(id));
  return [
    ...groups.map((group) => ({ group, crashes: crashes.filter(({ id }) => group.crashes.includes(id)) })),
    ...alone.toSorted((a, b) => rank(a) - rank(b)).map((crash) => ({ group: null, crashes: [crash] })),
  ];
}

function rank({ verdict: { culprit, confidence } }: CrashReply): number {
  return culprit === 'unknown' ? SURENESS.length : SURENESS.indexOf(confidence);
}

export interface SubjectVerdict {
  readonly culprit: string;
  readonly confidence: CrashReply['verdict']['confidence'];
  /** Who, how sure. */
  readonly sentence: string;
  /** Of which stop. */
  readonly title: string;
  readonly story: Story;
  readonly steps: readonly StepReply[];
}

/** What is said of the subject as a whole; null for a group of which nothing is told. */
export function verdictOn({ group, crashes }: Subject): SubjectVerdict | null {
  if (group) {
    return { ...group, sentence: group.verdict };
  }
  const [crash] = crashes;
  return crash ? { ...crash.verdict, title: crash.title, story: crash.story, steps: crash.steps } : null;
}
