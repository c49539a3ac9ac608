import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { crashFolders } from '../support/crash-folders.ts';
import { assertGrowth } from '../support/growth.ts';

const knowledge = loadKnowledge();
const SMALL = 60_000;

for (const { name, paste } of crashFolders()) {
  test(`judging takes linear time where a session shows ${name} again and again`, () => {
    const small = `${paste}\n`.repeat(Math.ceil(SMALL / paste.length));
    const large = small.repeat(8);
    const judge = (text: string) => diagnose([{ source: null, text }], knowledge);
    assertGrowth(name, { small: () => judge(small), large: () => judge(large), most: 24, grain: 8 });
  });
}
