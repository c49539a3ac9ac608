import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import type { Group } from '#src/diagnosis/diagnosis.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { analyze, CRASH_TOP, POOL, stackText, TAG_SEARCH, THREAD_END } from '../verdict/debugger-text.ts';

const knowledge = loadKnowledge();
const THREAD = new URL('../../../shared/case/thread.txt', import.meta.url);

function groupsOf(...texts: readonly string[]): readonly Group[] {
  return diagnose(
    texts.map((text, index) => ({ source: `dump${index + 1}.txt`, text })),
    knowledge,
  ).groups;
}

function rulesOf(group: Group | undefined): string[] {
  return (group?.reasons ?? []).map(({ rule }) => rule);
}

const WILD = '7fffffffffff0010';
const NDIS = stackText(...CRASH_TOP, 'nwifi!PacketDone+0x68', 'ndis!ndisCallSendCompleteHandler+0x50', ...THREAD_END);

test('the same instruction under two stop codes is one fault site', () => {
  const [group] = groupsOf(
    analyze('d1', [WILD, '2', '0', 'fffff80447b3a1c6']),
    analyze('50', [WILD, '0', 'fffff8021c90a1c6', '2']),
  );
  assert.deepEqual(group?.crashes, ['c1', 'c2']);
  assert.deepEqual(rulesOf(group), ['same-fault-site']);
  assert.match(group?.reasons[0]?.text.en ?? '', /0xa1c6/);
  assert.equal(group?.culprit, 'unknown');
});

test('the same low bits with another address touched are two sites', () => {
  const one = analyze('d1', [WILD, '2', '0', 'fffff80447b3a1c6']);
  const other = analyze('50', ['7fffffffffff0018', '0', 'fffff8021c90a1c6', '2']);
  assert.deepEqual(groupsOf(one, other), []);
});

test('a common pool tag owner ties crashes, and the group is judged by the evidence of all', () => {
  const [group] = groupsOf(
    analyze('d1', ['ffffd30a52c1ee30', '2', '0', 'fffff80562341092']) + NDIS + POOL + TAG_SEARCH,
    analyze('50', ['ffffd30a52c1ee38', '0', 'fffff80562347777', '2']) + TAG_SEARCH,
  );
  assert.ok(rulesOf(group).includes('same-pool-tag-owner'));
  assert.equal(group?.culprit, 'acmeflt.sys');
  assert.equal(group?.confidence, 'high');
});

test('crashes that share only the kernel and a framework stay apart', () => {
  const ndis = (code: string, address: string, top: string) =>
    analyze(code, [address, '2', '0', `fffff8056234${code}11`]) +
    stackText(...CRASH_TOP, top, 'ndis!ndisCallSendCompleteHandler+0x50', ...THREAD_END);
  assert.deepEqual(
    groupsOf(
      ndis('d1', 'ffffd30a52c1ee30', 'ndis!ndisFreeA+0x2d'),
      ndis('50', 'ffffc00012345678', 'ndis!ndisFreeB+0x3d'),
    ),
    [],
  );
});

test('a hook that both system calls passed is no fault site', () => {
  const hooked = (code: string, address: string, top: string) =>
    analyze(code, [address, '2', '0', `fffff8056234${code}11`]) +
    stackText(...CRASH_TOP, top, 'nt!KiSystemServiceCopyEnd+0x25', 'acmehook+0x1092', ...THREAD_END);
  assert.deepEqual(
    groupsOf(
      hooked('d1', 'ffffd30a52c1ee30', 'nt!MiFindNode+0x1a'),
      hooked('50', 'ffffc00012345678', 'nt!ObpLookup+0x3c'),
    ),
    [],
  );
});

test('two verdicts on one driver are tied as likely, not as certain', () => {
  const own = (code: string, address: string, site: string) =>
    analyze(code, [address, '2', '0', 'fffff80562341092']) + stackText(...CRASH_TOP, site, ...THREAD_END);
  const [group] = groupsOf(
    own('d1', 'ffffd30a52c1ee30', 'acmeflt+0x1092'),
    own('50', 'ffffc00012345678', 'acmeflt+0x7777'),
  );
  assert.deepEqual(rulesOf(group), ['same-suspect']);
  assert.equal(group?.reasons[0]?.certain, false);
  assert.equal(group?.culprit, 'acmeflt.sys');
});

test('an IRP listing belongs to the stop that names the IRP', () => {
  const [group] = groupsOf(
    analyze('9f', ['3', 'ffffa58007b13440', 'fffff2b72156c3d8', 'ffffa5800ab61bd0']),
    `0: kd> !devstack ffffa58007b13440
  !DevObj           !DrvObj            !DevExt           ObjectName
> ffffa58007b13440  \\Driver\\acmenic     ffffa58007b13590  NTPNP_PCI0004
`,
  );
  assert.deepEqual(rulesOf(group), ['same-dump']);
});

test('one crash alone is no group', () => {
  assert.deepEqual(groupsOf(analyze('d1', [WILD, '2', '0', 'fffff80447b3a1c6'])), []);
});

test('the founding case: five dumps, linked with reasons', { skip: !existsSync(THREAD) && 'no ../shared here' }, () => {
  const { crashes, groups } = diagnose([{ source: 'thread.txt', text: readFileSync(THREAD, 'utf8') }], knowledge);
  const verdicts = crashes.map(
    ({ crash, judgement }) => `${crash.bugcheck?.code ?? 'none'} ${judgement.verdict.culprit}`,
  );
  assert.deepEqual(verdicts, [
    '0x1e vwifimf.sys',
    '0xfc vwifimf.sys',
    'none vwifimf.sys',
    '0xd1 unknown',
    '0x50 unknown',
  ]);
  assert.equal(groups.length, 1);
  assert.equal(groups[0]?.culprit, 'vwifimf.sys');
  for (const rule of ['same-pool-tag-owner', 'same-fault-site', 'frame-locates-address']) {
    assert.ok(rulesOf(groups[0]).includes(rule), rule);
  }
  assert.equal(groups[0]?.reasons.find(({ rule }) => rule === 'frame-locates-address')?.certain, false);
});

test('the founding case early: two dumps linked, nobody accused', {
  skip: !existsSync(THREAD) && 'no ../shared here',
}, () => {
  const early = readFileSync(THREAD, 'utf8').split('\n').slice(893, 930).join('\n');
  const { crashes, groups } = diagnose([{ source: null, text: early }], knowledge);
  assert.deepEqual(
    crashes.map(({ judgement }) => judgement.verdict.culprit),
    ['unknown', 'unknown', 'unknown'],
  );
  assert.deepEqual(
    groups.map((group) => group.crashes),
    [['c2', 'c3']],
  );
  for (const { judgement } of crashes) {
    const commands = judgement.nextCommands.map(({ command }) => command);
    assert.ok(commands.includes('k'));
    const pool = judgement.nextCommands.find(({ command }) => command.startsWith('!pool '));
    assert.match(pool?.why.en ?? '', /!mex\.tag/);
  }
});
