import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { quoter } from '#src/reply/quote.ts';
import { crashFolders } from '../support/crash-folders.ts';
import { SHARED, withShared } from '../support/shared-folder.ts';

const knowledge = loadKnowledge();

/** Addresses, files and symbols: what a reader looks for in the lines below the sentence. */
const VALUES = /\b0x0*(?<hex>[0-9a-f]{5,16})\b|\b(?<file>[\w-]+)\.(?:sys|dll|exe)\b|\b(?<symbol>\w+!\w+)/g;
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
  const quote = quoter(pastes, null);
  return diagnose(pastes, knowledge).crashes.flatMap(({ judgement }) =>
    judgement.suspects.flatMap(({ evidence }) =>
      evidence.flatMap(({ rule, lines, text: said }) => {
        const quotes = quote(lines, said.en).map((one) => one.text);
        // A quote that had to be cut may lack a value that its line holds.
        if (quotes.some((one) => one.includes('…'))) return [];
        const shown = bare(quotes.join(' ')) + typed;
        const values = [...said.en.matchAll(VALUES)].map(
          ({ groups }) => groups?.hex ?? groups?.file ?? groups?.symbol ?? '',
        );
        return values.filter((value) => !shown.includes(bare(value))).map((value) => `${rule}: ${value}`);
      }),
    ),
  );
}

test('what a finding names stands in the lines that it cites: every recorded crash', () => {
  for (const { name, paste } of crashFolders()) assert.deepEqual(unshown(paste), [], name);
});

test('what a finding names stands in the lines that it cites: the development sets', withShared, () => {
  const files = globSync('{corpus,posts}/*.txt', { cwd: SHARED });
  assert.ok(files.length > 50, `${files.length} files`);
  for (const file of files) assert.deepEqual(unshown(readFileSync(join(SHARED, file), 'utf8')), [], file);
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
