import { COLON } from '../language/joined.ts';
import type { Language, Text } from '../language/text.ts';
import { countDumps } from './count-dumps.ts';
import type { CrashReply, GroupReply } from './reply.ts';
import { CONFIDENCE, culpritName, LABELS, suspectWord } from './words.ts';

/**
 * What a notification shows and a screen reader says: who is suspected first, because a notification is cut after some
 * words; then of which crash; then what to run where nobody can be named.
 */
export function summaryOf(groups: readonly GroupReply[], crashes: readonly CrashReply[], language: Language): string {
  const inGroups = new Set(groups.flatMap((group) => group.crashes));
  const alone = crashes.filter(({ id }) => !inGroups.has(id));
  const shared = groups.map((group) => sharedSummary(group, groups, crashes)[language]);
  return [...shared, ...alone.map((crash) => crashSummary(crash, language))].join(' ');
}

function sharedSummary(group: GroupReply, groups: readonly GroupReply[], crashes: readonly CrashReply[]): Text {
  const { culprit, confidence, title } = group;
  const all = crashes.map(({ id }) => id);
  const count = group.dumps.length === 1 ? LABELS.oneDump : howMany(group, countDumps(all, groups));
  if (culprit === 'unknown') {
    return { en: `${count.en}, not known yet – ${title}.`, zh: `${count.zh}，尚未查明——${title}。` };
  }
  const name = named(culprit, confidence);
  return { en: `${count.en}: ${name.en} – ${title}.`, zh: `${count.zh}：${name.zh}——${title}。` };
}

function howMany({ crashes, likely, dumps }: GroupReply, all: number): Text {
  const certain = countDumps(
    crashes.filter((id) => !likely.includes(id)),
    [{ dumps }],
  );
  const others = countDumps(likely, [{ dumps }]);
  if (certain >= all) {
    return { en: `${certain} crashes, one cause`, zh: `${certain} 次崩溃，同一原因` };
  }
  const more =
    others === 0 ? { en: '', zh: '' } : { en: ` (${others} more probably)`, zh: `（另有 ${others} 次很可能也是）` };
  return {
    en: `${certain} of ${all} crashes, one cause${more.en}`,
    zh: `${all} 次崩溃中有 ${certain} 次同一原因${more.zh}`,
  };
}

function crashSummary({ title, verdict, nextCommands }: CrashReply, language: Language): string {
  const { culprit, confidence, sentence } = verdict;
  if (culprit !== 'unknown') {
    const name = named(culprit, confidence);
    return { en: `Suspect: ${name.en} – ${title}.`, zh: `${suspectWord(culprit)}：${name.zh}——${title}。` }[language];
  }
  const commands = nextCommands.map(({ command }) => command).join('; ');
  const next = { en: ` Run next: ${commands}`, zh: `接下来运行：${commands}` }[language];
  return `${title}${COLON[language]}${sentence}${commands === '' ? '' : next}`;
}

function named(culprit: string, confidence: GroupReply['confidence']): Text {
  const name = culpritName(culprit);
  const sure = CONFIDENCE[confidence];
  return { en: `${name.en} (${sure.en})`, zh: `${name.zh}（${sure.zh}）` };
}
