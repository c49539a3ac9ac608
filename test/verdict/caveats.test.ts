import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import type { DiagnosedCrash } from '#src/diagnosis/diagnosis.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { isOut } from '#src/diagnosis/rules/caveats.ts';
import { analyze, stackText, THREAD_END } from './debugger-text.ts';
import { judged } from './verdict-of.ts';

/*
 * What a verdict says of the other explanations in several places must be one thing: what is ruled out is neither a way in
 * which a finding misleads, nor still possible.
 */

const CRASHES = new URL('../crashes/', import.meta.url);
const EXAMPLES = new URL('../../src/diagnosis/rules/', import.meta.url);
const knowledge = loadKnowledge();

interface Sample {
  readonly name: string;
  readonly crash: DiagnosedCrash;
}

const samples: readonly Sample[] = [
  ...readdirSync(CRASHES).map((name) => ({ name, text: readFileSync(new URL(`${name}/paste.txt`, CRASHES), 'utf8') })),
  ...readdirSync(EXAMPLES)
    .filter((file) => file.endsWith('.examples.txt'))
    .flatMap((file) => examplesIn(file)),
].flatMap(({ name, text }) => diagnose([{ source: null, text }], knowledge).crashes.map((crash) => ({ name, crash })));

function examplesIn(file: string): { name: string; text: string }[] {
  const all = readFileSync(new URL(file, EXAMPLES), 'utf8')
    .split(/^=== .{1,220}$/m)
    .slice(1);
  return all.map((text, at) => ({ name: `${file} ${at + 1}`, text }));
}

test('there is something to compare', () => {
  assert.ok(samples.length > 300, `${samples.length} crashes`);
  assert.ok(samples.filter(({ crash }) => crash.judgement.excluded.length > 0).length > 40);
});

test('no finding is said to be wrong by what the crash rules out', () => {
  const contradictions = samples.flatMap(({ name, crash: { judgement } }) => {
    const out = new Set(judgement.excluded.map(({ rival }) => rival));
    const evidence = judgement.suspects.flatMap((suspect) => suspect.evidence);
    return evidence.flatMap(({ rule, caveats = [] }) =>
      caveats.filter((caveat) => isOut(caveat, out)).map(({ en }) => `${name}: ${rule}: ${en}`),
    );
  });
  assert.deepEqual(contradictions, []);
});

test('nobody is accused of what the crash rules out', () => {
  const contradictions = samples.filter(({ crash: { judgement } }) => {
    const named = { hardware: 'hardware', os: 'windows', unknown: null }[judgement.verdict.culprit];
    return judgement.excluded.some(({ rival }) => rival === (named === undefined ? 'driver' : named));
  });
  assert.deepEqual(
    contradictions.map(({ name, crash }) => `${name}: ${crash.judgement.verdict.culprit}`),
    [],
  );
});

test('what is ruled out is not still possible', () => {
  const contradictions = samples.flatMap(({ name, crash: { judgement } }) => {
    const out = new Set(judgement.excluded.map(({ rival }) => rival));
    return judgement.remaining.filter(({ rival }) => out.has(rival)).map(({ rival }) => `${name}: ${rival}`);
  });
  assert.deepEqual(contradictions, []);
});

test('who ran into a trap flag had no memory destroyed', () => {
  const text = (code: string) =>
    analyze('7e', [code, 'fffff809090a3010', 'ffff860c73b2a728', 'ffff860c73b29f70']) +
    stackText('acmedbg+0x3010', 'acmedbg+0x1c6e', ...THREAD_END);
  const unless = (code: string) => judged(text(code)).judgement.suspects[0]?.evidence[0]?.unless.en ?? '';
  assert.match(unless('ffffffff80000004'), /trap flag/);
  assert.match(unless('ffffffffc0000005'), /memory it was using/);
});
