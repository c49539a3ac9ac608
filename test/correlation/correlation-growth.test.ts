import { test } from 'node:test';
import { correlate, fromOtherDumps } from '#src/diagnosis/correlation/correlate.ts';
import type { SeenCrash } from '#src/diagnosis/correlation/link.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { look } from '#src/diagnosis/look.ts';
import { readCrashes } from '#src/diagnosis/read-crashes.ts';
import { judge } from '#src/diagnosis/verdict/judge.ts';
import { assertGrowth } from '../support/growth.ts';
import { aDump } from './a-dump.ts';

const knowledge = loadKnowledge();
const FEW = 10;
const FACTOR = 6;

/** One driver in all dumps, whose machines all list their modules: whatever compares dumps with dumps has all to compare. */
function pastes(machines: number): { source: string; text: string }[] {
  return Array.from({ length: FEW * FACTOR }, (_, at) => ({
    source: `dump${at}.txt`,
    text: aDump({
      code: ['d1', '50', '7e'][at % 3] ?? 'd1',
      sites: [`acmeflt+0x1${at % 7}92`, `acmeflt+0x2${at % 5}10`],
      start: at + 1,
      record: 'acmeflt',
      modules: Array.from({ length: 40 }, (_, module) => `part${module + (at % machines) * 9}`),
    }),
  }));
}

for (const [name, machines] of [
  ['one machine', 1],
  ['as many machines as dumps', FEW * FACTOR],
] as const) {
  test(`long cases are read, judged and linked in about the time that their dumps take: ${name}`, () => {
    const all = pastes(machines);
    const work = (count: number) => {
      const crashes = readCrashes(all.slice(0, count)).crashes.map((crash): SeenCrash => {
        const own = look(crash, knowledge);
        return { ...own, bugcheck: null, judgement: judge(own) };
      });
      fromOtherDumps(crashes);
      return correlate(crashes);
    };
    assertGrowth(name, { small: () => work(FEW), large: () => work(FEW * FACTOR), most: 2 * FACTOR, grain: 10 });
  });

  test(`what compares dumps with one another is a small part of reading them: ${name}`, () => {
    const all = pastes(machines);
    const read = () =>
      readCrashes(all).crashes.map((crash) => {
        const own = look(crash, knowledge);
        return { ...own, bugcheck: null, judgement: judge(own) };
      });
    const crashes = read();
    const link = () => [fromOtherDumps(crashes.map(again)), correlate(crashes.map(again))];
    assertGrowth(name, { small: read, large: link, most: 0.5, grain: 10 });
  });
}

/** As a new case would see it: nothing is derived yet. */
function again({ crash, judgement }: SeenCrash): SeenCrash {
  return { ...look(crash, knowledge), bugcheck: null, judgement };
}
