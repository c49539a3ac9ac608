import type { Crash } from '../crash.ts';
import { minidumpOf } from './machine-facts.ts';
import { makeCrash } from './make-crash.ts';
import type { Mention } from './mention.ts';
import { mergeMentions } from './merge-mentions.ts';
import { findRepeats } from './repeats.ts';

/**
 * The crashes that all mentions show. What repeats another mention of its source is a place of that crash and no fact;
 * a copy in another file stays a crash, which cites its own lines, and says of which one it is a copy.
 */
export function crashesOf(mentions: readonly Mention[]): Crash[] {
  const repeats = findRepeats(mentions);
  const isAgain = (mention: Mention) => repeats.get(mention)?.source === mention.source;
  const groups = mergeMentions(mentions.filter((mention) => !isAgain(mention)));
  const ids = new Map(groups.flatMap((group, at) => group.map((mention) => [mention, `c${at + 1}`] as const)));
  const shownBy = (mention: Mention | undefined) => {
    const whole = mention === undefined ? undefined : repeats.get(mention);
    return whole === undefined ? null : (ids.get(whole) ?? null);
  };
  return groups.map((group, at) => {
    const id = `c${at + 1}`;
    const again = mentions.filter((mention) => isAgain(mention) && shownBy(mention) === id);
    const copyOf = group.every((mention) => repeats.has(mention)) ? shownBy(group[0]) : null;
    const name = groups.length > 1 ? nameOf(group) : null;
    return { ...makeCrash(group, again, id), ...(name !== null && { name }), copyOf };
  });
}

/** What somebody wrote above it, else the machine or the minidump that the debugger names. */
function nameOf(group: readonly Mention[]): string | null {
  const [written] = group.flatMap(({ name }) => name() ?? []);
  const systems = group.flatMap(({ facts }) => facts.systems);
  return written ?? minidumpOf(systems) ?? systems.find(({ name }) => name === 'computer')?.value ?? null;
}
