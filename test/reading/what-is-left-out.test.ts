import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { crashFolders } from '../support/crash-folders.ts';
import { SHARED, withShared } from '../support/shared-folder.ts';

const knowledge = loadKnowledge();

const remarksOn = (text: string) => {
  const { crashes, warnings } = diagnose([{ source: null, text }], knowledge);
  const asked = crashes.flatMap(({ judgement }) => judgement.nextCommands.map(({ why }) => why.en));
  return [...warnings.map((warning) => warning.text.en), ...asked];
};

const rows = (last: string) => `0: kd> k
 # Child-SP          RetAddr               Call Site
00 ffff8d0a\`41c2f5e8 fffff802\`6fe0d5a9     nt!KeBugCheckEx
01 ffff8d0a\`41c2f5f0 fffff802\`6fe098d4     nt!KiBugCheckDispatch+0x69
02 ffff8d0a\`41c2f730 fffff80a\`5e1a2f10     nt!KiPageFault+0x454
03 ffff8d0a\`41c2f8c0 fffff802\`6fd5a1b5     quince+0x2f10
${last}
`;

test('a stack that the debugger had printed to its end is not said to go on', () => {
  const ends = [
    '04 ffff8d0a`41c2f930 fffff802`6fdfe0a8     nt!PspSystemThreadStartup+0x55\n05 ffff8d0a`41c2f980 00000000`00000000     nt!KiStartSystemThread+0x28',
    '04 ffff8d0a`41c2f930 00007ffd`1c8cd0c4     nt!KiSystemServiceCopyEnd+0x25',
    '04 ffff8d0a`41c2f930 00007ffd`1c8cd0c4     nt!KiSystemServiceCopyEnd+0x25\n05 000000a4`bd4ff3a8 00007ffd`1cbb1a2c     ntdll!NtWriteFile+0x14',
    '04 ffff8d0a`41c2f930 fffff802`6fdfe9ea     nt!KiRetireDpcList+0x1f4\n05 ffff8d0a`41c2f980 00000000`00000000     nt!KiIdleLoop+0x5a',
    '04 ffff8d0a`41c2f930 00000000`00000000     plum+0x18',
  ];
  for (const end of ends) {
    assert.deepEqual(
      remarksOn(rows(end)).filter((said) => /goes on below|ends before/.test(said)),
      [],
      end,
    );
  }
});

test('one that returns to somebody who is not shown is said to go on', () => {
  const said = remarksOn(rows('04 ffff8d0a`41c2f930 fffff802`6fdfe0a8     nt!IofCallDriver+0x55'));
  assert.ok(said.includes('The call stack goes on below this line; run k 100 to get the rest.'), said.join('\n'));
  // The handler of a system call's exception stands above the fault: nobody called from it.
  const handler = rows('04 ffff8d0a`41c2f930 fffff802`6fdfe0a8     nt!IofCallDriver+0x55').replace(
    'nt!KiPageFault+0x454',
    'nt!KiSystemServiceHandler+0x7c',
  );
  assert.ok(remarksOn(handler).some((text) => text.startsWith('The call stack goes on')));
});

test('rows that no parser can read as a stack are not said to be missing', () => {
  const said = remarksOn(`PAGE_FAULT_IN_NONPAGED_AREA (50)
Arguments:
Arg1: ffffaf0733d1c0a8
Arg2: 0000000000000000
Arg3: fffff80b22d41c30
Arg4: 0000000000000002

3: kd> kf
...
02        40 ffffdc0e\`7ee66850 fffff800\`3b7f8801     plumnet!SendNext+0x4d
...`);
  assert.deepEqual(
    said.filter((text) => /shows no call stack|lacks the call stack/.test(text)),
    [],
  );
});

/** What the reply may say of a gap, and what must then not stand in the paste. */
const CLAIMS: readonly [RegExp, RegExp][] = [
  [/lacks !analyze -v/, /!analyze -v/],
  [/names no image, symbol or bucket/, /^\s*(?:IMAGE_NAME|SYMBOL_NAME|FAILURE_BUCKET_ID|BUCKET_ID): +\S/m],
  [
    /shows no call stack|lacks (?:the )?call stack/,
    /^.{0,24}[0-9a-f]{8}`?[0-9a-f]{8} +[0-9a-f]{8}`?[0-9a-f]{8}.*!\w+(?:\+0x|$)/im,
  ],
  [/No frames stand below STACK_TEXT/, /STACK_TEXT:[^\n]*\n[^\n]*[0-9a-f]{8} [0-9a-f]{8}/i],
];

function contradictions(text: string): string[] {
  const { crashes, warnings } = diagnose([{ source: null, text }], knowledge);
  const lines = text.split('\n');
  return crashes.flatMap(({ crash, judgement }) => {
    const own = crash.mentions.map(([from, to]) => lines.slice(from - 1, to).join('\n')).join('\n');
    const said = [
      ...warnings.filter((warning) => warning.crash === crash.id).map((warning) => warning.text.en),
      ...judgement.nextCommands.map(({ why }) => why.en),
    ];
    const ended = /goes on below|ends before it shows/;
    const last = crash.stack?.frames.at(-1);
    const overran = last?.returnAddress === '0x0' ? said.filter((sentence) => ended.test(sentence)) : [];
    return [
      ...said.filter((sentence) => CLAIMS.some(([claim, shown]) => claim.test(sentence) && shown.test(own))),
      ...overran,
    ];
  });
}

test('no recorded crash is said to lack what it shows', () => {
  for (const { name, paste } of crashFolders()) {
    assert.deepEqual(contradictions(paste), [], name);
  }
});

test('no crash of the development sets is said to lack what it shows', withShared, () => {
  const files = globSync('{corpus,posts}/*.txt', { cwd: SHARED });
  assert.ok(files.length > 50, `${files.length} files`);
  for (const file of files) {
    assert.deepEqual(contradictions(readFileSync(join(SHARED, file), 'utf8')), [], basename(file));
  }
});
