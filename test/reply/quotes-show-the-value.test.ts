import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { quoterOf } from '#src/reply/quote.ts';
import { crashFolders } from '../support/crash-folders.ts';
import { SHARED, withShared } from '../support/shared-folder.ts';

const knowledge = loadKnowledge();

/** Addresses, files, symbols, pool tags: what a reader looks for in the lines below the sentence. */
const VALUES =
  /\b0x0*(?<hex>[0-9a-f]{5,16})\b|\b(?<file>[\w-]+)\.(?:sys|dll|exe)\b|\b(?<symbol>\w+!\w+)|\btag "(?<tag>\w{3,4})"/g;
const bare = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/** The values that a finding speaks of and the lines quoted for it do not show. */
function unshown(text: string): string[] {
  const pastes = [{ source: null, text }];
  // What was typed at the prompt stands above the output that is quoted.
  const typed = bare(
    text
      .split('\n')
      .filter((line) => /kd> |^!/.test(line))
      .join(' '),
  );
  const quote = quoterOf(text);
  return diagnose(pastes, knowledge).crashes.flatMap(({ judgement }) =>
    judgement.suspects.flatMap(({ evidence }) =>
      evidence.flatMap(({ rule, lines, text: said }) => {
        const quotes = quote(lines, said.en).map((one) => one.text);
        // A quote that had to be cut may lack a value that its line holds.
        if (quotes.some((one) => one.includes('…'))) {
          return [];
        }
        const shown = bare(quotes.join(' ')) + typed;
        const values = [...said.en.matchAll(VALUES)].map(
          ({ groups }) => groups?.hex ?? groups?.file ?? groups?.symbol ?? groups?.tag ?? '',
        );
        return values.filter((value) => !shown.includes(bare(value))).map((value) => `${rule}: ${value}`);
      }),
    ),
  );
}

test('what a finding names stands in the lines that it cites: every recorded crash', () => {
  for (const { name, paste } of crashFolders()) {
    assert.deepEqual(unshown(paste), [], name);
  }
});

test('what a finding names stands in the lines that it cites: the development sets', withShared, () => {
  const files = globSync('{corpus,posts}/*.txt', { cwd: SHARED });
  assert.ok(files.length > 50, `${files.length} files`);
  for (const file of files) {
    assert.deepEqual(unshown(readFileSync(join(SHARED, file), 'utf8')), [], file);
  }
});

test('a bucket that only the pairs of keys and values hold is cited there', () => {
  const text = `DRIVER_POWER_STATE_FAILURE (9f)
Arguments:
Arg1: 0000000000000004, The power transition timed out waiting to synchronize with the Pnp
	subsystem.
Arg2: 000000000000012c, Timeout in seconds.
Arg3: ffffc20f7c803040, The thread currently holding on to the Pnp lock.
Arg4: fffff580255df140, nt!TRIAGE_9F_PNP on Win7 and higher

KEY_VALUES_STRING: 1

    Key  : Failure.Bucket
    Value: 0x9F_4_plumdock!PdUnload
`;
  assert.deepEqual(unshown(text), []);
  const [found] = diagnose([{ source: null, text }], knowledge).crashes[0]?.judgement.suspects[0]?.evidence ?? [];
  assert.match(found?.text.en ?? '', /the thread was that kept the Plug and Play lock/);
  assert.doesNotMatch(found?.text.en ?? '', /power IRP/);
});

test('a value and a tag that a mail moved into the next line are quoted with it', () => {
  const text = `0: kd> !analyze -v
ATTEMPTED_EXECUTE_OF_NOEXECUTE_MEMORY (fc)
Arguments:
Arg1: ffffb68d3c7a9130, Virtual address for the attempted execute.
Arg2: 89000001d2c4e863, PTE contents.
Arg3: ffffe50a71d3f6c0, (reserved)
Arg4: 0000000000000000, (reserved)

0: kd> dt plumnet!_PLUM_ENTRY ffffb68d44c1a050
   +0x000 pRoutine
                                 : 0xffffb68d\`3c7a9130 Void
   +0x008 Context
                                 : 0xffffb68d\`51f0c2d0 Void

0: kd> !pool ffffb68d44c1a050
Pool page ffffb68d44c1a050 region is Nonpaged pool
*ffffb68d44c1a030 size: 60 previous size: 0 (Allocated)
*Plmq
0: kd> !mex.tag Plmq
Name      Number of Hits Version Time Stamp Location
plumflt   1 0.0.0.0 06/23/2020 03:10:42 \\SystemRoot\\system32\\DRIVERS\\plumflt.sys
`;
  assert.deepEqual(unshown(text), []);
  const quote = quoterOf(text);
  const evidence = diagnose([{ source: null, text }], knowledge).crashes[0]?.judgement.suspects[0]?.evidence ?? [];
  const quotesOf = (rule: string) =>
    evidence
      .filter((one) => one.rule === rule)
      .map(({ lines, text: said }) => quote(lines, said.en).map((q) => q.text));
  assert.deepEqual(quotesOf('overwritten-routine'), [['+0x000 pRoutine', ': 0xffffb68d`3c7a9130 Void']]);
  assert.ok(quotesOf('pool-tag-owner').flat().includes('*Plmq'));
});
