import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import type { Group } from '#src/diagnosis/diagnosis.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { analyze, CRASH_TOP, stackText, THREAD_END } from '../verdict/debugger-text.ts';

const knowledge = loadKnowledge();

function groupsOf(...texts: readonly string[]): readonly Group[] {
  const pastes = texts.map((text, index) => ({ source: `dump${index + 1}.txt`, text }));
  return diagnose(pastes, knowledge).groups;
}

function rulesOf(groups: readonly Group[]): string[] {
  return groups.flatMap(({ reasons }) => reasons.map(({ rule }) => rule));
}

/** A stop in the kernel alone, of the machine named. */
function stop(code: string, address: string, machine: string, top: string, ...below: string[]): string {
  const name = `0: kd> !mex.di\nComputer Name: ${machine}\nWindows 10 Kernel Version 19041 MP (4 procs) Free x64\n`;
  const symbol = `SYMBOL_NAME:  ${top}\n\n`;
  return `${name}${analyze(code, [address, '2', '0', `fffff8056234${address.slice(-4)}`])}${stackText(...CRASH_TOP, top, ...below, ...THREAD_END)}${symbol}`;
}

const THREE = [
  stop('50', 'ffffc40812341000', 'RIG-1', 'nt!MiFindNode+0x1a'),
  stop('d1', 'ffffc40812352000', 'RIG-1', 'nt!KiSweepList+0x2b'),
  stop('7e', 'ffffc40812363000', 'RIG-1', 'nt!ObpLookup+0x3c'),
];

test('three kinds of stop in three places of one machine hint at its hardware, and accuse nobody', () => {
  const groups = groupsOf(...THREE);
  assert.ok(rulesOf(groups).includes('scattered-faults'), JSON.stringify(groups));
  assert.equal(groups[0]?.culprit, 'unknown');
  assert.equal(groups[0]?.reasons.find(({ rule }) => rule === 'scattered-faults')?.certain, false);
});

test('two stops are too few, and so are three of two kinds', () => {
  assert.deepEqual(groupsOf(...THREE.slice(0, 2)), []);
  assert.deepEqual(groupsOf(...THREE.slice(0, 2), stop('50', 'ffffc40812374000', 'RIG-1', 'nt!CcMap+0x4d')), []);
});

test('three machines have three faults', () => {
  const [one, two, three] = THREE;
  assert.deepEqual(
    groupsOf(one ?? '', (two ?? '').replace('RIG-1', 'RIG-2'), (three ?? '').replace('RIG-1', 'RIG-3')),
    [],
  );
});

test('a driver that is on two of the stacks speaks against failing hardware', () => {
  const hooked = (offset: string) => ['nt!KiSystemServiceCopyEnd+0x25', `acmeflt+${offset}`];
  const groups = groupsOf(
    stop('50', 'ffffc40812341000', 'RIG-1', 'nt!MiFindNode+0x1a', ...hooked('0x1092')),
    stop('d1', 'ffffc40812352000', 'RIG-1', 'nt!KiSweepList+0x2b', ...hooked('0x2104')),
    THREE[2] ?? '',
  );
  assert.deepEqual(groups, []);
});

test('that the machine is the same is told beside another reason, never alone', () => {
  const site = (address: string, top: string) => stop('d1', address, 'RIG-1', top);
  assert.deepEqual(
    groupsOf(site('ffffc40812341000', 'nt!MiFindNode+0x1a'), site('ffffc40812352000', 'nt!KiSweep+0x2b')),
    [],
  );
  const groups = groupsOf(site('ffffc40812341000', 'acmeflt+0x1092'), site('ffffc40812352000', 'acmeflt+0x7777'));
  assert.deepEqual(rulesOf(groups), ['same-suspect', 'same-machine']);
  assert.equal(groups[0]?.reasons.at(-1)?.certain, false);
});

function entry(routine: string): string {
  return `0: kd> dt acmeflt!_ACME_ENTRY ffffda8ad44db938
   +0x000 Routine          : ${routine} Void
   +0x008 Next             : (null)
`;
}

test('the same field overwritten with text in two dumps ties them; a null field does not', () => {
  const one = stop('d1', 'ffffc40812341000', 'RIG-1', 'nt!MiFindNode+0x1a');
  const two = stop('50', 'ffffc40812352000', 'RIG-2', 'nt!KiSweepList+0x2b');
  const groups = groupsOf(one + entry('0x00000032`00360035'), two + entry('0x00000037`00310034'));
  assert.ok(rulesOf(groups).includes('same-corrupt-field'), JSON.stringify(groups));
  assert.match(groups[0]?.reasons[0]?.text.en ?? '', /acme_entry\.Routine holds UTF-16 text/);
  assert.equal(groups[0]?.reasons[0]?.certain, false);
  assert.deepEqual(groupsOf(one + entry('(null)'), two + entry('(null)')), []);
  assert.deepEqual(groupsOf(one + entry('0x00000032`00360035'), two + entry('0xffffda8a`d44d1000')), []);
});
