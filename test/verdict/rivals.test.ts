import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import type { DiagnosedCrash } from '#src/diagnosis/diagnosis.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { RULES } from '#src/diagnosis/rules/index.ts';
import { DECOY_KINDS } from '#tools/decoys/kinds.ts';
import { knownDrivers, plantInnocent } from '#tools/decoys/plant.ts';
import { crashFolders } from '../support/crash-folders.ts';
import { analyze, CRASH_TOP, POOL, stackText, TAG_SEARCH, THREAD_END } from './debugger-text.ts';
import { judged, verdictOf } from './verdict-of.ts';

const KNOWLEDGE = loadKnowledge();
const PASTES = crashFolders().map(({ name, paste }) => ({ name, text: paste }));
const KNOWN = knownDrivers();
const RANK = { low: 0, medium: 1, high: 2 };

test('every rule says to whom falls what its suspect does not account for, and why', () => {
  for (const { leaves, name } of RULES) {
    const shares = Object.values(leaves);
    assert.ok(shares.length > 0, name);
    assert.ok(
      shares.every(({ because, parts }) => parts > 0 && because.length > 15),
      name,
    );
  }
});

const READ = ['2', '0', 'fffff80562341092'];
const INSTRUCTION = ['fffff80562341092', 'ffff8a0c51b0e7c8', 'ffff8a0c51b0e010'];
const RAISED = ['nt!KeBugCheckEx', 'nt!KiDispatchException+0x1b1', 'nt!KiGeneralProtectionFault+0x320'];
const POOL_TOP = ['nt!KeBugCheckEx', 'nt!ExFreePoolWithTag+0x1a2'];
const COOKIES = ['a1b2c3d4e5f60718', '48a1b2c3d4e5', 'ffffb75e4d3c2b1a', '0'];
const VERIFIER_TOP = ['nt!KeBugCheckEx', 'nt!VerifierBugCheckIfAppropriate+0xe0', 'nt!VfReportIssueWithOptions+0x103'];
const UNLOADED = 'Unloaded modules:\nfffff805`62340000 fffff805`62358000   acmeflt.sys\n';
const CONTROL = ['nt!IofCallDriver+0x55', 'nt!NtDeviceIoControlFile+0x56', 'nt!KiSystemServiceCopyEnd+0x25'];

/** What rules a rival out, and the same crash without it: nobody else is named, and the confidence is less. */
const DECISIVE: readonly { name: string; whole: string; without: string; excludes: readonly string[] }[] = [
  {
    name: 'a field of a null pointer',
    whole: analyze('d1', ['18', ...READ]) + stackText(...CRASH_TOP, 'acmeflt+0x2092', ...THREAD_END),
    without: analyze('d1', ['ffffc40812345018', ...READ]) + stackText(...CRASH_TOP, 'acmeflt+0x2092', ...THREAD_END),
    excludes: ['corruptor', 'hardware'],
  },
  {
    name: 'a pointer of the program',
    whole: analyze('d1', ['1a812345018', ...READ]) + stackText(...CRASH_TOP, 'acmeflt+0x2092', ...CONTROL),
    without: analyze('d1', ['ffffc40812345018', ...READ]) + stackText(...CRASH_TOP, 'acmeflt+0x2092', ...CONTROL),
    excludes: ['corruptor', 'hardware'],
  },
  {
    name: 'a catch of special pool',
    whole:
      analyze('d6', ['ffffc40812345018', '0', 'fffff80562341092', '0']) + stackText(...CRASH_TOP, 'acmeflt+0x2092'),
    without:
      analyze('50', ['ffffc40812345018', '0', 'fffff80562341092', '0']) + stackText(...CRASH_TOP, 'acmeflt+0x2092'),
    excludes: ['corruptor', 'hardware'],
  },
  {
    name: 'a copy that ran off its page',
    whole: analyze('d1', ['ffffc40812345000', ...READ]) + stackText(...CRASH_TOP, 'nt!memcpy+0x33', 'acmeflt+0x2092'),
    without: analyze('d1', ['ffffc40812345018', ...READ]) + stackText(...CRASH_TOP, 'nt!memcpy+0x33', 'acmeflt+0x2092'),
    excludes: ['corruptor', 'hardware'],
  },
  {
    name: 'an instruction that the processor refused',
    whole: analyze('7e', ['ffffffffc0000096', ...INSTRUCTION]) + stackText(...RAISED, 'acmeflt+0x2092', ...THREAD_END),
    without:
      analyze('7e', ['ffffffffc0000005', ...INSTRUCTION]) + stackText(...RAISED, 'acmeflt+0x2092', ...THREAD_END),
    excludes: ['corruptor', 'hardware'],
  },
  {
    name: 'a request to the pool that nobody is granted',
    whole: analyze('c2', ['8', '5', '200', '40']) + stackText(...POOL_TOP, 'acmeflt+0x2092', ...THREAD_END),
    without:
      analyze('c2', ['1', 'ffffc40812345010', '0', '0']) + stackText(...POOL_TOP, 'acmeflt+0x2092', ...THREAD_END),
    excludes: ['corruptor', 'hardware'],
  },
  {
    name: 'a cookie that its own function found broken',
    whole: analyze('f7', COOKIES) + stackText('nt!KeBugCheckEx', 'acmeflt!__report_gsfailure+0x25', 'acmeflt+0x2092'),
    without: analyze('d1', ['ffffc40812345018', ...READ]) + stackText(...CRASH_TOP, 'acmeflt+0x2092'),
    excludes: ['corruptor', 'hardware'],
  },
];

for (const { name, whole, without, excludes } of DECISIVE) {
  test(`${name} rules rivals out, and without it the verdict is less sure`, () => {
    const [sure, less] = [judged(whole).judgement, judged(without).judgement];
    assert.equal(sure.verdict.culprit, 'acmeflt.sys');
    assert.equal(less.verdict.culprit, 'acmeflt.sys');
    assert.ok(RANK[sure.verdict.confidence] > RANK[less.verdict.confidence]);
    assert.deepEqual(
      sure.excluded.map(({ rival }) => rival),
      excludes,
    );
    assert.ok(sure.excluded.every(({ because, lines }) => because.en && because.zh && lines.length > 0));
    assert.deepEqual(less.excluded, []);
    const left = new Set(sure.remaining.map(({ rival }) => rival));
    assert.ok(less.remaining.some(({ rival }) => excludes.includes(rival) && !left.has(rival)));
  });
}

/** What names somebody, and the same crash without it: nobody is named, or less surely, and it is never somebody else. */
const NAMING: readonly { name: string; whole: string; without: string; verdict: string }[] = [
  {
    name: 'the stop of Driver Verifier inside the call',
    whole: analyze('c4', ['2000', 'fffff80562341092', '0', '50']) + stackText(...VERIFIER_TOP, 'acmeflt+0x2092'),
    without: analyze('c4', ['2000', 'fffff80562341092', '0', '50']),
    verdict: 'acmeflt.sys high',
  },
  {
    name: 'the range of an unloaded driver',
    whole: analyze('d1', ['fffff80562341092', '2', '8', 'fffff80562341092']) + UNLOADED,
    without: analyze('d1', ['fffff80562341092', '2', '8', 'fffff80562341092']),
    verdict: 'acmeflt.sys high',
  },
  {
    name: 'the owner of the tag of the very block',
    whole: analyze('19', ['20', 'ffffd30a52c1ee00', 'ffffd30a52c1ef00', '4100001']) + POOL + TAG_SEARCH,
    without: analyze('19', ['20', 'ffffd30a52c1ee00', 'ffffd30a52c1ef00', '4100001']) + POOL,
    verdict: 'acmeflt.sys high',
  },
];

for (const { name, whole, without, verdict } of NAMING) {
  test(`${name} names somebody, and without it nobody is named as surely`, () => {
    assert.equal(verdictOf(whole), verdict);
    const { culprit, confidence } = judged(without).judgement.verdict;
    assert.ok(culprit === 'unknown' || verdict.startsWith(culprit));
    assert.ok(RANK[confidence] < RANK.high);
  });
}

test('an open question has all answers that nothing rules out, the likelier first', () => {
  const { verdict, remaining } = judged(analyze('d1', ['ffffc40812345018', ...READ])).judgement;
  assert.equal(verdict.culprit, 'unknown');
  const rivals = remaining.map(({ rival }) => rival);
  assert.deepEqual(rivals, ['driver', 'corruptor', 'windows', 'hardware']);
  assert.deepEqual(
    remaining,
    remaining.toSorted((a, b) => b.share - a.share),
  );
});

test('an innocent that is planted accuses nobody, and makes nobody surer', () => {
  const before = new Map(PASTES.map(({ name, text }) => [name, verdictsOf(text)]));
  fc.assert(
    fc.property(
      fc.constantFrom(...PASTES),
      fc.constantFrom(...DECOY_KINDS),
      fc.integer({ min: 1, max: 1_000_000 }),
      (paste, kind, seed) => {
        const planted = plantInnocent(paste, kind, seed, KNOWN, KNOWLEDGE);
        if (!planted) {
          return;
        }
        const after = verdictsOf(planted.text);
        const was = before.get(paste.name) ?? [];
        for (const [place, { culprit, confidence }] of after.entries()) {
          assert.notEqual(culprit, planted.innocent.image);
          const own = was[place];
          assert.ok(!own || culprit !== own.culprit || RANK[confidence] <= RANK[own.confidence]);
        }
      },
    ),
    { seed: 13, numRuns: 150 },
  );
});

test('the order of pastes changes no verdict', () => {
  const texts = PASTES.map(({ name, text }) => ({ source: name, text }));
  const verdicts = (pastes: typeof texts) =>
    new Map(
      diagnose(pastes, KNOWLEDGE).crashes.map((crash) => [
        `${crash.crash.source} ${crash.crash.mentions[0]}`,
        told(crash),
      ]),
    );
  const inOrder = verdicts(texts);
  fc.assert(
    fc.property(fc.shuffledSubarray(texts, { minLength: texts.length, maxLength: texts.length }), (shuffled) => {
      assert.deepEqual([...verdicts(shuffled)].toSorted(), [...inOrder].toSorted());
    }),
    { seed: 13, numRuns: 5 },
  );
});

function verdictsOf(text: string): DiagnosedCrash['judgement']['verdict'][] {
  return diagnose([{ source: null, text }], KNOWLEDGE).crashes.map(({ judgement }) => judgement.verdict);
}

function told({ judgement: { excluded, remaining, verdict } }: DiagnosedCrash): string {
  return JSON.stringify([
    verdict.culprit,
    verdict.confidence,
    verdict.probability,
    excluded.map(({ rival }) => rival),
    remaining,
  ]);
}
