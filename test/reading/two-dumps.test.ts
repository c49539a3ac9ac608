import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { joinParts } from '#dialogs/pastes/case-pastes.ts';
import type { Paste } from '#src/diagnosis/crash.ts';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';

/** Any two of the recorded crashes in one case: what is found is what each of them shows alone. */

const ROOT = fileURLToPath(new URL('../crashes/', import.meta.url));
const KNOWLEDGE = loadKnowledge();
const PASTES = globSync('*/paste.txt', { cwd: ROOT }).map((file) => ({
  name: basename(dirname(file)),
  text: readFileSync(join(ROOT, file), 'utf8'),
}));

/** Output without a stop code, and one that shows no address it could contradict: they may well be of one dump. */
const MAY_BE_ONE: ReadonlySet<string> = new Set([
  'hung-thread-holds-lock + stop-screen-names-driver',
  'stop-screen-names-driver + hung-thread-holds-lock',
  'two-dumps-in-a-chinese-mail + hung-thread-holds-lock',
]);

function found(pastes: readonly Paste[]): string[] {
  const { crashes } = diagnose(pastes, KNOWLEDGE);
  return crashes
    .map(({ crash: { kind, bugcheck, process, symbol, stack }, judgement: { verdict } }) =>
      [
        kind,
        bugcheck?.code,
        bugcheck?.args,
        process,
        symbol,
        stack?.frames.length,
        verdict.culprit,
        verdict.confidence,
      ].join(' '),
    )
    .sort();
}

const alone = new Map(PASTES.map(({ name, text }) => [name, found([{ source: null, text }])]));

function mixed(put: (a: string, b: string) => readonly Paste[]): string[] {
  return PASTES.flatMap((a) =>
    PASTES.filter((b) => a !== b).flatMap((b) => {
      const each = [...(alone.get(a.name) ?? []), ...(alone.get(b.name) ?? [])].sort();
      const both = found(put(a.text, b.text));
      return both.join('\n') === each.join('\n') ? [] : [`${a.name} + ${b.name}`];
    }),
  );
}

function sent(...texts: string[]): readonly Paste[] {
  const stored = texts.map((text, at) => ({ id: `${at}`, author: 'w', at: `2026-11-22T10:0${at}:00.000Z`, text }));
  return joinParts(stored).read;
}

test('any two recorded crashes sent within minutes are judged as if each were alone', () => {
  const wrong = mixed((a, b) => sent(`case 3\n${a}`, `case 3\n${b}`));
  assert.deepEqual(
    wrong.filter((pair) => !MAY_BE_ONE.has(pair)),
    [],
  );
});

test('any two recorded crashes in one text, the second under a heading, are judged as if each were alone', () => {
  assert.deepEqual(
    mixed((a, b) => [{ source: null, text: `${a}\n\ndump 2:\n\n${b}` }]),
    [],
  );
});

test('any recorded crash pasted twice, whole after its first half, or quoted with other line ends is judged once', () => {
  for (const { name, text } of PASTES) {
    const lines = text.split('\n');
    const half = lines.slice(0, Math.ceil(lines.length / 2)).join('\n');
    const quoted = lines.map((line) => `> ${line}`).join('\r\n');
    for (const texts of [
      [text, text],
      [text, quoted],
    ]) {
      assert.deepEqual(found(sent(...texts)), alone.get(name), `${name} twice`);
      assert.deepEqual(diagnose(sent(...texts), KNOWLEDGE).groups, diagnose(sent(text), KNOWLEDGE).groups, name);
    }
    assert.deepEqual(found(sent(`${half}\n(wait)`, text)), alone.get(name), `${name} after its half`);
  }
});

test('a fault that comes again with the same arguments is another dump, if the file or the time says so', () => {
  const dump = (file: string, time: string) =>
    `Loading Dump File [C:\\Windows\\Minidump\\${file}.dmp]\nDebug session time: ${time} (UTC + 8:00)\n0: kd> !analyze -v\nIRQL_NOT_LESS_OR_EQUAL (a)\nArguments:\nArg1: 0000000000000008\nArg2: 0000000000000002\nArg3: 0000000000000000\nArg4: fffff8042122ef9d\nIMAGE_NAME:  ntkrnlmp.exe\n\n`;
  const crashes = (...texts: readonly string[]) =>
    diagnose([{ source: null, text: texts.join('') }], KNOWLEDGE).crashes;
  const first = dump('010226-9421-01', 'Fri Jan  2 09:11:11.000 2026');
  assert.equal(crashes(first, dump('010326-7001-01', 'Sat Jan  3 10:00:40.000 2026')).length, 2);
  assert.equal(crashes(first, first).length, 1);
});

test('dumps of different times are not called parts of one, though their stops are the same', () => {
  const dump = (time: string) =>
    `Debug session time: ${time} (UTC + 8:00)\n0: kd> !analyze -v\nIRQL_NOT_LESS_OR_EQUAL (a)\nArguments:\nArg1: 0000000000000008\nArg2: 0000000000000002\nArg3: 0000000000000000\nArg4: fffff8042122ef9d\n\n`;
  const { groups } = diagnose(
    [dump('Fri Jan  2 09:11:11.000 2026'), dump('Sat Jan  3 10:00:40.000 2026')].map((text) => ({
      source: null,
      text,
    })),
    KNOWLEDGE,
  );
  assert.doesNotMatch(JSON.stringify(groups), /one dump/);
});
