import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { verifierTargets } from '#src/diagnosis/advice/verifier-targets.ts';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import type { Diagnosis, Group } from '#src/diagnosis/diagnosis.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { look } from '#src/diagnosis/look.ts';
import { crashFolders } from '../support/crash-folders.ts';
import { type ADump, aDump } from './a-dump.ts';

const knowledge = loadKnowledge();
const RECORDED = crashFolders().map(({ name, paste }) => ({ source: name, text: paste }));

function read(...texts: readonly string[]): Diagnosis {
  return diagnose(
    texts.map((text, at) => ({ source: `dump${at + 1}.txt`, text })),
    knowledge,
  );
}

function rulesOf(group: Group | undefined): string[] {
  return (group?.reasons ?? []).map(({ rule }) => rule);
}

/** `acmeflt.sys high` of the group; empty without one. */
function verdictOf([group]: readonly Group[]): string {
  return group === undefined ? '' : `${group.culprit} ${group.confidence}`;
}

/** What is said for a suspect, whoever it is. */
function acquittals({ crashes }: Diagnosis): string[] {
  const evidence = crashes.flatMap(({ judgement }) => judgement.suspects.flatMap((suspect) => suspect.evidence));
  return evidence.filter(({ rule }) => rule === 'clear-absent').map(({ suspect, weight }) => `${suspect} ${weight}`);
}

/** An instruction of the driver failed; each time another one. */
function own(start: number, name = 'acmeflt', more: Partial<ADump> = {}): string {
  const [top, below] = [`${name}+0x1${start}92`, `${name}+0x2${start}10`];
  const code = ['d1', '50', '7e'][start % 3] ?? 'd1';
  return aDump({ code, sites: [top, below], start, record: name, ...more });
}

test('the same driver in independent dumps is named with high confidence, where each alone says medium', () => {
  const alone = read(own(1)).crashes[0]?.judgement.verdict;
  assert.equal(`${alone?.culprit} ${alone?.confidence}`, 'acmeflt.sys medium');
  const { groups } = read(own(1), own(2), own(3));
  assert.equal(verdictOf(groups), 'acmeflt.sys high');
  assert.match(groups[0]?.reasons[0]?.text.en ?? '', /in 3 independent dumps the same driver, acmeflt\.sys/);
  assert.match(groups[0]?.reasons[0]?.text.zh ?? '', /3 个相互独立的转储.*acmeflt\.sys/);
});

test('a text pasted twice, and the same dump with other text around it, are one witness', () => {
  assert.equal(verdictOf(read(own(1), own(1)).groups), 'acmeflt.sys medium');
  assert.equal(
    verdictOf(read(own(1), `I looked again:\n${own(1).replace('invented', 'odd')}`).groups),
    'acmeflt.sys medium',
  );
});

test('several dumps in one paste, or one after another, say the same as several files', () => {
  const paste = [1, 2, 3].map((start) => `## Dump ${start}\n\n${own(start)}`).join('\n\n');
  const { crashes, groups } = diagnose([{ source: null, text: paste }], knowledge);
  assert.equal(crashes.length, 3);
  assert.equal(verdictOf(groups), 'acmeflt.sys high');
});

test('a driver that stands below the components of Windows every time stays a possible messenger', () => {
  const behind = (start: number) =>
    aDump({
      code: 'd1',
      sites: [
        `tcpip!Receive${start}+0x5${start}`,
        'tcpip!FlReceive+0x31',
        'NETIO!Classify+0x88',
        `acmeflt+0x10${start}2`,
      ],
      start,
      record: 'acmeflt',
    });
  const { groups } = read(behind(1), behind(2), behind(3), behind(4));
  assert.notEqual(groups[0]?.confidence, 'high');
});

test('a display driver that times out every time is no surer for it: a failing card would look the same', () => {
  const timeout = (start: number) =>
    aDump({
      code: '116',
      args: [`ffffa58007b1${start}440`, `fffff80a${start}1230000`, 'ffffffffc000009a', '4'],
      sites: ['dxgkrnl!TdrBugcheckOnTimeout+0xfe', 'dxgkrnl!TdrIsRecoveryRequired+0x1a', 'nvlddmkm+0x8d1000'],
      start,
      end: 'thread',
    });
  const [alone] = read(timeout(1)).crashes;
  const { groups } = read(timeout(1), timeout(2), timeout(3));
  assert.equal(alone?.judgement.verdict.culprit, 'nvlddmkm.sys');
  assert.equal(groups[0]?.confidence, alone?.judgement.verdict.confidence);
});

test('an innocent dump more makes nobody surer', () => {
  const before = read(own(1), own(2)).crashes.map(({ judgement }) => judgement.verdict.probability);
  const innocent = aDump({ code: '50', sites: ['nt!MiFindNode+0x1a', 'nt!MiWalk+0x44'], start: 5, end: 'call' });
  const { crashes, groups } = read(own(1), own(2), innocent);
  assert.deepEqual(
    crashes.slice(0, 2).map(({ judgement }) => judgement.verdict.probability),
    before,
  );
  assert.equal(crashes[2]?.judgement.verdict.culprit === 'acmeflt.sys', false);
  assert.deepEqual(groups[0]?.crashes, ['c1', 'c2']);
});

test('the display driver of two machines ties them to no cause, that of one machine does', () => {
  const timeout = (start: number, machine: string) =>
    aDump({
      code: '116',
      args: [`ffffa58007b1${start}440`, `fffff80a${start}1230000`, 'ffffffffc000009a', '4'],
      sites: ['dxgkrnl!TdrBugcheckOnTimeout+0xfe', `dxgkrnl!TdrReset${start}+0x1a`, `nvlddmkm+0x8d${start}000`],
      start,
      machine,
    });
  assert.deepEqual(read(timeout(1, 'RIG-1'), timeout(2, 'RIG-2')).groups, []);
  assert.deepEqual(rulesOf(read(timeout(1, 'RIG-1'), timeout(2, 'RIG-1')).groups[0]), ['same-suspect', 'same-machine']);
});

const OURS = ['acmeflt', 'acmenet', 'acmedisk', 'acmeaudio'];

test('a machine is known by its list of modules, another one is not', () => {
  const listed = (start: number, modules: readonly string[]) => own(start, 'acmeflt', { modules });
  assert.ok(rulesOf(read(listed(1, OURS), listed(2, OURS)).groups[0]).includes('same-machine'));
  const others = ['acmeflt', ...Array.from({ length: 60 }, (_, at) => `other${at}`)];
  assert.ok(!rulesOf(read(listed(1, OURS), listed(2, others)).groups[0]).includes('same-machine'));
});

test('lists that agree make no one machine of two that are known by name', () => {
  const listed = (start: number, machine: string) => own(start, 'acmeflt', { modules: OURS, machine });
  assert.ok(!rulesOf(read(listed(1, 'RIG-1'), listed(2, 'RIG-2')).groups[0]).includes('same-machine'));
});

/** The same instruction of the kernel failed on the same address; the first time the driver had called. */
const SITE = 'nt!KiDeferredReadyThread+0x1a2';

function called(start: number, more: Partial<ADump> = {}): string {
  const args = ['0000000000200000', '2', '0', `fffff8${start}31b2c41a2`];
  return aDump({ code: 'a', args, sites: [SITE, 'nt!KeSetEvent+0xe5', 'acmewlan+0x2210'], start, ...more });
}

function without(start: number, more: Partial<ADump> = {}): string {
  const args = ['0000000000200000', '2', '0', `fffff8${start}31b2c41a2`];
  return aDump({ code: 'a', args, sites: [SITE, 'nt!KeReleaseMutant+0x1c9'], start, end: 'call', ...more });
}

test('who is not loaded in a dump of the same machine that stopped the same way is cleared', () => {
  const all = ['acmewlan', ...OURS];
  const diagnosis = read(called(1, { modules: all }), without(2, { modules: OURS }));
  assert.deepEqual(acquittals(diagnosis), ['acmewlan.sys decisive']);
  assert.equal(verdictOf(diagnosis.groups), 'unknown low');
  const said = diagnosis.groups[0]?.reasons.find(({ rule }) => rule === 'clear-absent')?.text;
  assert.match(said?.en ?? '', /acmewlan\.sys is cleared: it is not loaded in c2,/);
  assert.match(said?.zh ?? '', /可以排除 acmewlan\.sys：c2 .*没有它/);
});

test('who is cleared is no target of Verifier, who is only doubted stays one', () => {
  const targets = (...texts: string[]) => {
    const pastes = texts.map((text, at) => ({ source: `${at}`, text }));
    const [first] = diagnose(pastes, knowledge).crashes;
    return first ? verifierTargets({ ...look(first.crash, knowledge), ...first.judgement }) : [];
  };
  const first = called(1, { modules: ['acmewlan', ...OURS], record: 'acmewlan' });
  assert.deepEqual(targets(first), ['acmewlan.sys']);
  assert.deepEqual(targets(first, without(2)), ['acmewlan.sys']);
  assert.deepEqual(targets(first, without(2, { modules: OURS })), []);
});

test('what is cleared was suspected, and who is not on the other stack is only doubted where no list shows more', () => {
  assert.deepEqual(acquittals(read(called(1), without(2))), ['acmewlan.sys moderate']);
});

test('nobody is cleared by a list that is cut, of another machine, of the same dump, or that shows him unloaded', () => {
  const all = ['acmewlan', ...OURS];
  const cut = without(2, { modules: OURS }).replace(/^.*\bwinpart4 .*$/m, '[…]');
  const torn = without(2, { modules: OURS }).replace(/^.*\bwin32k .*\n/m, '');
  const elsewhere = without(2, { modules: OURS, machine: 'RIG-2' });
  const gone = without(2, { modules: OURS, unloaded: ['acmewlan'] });
  const first = called(1, { modules: all, machine: 'RIG-1' });
  for (const other of [cut, torn, elsewhere, gone]) {
    assert.ok(!acquittals(read(first, other)).includes('acmewlan.sys decisive'));
  }
  assert.deepEqual(acquittals(read(first, first)), []);
});

test('nobody is cleared by a dump that stopped in another way', () => {
  const all = ['acmewlan', ...OURS];
  const other = aDump({ code: '50', sites: ['nt!MiFindNode+0x1a'], start: 2, end: 'call', modules: OURS });
  assert.deepEqual(acquittals(read(called(1, { modules: all }), other)), []);
});

test('two dumps are no one cause where the culprit of the one was not loaded in the other', () => {
  const bucket = 'FAILURE_BUCKET_ID:  AV_tcpip!Receive\n\n';
  const named = own(1, 'acmeflt', { modules: OURS, more: bucket });
  const other = aDump({ code: 'd1', sites: ['tcpip!Receive+0x10'], start: 2, modules: ['acmenet'], more: bucket });
  const present = aDump({ code: 'd1', sites: ['tcpip!Receive+0x10'], start: 2, modules: OURS, more: bucket });
  assert.deepEqual(read(named, other).groups, []);
  assert.equal(read(named, present).groups.length, 1);
});

/** The difference that !chkimg prints: one byte, one bit. */
function flipped(start: number, place: string, bytes: string, machine: string): string {
  const more = `0: kd> !chkimg -d nt
    fffff80${start}3b2c41a2 - nt!${place}
	[ ${bytes} ]
1 error : !nt (fffff80${start}3b2c41a2)
`;
  const [code, site] = start === 1 ? ['50', 'nt!MiFindNode+0x1a'] : ['3b', 'nt!ObpLookup+0x3c'];
  return aDump({ code: code ?? '', sites: [site ?? ''], start, end: 'call', machine, more });
}

test('the same bit turned at the same place in two dumps is one failing machine', () => {
  const { groups } = read(flipped(1, 'KeTake+12', '48:40', 'RIG-1'), flipped(2, 'KeTake+12', '48:40', 'RIG-1'));
  assert.deepEqual(rulesOf(groups[0]), ['same-flipped-bit', 'same-machine']);
  assert.equal(groups[0]?.culprit, 'hardware');
  assert.match(groups[0]?.reasons[0]?.text.en ?? '', /bit 3 at nt!ketake\+12/);
});

test('another bit, another place or another machine is no failing cell', () => {
  const first = flipped(1, 'KeTake+12', '48:40', 'RIG-1');
  for (const other of [
    flipped(2, 'KeTake+12', '48:4c', 'RIG-1'),
    flipped(2, 'KeGive+40', '48:40', 'RIG-1'),
    flipped(2, 'KeTake+12', '48:40', 'RIG-2'),
  ]) {
    assert.ok(!read(first, other).groups.some((group) => rulesOf(group).includes('same-flipped-bit')));
  }
});

test('the same stop at the same place of the kernel, from the same caller, is likely one cause', () => {
  const at = (start: number, ...sites: string[]) => aDump({ code: '50', sites, start, end: 'call' });
  const sites = ['nt!CcMapView+0x142', 'nt!CcPinRead+0x98'];
  const { groups } = read(at(1, ...sites, 'nt!NtOne+0x1'), at(2, ...sites, 'nt!NtTwo+0x2'));
  assert.deepEqual(rulesOf(groups[0]), ['same-kernel-site']);
  assert.equal(groups[0]?.reasons[0]?.certain, false);
  assert.deepEqual(read(at(1, ...sites), at(2, 'nt!CcMapView+0x147', 'nt!CcPinRead+0x98')).groups, []);
  assert.deepEqual(read(at(1, ...sites), at(2, 'nt!CcMapView+0x142', 'nt!CcOther+0x98')).groups, []);
});

test('a dump that only a condition ties to those that name the culprit is told apart', () => {
  const named = aDump({
    code: 'd1',
    sites: ['acmeflt+0x1092', 'barwifi!SendDone+0x4b'],
    start: 7,
    record: 'acmeflt',
    more: '0: kd> u barwifi!SendDone+0x4b L1\nbarwifi!SendDone+0x4b:\nfffff891`807b6e70 4883eb18        sub     rbx,18h\n',
  });
  // The same function starts 0x4b earlier; without a stack only the low digits tell where this dump stopped.
  const args = ['ffffffffffffffe8', '2', '0', 'fffff80611116e5a'];
  const bare = `DRIVER_IRQL_NOT_LESS_OR_EQUAL (d1)\nArguments:\n${args.map((arg, at) => `Arg${at + 1}: ${arg}, what it means`).join('\n')}\n`;
  const alone = read(named).crashes[0]?.judgement.verdict;
  const [group] = read(named, bare).groups;
  assert.deepEqual(
    [group?.culprit, group?.confidence, group?.crashes, group?.likely],
    ['acmeflt.sys', alone?.confidence, ['c1', 'c2'], ['c2']],
  );
  const [surer] = read(named, bare, own(1), own(4)).groups;
  assert.deepEqual([surer?.confidence, surer?.likely], ['high', ['c2']]);
});

test('where all damage is met, and where two drivers are named, is no common place', () => {
  const pool = ['nt!ExFreePoolWithTag+0x503', 'nt!IopFree+0x22'];
  const at = (start: number, ...sites: string[]) => aDump({ code: '50', sites, start, end: 'call' });
  assert.deepEqual(read(at(1, ...pool), at(2, ...pool)).groups, []);
  const sites = ['nt!CcMapView+0x142', 'nt!CcPinRead+0x98'];
  const by = (start: number, name: string) =>
    aDump({ code: '50', sites: [...sites, `${name}+0x1092`], start, record: name });
  const { crashes, groups } = read(by(1, 'acmeflt'), by(2, 'quince'));
  assert.deepEqual(
    crashes.map(({ judgement }) => judgement.verdict.culprit),
    ['acmeflt.sys', 'quince.sys'],
  );
  assert.deepEqual(groups, []);
});

test('parts of one dump in two files are joined by an object that both show, two dumps are not', () => {
  const stopped = (start: number, r: string) =>
    aDump({
      code: '50',
      sites: ['nt!MiFindNode+0x1a'],
      start,
      end: 'call',
      more: `0: kd> r\nrax=0000000000000000 rbx=${r} rcx=0000000000000001\n`,
    });
  const irp = (address: string) => `0: kd> !irp ${address}
Irp is active with 2 stacks 2 is current (= 0x${address})
 No Mdl: No System Buffer: Thread ffffa58009b61080:  Irp stack trace.
     cmd  flg cl Device   File     Completion-Context
>[IRP_MJ_READ(3), N/A(0)]
            0 e1 ffffa58007b13440 00000000 fffff8044b3a1c60-00000000 Success Error Cancel pending
	       \\Driver\\disk	partmgr!PmIoCompletion
`;
  const object = 'ffffa5800ab61bd0';
  assert.deepEqual(rulesOf(read(stopped(1, object), irp(object)).groups[0]), ['same-dump']);
  assert.deepEqual(read(stopped(1, object), irp('ffffa5800ab62bd0')).groups, []);
  assert.deepEqual(read(stopped(1, object), stopped(2, object), irp(object)).groups, []);
});

/** What does not depend on the numbers of the crashes. */
function told(pastes: readonly { source: string; text: string }[]): string[] {
  const { crashes, groups } = diagnose(pastes, knowledge);
  const sourceOf = (id: string) => {
    const crash = crashes.find((one) => one.crash.id === id)?.crash;
    return `${crash?.source}:${crash?.mentions[0]}`;
  };
  const verdicts = crashes.map(({ crash, judgement }) => {
    const { culprit, confidence, probability } = judgement.verdict;
    return `${sourceOf(crash.id)} ${culprit} ${confidence} ${probability}`;
  });
  const shared = groups.map(({ crashes: members, culprit, confidence, reasons }) =>
    [members.map(sourceOf).toSorted(), culprit, confidence, reasons.map(({ rule }) => rule).toSorted()].join(' '),
  );
  return [...verdicts, ...shared].toSorted();
}

test('the order of pastes changes neither verdicts nor what dumps share', () => {
  const made = [own(1), own(2), called(3, { modules: ['acmewlan', ...OURS] }), without(4, { modules: OURS })];
  const bits = [flipped(1, 'KeTake+12', '48:40', 'RIG-1'), flipped(2, 'KeTake+12', '48:40', 'RIG-1')];
  const pastes = [...[...made, ...bits].map((text, at) => ({ source: `made${at}`, text })), ...RECORDED];
  const inOrder = told(pastes);
  assert.ok(inOrder.some((line) => line.includes('same-flipped-bit')));
  fc.assert(
    fc.property(fc.shuffledSubarray(pastes, { minLength: pastes.length }), (shuffled) => {
      assert.deepEqual(told(shuffled), inOrder);
    }),
    { seed: 13, numRuns: 8 },
  );
});
