import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { evalDecoys, showDecoy } from '#tools/eval/eval-decoys.ts';
import { decoyShares, printDecoys } from '#tools/eval/print-decoys.ts';
import type { Sample } from '#tools/eval/sample.ts';
import type { DecoyOutcome, DecoyScore } from '#tools/eval/score-decoys.ts';
import { REGISTRY_X64 } from './pastes.ts';

const KNOWLEDGE = loadKnowledge();
const OPTIONS = { seed: 1, kinds: [], json: true, min: [], max: [] };
const nobodyWatches = () => {};

test('every crash with a cause is planted into, every kind is planted or skipped', () => {
  const samples = [sample('one', 'os'), sample('user', null)];
  const { output } = evalDecoys(samples, KNOWLEDGE, OPTIONS, nobodyWatches);
  const { crashes, skipped, scores } = JSON.parse(output);
  assert.equal(crashes, 1);
  const kinds = Object.keys(skipped);
  assert.equal(scores.length + kinds.reduce((sum, kind) => sum + skipped[kind], 0), kinds.length);
  assert.equal(skipped['irp-filter'], 1);
  assert.ok(scores.every(({ cause, isSeen }: DecoyScore) => cause === 'windows' && isSeen));
});

test('a verdict stays where nothing of it changed', () => {
  const { output } = evalDecoys([sample('one', 'os')], KNOWLEDGE, { ...OPTIONS, kinds: ['old-module'] }, nobodyWatches);
  const [score] = JSON.parse(output).scores;
  assert.equal(score.outcome, 'stayed');
  assert.deepEqual(score.before, score.after);
});

test('thresholds hold or are told, and a typo never holds', () => {
  const broken = (min: string[], max: string[]) =>
    evalDecoys([sample('one', 'os')], KNOWLEDGE, { ...OPTIONS, kinds: ['old-module'], min, max }, nobodyWatches).broken;
  assert.deepEqual(broken(['verdicts stayed=100'], ['plants accused=0', 'worst kind accused=0']), []);
  assert.deepEqual(broken(['plants unseen=1', 'stayed=1'], ['verdicts stayed=50', 'plants accused=']), [
    'plants unseen=1',
    'stayed=1',
    'verdicts stayed=50',
    'plants accused=',
  ]);
});

test('a kind that does not exist is told with those that do', () => {
  assert.throws(
    () => evalDecoys([], KNOWLEDGE, { ...OPTIONS, kinds: ['hook'] }, nobodyWatches),
    /no kind is called hook; there are system-call-hook, /,
  );
});

test('the planted text is shown by its id', () => {
  const samples = [sample('one', 'os')];
  assert.match(showDecoy(samples, KNOWLEDGE, 'one/checksum', 1) ?? '', /Unable to verify checksum for \w+\.sys/);
  assert.equal(showDecoy(samples, KNOWLEDGE, 'one/irp-filter', 1), null);
  assert.equal(showDecoy(samples, KNOWLEDGE, 'two/checksum', 1), null);
});

test('a kind with few places is not watered down by one with many', () => {
  const scores = [score('irp-filter', 'accused'), ...Array.from({ length: 9 }, () => score('checksum', 'stayed'))];
  const shares = decoyShares(scores);
  assert.equal(shares.get('plants accused'), 0.1);
  assert.equal(shares.get('worst kind accused'), 1);
  assert.equal(shares.get('checksum accused'), 0);
  assert.equal(shares.get('verdicts stayed'), 0.9);
});

test('the table counts by kind, cause, rule and confidence', () => {
  const skipped = { 'irp-filter': 2 };
  const printed = printDecoys({ seed: 1, crashes: 3, skipped, scores: [score('irp-filter', 'accused')] });
  assert.match(
    printed,
    /^ {2}accused {3}one\/irp-filter: os \(low, 0\.75\) → quv\.sys \(medium, 0\.88\), planted quv\.sys: third-party-caller \(strong\)$/m,
  );
  assert.deepEqual(cellsOf(printed, 'irp-filter'), ['1', '2', '0', '0', '0', '0', '0', '0', '1', '0', '1', '0']);
  assert.deepEqual(cellsOf(printed, 'windows'), ['1', '0', '0', '0', '0', '0', '1', '0', '1', '0']);
  assert.deepEqual(cellsOf(printed, 'third-party-caller'), ['1', '1', '0', '1', '0']);
});

function cellsOf(printed: string, row: string): string[] {
  const line = printed.split('\n').find((candidate) => candidate.startsWith(`  ${row} `)) ?? '';
  return line.trim().split(/\s+/).slice(1);
}

function sample(name: string, culprit: string | null): Sample {
  const bugcheck = { code: '0x51', args: null };
  return { name, text: REGISTRY_X64, label: { source: name, kind: 'kernel-full', bugcheck, culprit } };
}

function score(kind: string, outcome: DecoyOutcome): DecoyScore {
  return {
    id: `one/${kind}`,
    kind,
    cause: 'windows',
    plant: 'quv.sys',
    isKnown: false,
    isSeen: true,
    outcome,
    before: { culprit: 'os', confidence: 'low', probability: 0.75 },
    after: { culprit: 'quv.sys', confidence: 'medium', probability: 0.88 },
    against: outcome === 'accused' ? [{ rule: 'third-party-caller', weight: 'strong' }] : [],
  };
}
