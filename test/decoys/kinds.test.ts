import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { readFrameRow } from '#tools/decoys/frame-row.ts';
import { DECOY_KINDS, type DecoyKind } from '#tools/decoys/kinds.ts';
import { knownDrivers, type Plant, plantInnocent } from '#tools/decoys/plant.ts';
import { AUDIO, DRAWING_X86, PACKETS, REGISTRY_X64, REQUEST_KN } from './pastes.ts';

const KNOWLEDGE = loadKnowledge();
const KNOWN = knownDrivers();
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];

/** For each kind on a stack: a paste that has a place for it, and the functions around the plant, upper one first. */
const ON_STACK = {
  'system-call-hook': [REGISTRY_X64, 'NtCommitRegistryTransaction', 'KiSystemServiceCopyEnd'],
  'blamed-hook': [REGISTRY_X64, 'NtCommitRegistryTransaction', 'KiSystemServiceCopyEnd'],
  'irp-filter': [REQUEST_KN, 'IofCallDriver', 'IofCallDriver'],
  'framework-filter': [REQUEST_KN, 'imp_WdfRequestSend', 'FxIoQueue::DispatchRequestToDriver'],
  'ndis-filter': [PACKETS, 'NdisFIndicateReceiveNetBufferLists', 'ndisMIndicateReceiveNetBufferListsInternal'],
  'wfp-callout': [PACKETS, 'FwpsStreamInjectAsync0', 'StreamInvokeCalloutAndNormalizeAction'],
  'port-class': [AUDIO, 'PcDispatchIrp', 'IofCallDriver'],
  'pended-request': [REQUEST_KN, 'FltCompletePendedPreOperation', 'FltpProcessGenericWorkItem'],
  'kernel-callback': [REGISTRY_X64, 'KiServiceLinkage', 'PspCallProcessNotifyRoutines'],
  'power-filter': [REQUEST_KN, 'PoCallDriver', 'PopIrpWorker'],
  'interrupted-thread': [PACKETS, 'KiDpcInterrupt', 'KeLowerIrql'],
  'display-dll': [DRAWING_X86, 'EngCopyBits', 'GreBitBlt'],
} as const;

/** What a kind outside the stack prints, and what the reader makes of it. */
const ELSEWHERE = {
  'raw-stack': [/^0: kd> dps ffff870e`[0-9a-f]{8} ffff870e`[0-9a-f]{8}$/m, 'stacks'],
  'old-module': [/ (?:200[6-9]|2010) \([0-9A-F]{8}\)$/m, 'modules'],
  'unsigned-module': [/CheckSum: {9}00000000$/m, 'modules'],
  'nameless-module': [/Image path: \\SystemRoot\\system32\\DRIVERS\\/, 'modules'],
  'unloaded-module': [/^Unloaded modules:\n/m, 'modules'],
  'listed-filter': [/FLT_FILTER: [0-9a-f]{16} "\w+" "385100"/, 'attachedDrivers'],
  'device-stack': [/^ {2}[0-9a-f]{16} {2}\\Driver\\\w+ /m, 'devices'],
  'other-thread': [/^THREAD [0-9a-f]{16} {2}Cid .{1,120} WAIT: /m, 'stacks'],
  'other-request': [/^>\[IRP_MJ_READ\(3\), N\/A\(0\)\]\n.{1,120}\n\t {7}\\Driver\\\w+$/m, 'irps'],
  'completion-routine': [/^\t {7}\\Driver\\disk\t\w+!OnCompleted$/m, 'irps'],
  'pending-dpc': [/^ 0: Normal {2}: 0x[0-9a-f]{16} 0x[0-9a-f]{16} \w+!TimerDpc$/m, 'routines'],
  'unable-to-load': [/^-{18}\n\nUnable to load image .{1,60}\.sys, Win32 error 0n2$/m, 'namedDrivers'],
  checksum: [/^-{18}\n\n\*\*\* WARNING: Unable to verify checksum for \w+\.sys$/m, 'namedDrivers'],
  timestamp: [/^-{18}\n\n\*\*\* WARNING: Unable to verify timestamp for \w+\.sys$/m, 'namedDrivers'],
  'part-of-machine': [/\w+\.sys(?: is on all 400 of them|，只有这一台会停机)/m, 'toldDrivers'],
  disassembly: [/^\w+\+0x[0-9a-f]+:\n.{16,20} 4883ec28 {8}sub {5}rsp,28h$/m, 'instructions'],
  'other-processor': [/^00 [0-9a-f`]{17} [0-9a-f`]{17} {5}\w+\+0x[0-9a-f]+$/m, 'stacks'],
  'pool-page': [/^\t\tPooltag .{4} : \w+, Binary : \w+\.sys$/m, 'tagOwners'],
  watched: [/^nt!_VF_TARGET_DRIVER 0x[0-9a-f]{16}: \w+\.sys \(Loaded\)$/m, 'verifiers'],
  'failed-device': [/^ {2}ServiceName is "\w+"$/m, 'devices'],
  'driver-object': [/^Driver object \([0-9a-f]{16}\) is for:\n \\Driver\\\w+$/m, 'devices'],
  'typed-object': [/DriverName : _UNICODE_STRING "\\Driver\\\w+"$/m, 'structures'],
  'request-list': [/ current stack belongs to {2}\\Driver\\\w+$/m, 'irps'],
  'pool-use': [/\tPooltag .{4} : \w+, Binary : \w+\.sys$/m, 'poolUses'],
  'former-crash': [/(?:blue screens with|元凶是) \w+\.sys/m, 'toldDrivers'],
  'second-tail': [/^---------\n(?:.{0,80}\n){1,6}STACK_COMMAND: {2}kb\n/m, 'fields'],
} as const;

test('every kind is shown below', () => {
  assert.deepEqual(
    DECOY_KINDS.map(({ name }) => name).sort(),
    [...Object.keys(ON_STACK), ...Object.keys(ELSEWHERE)].sort(),
  );
});

for (const [name, [paste, above, below]] of Object.entries(ON_STACK)) {
  test(`${name}: the frame stands below ${above} and above ${below}, and the reader sees it`, () => {
    const { text, innocent } = plant(name, paste, 1);
    const rows = text.split('\n').flatMap((line) => readFrameRow(line) ?? []);
    const at = rows.findIndex(({ module }) => module === innocent.module);
    assert.equal(rows[at - 1]?.function, above);
    assert.equal(rows[at + 1]?.function, below);
    const frames = crashOf(text).facts.stacks.flatMap((stack) => stack.frames);
    assert.ok(frames.some(({ module, index }) => module === innocent.module && (index === null || index === at)));
    assert.equal(frames.length, rows.length);
  });
}

for (const [name, [printed, facts]] of Object.entries(ELSEWHERE)) {
  test(`${name}: printed as the debugger prints it, and the reader sees it`, () => {
    const { text, innocent } = plant(name, REGISTRY_X64, 1);
    assert.match(text, printed);
    assert.ok(
      JSON.stringify(crashesOf(text).map(({ facts: all }) => all[facts]))
        .toLowerCase()
        .includes(innocent.module),
    );
  });
}

test('the same seed plants the same text, another one another', () => {
  for (const kind of DECOY_KINDS) {
    const [paste] = placeOf(kind.name);
    const texts = [1, 1, 2].map((seed) => plant(kind.name, paste, seed).text);
    assert.equal(texts[0], texts[1], kind.name);
    assert.notEqual(texts[0], texts[2], kind.name);
  }
});

test('known products and invented names are planted, and never a name that the paste shows', () => {
  const plants = DECOY_KINDS.flatMap((kind) =>
    SEEDS.map((seed) => plant(kind.name, placeOf(kind.name)[0], seed).innocent),
  );
  const known = plants.filter(({ isKnown }) => isKnown);
  assert.ok(
    known.length > plants.length / 4 && known.length < (plants.length * 3) / 4,
    `${known.length} of ${plants.length}`,
  );
  for (const { image, isKnown } of plants) {
    assert.equal(KNOWLEDGE.driver(image)?.owner ?? null, isKnown ? 'third-party' : null, image);
  }
});

test('only what is planted is new: every line of the paste stays, but for frames that move and the name !analyze blames', () => {
  for (const kind of DECOY_KINDS) {
    const [paste] = placeOf(kind.name);
    const planted = new Set(plant(kind.name, paste, 3).text.split('\n'));
    const gone = paste
      .trimEnd()
      .split('\n')
      .filter((line) => !planted.has(line));
    const others = gone.filter((line) => readFrameRow(line) === null && !/^\w+_(?:NAME|ID):/.test(line));
    assert.deepEqual(others, [], kind.name);
  }
});

test('a text without a place is left alone', () => {
  const prose = 'The machine stopped twice this week, with 0x51 I think. What can I do?';
  for (const kind of DECOY_KINDS) {
    assert.equal(plantInnocent({ name: 'prose', text: prose }, kind, 1, KNOWN, KNOWLEDGE), null, kind.name);
  }
});

test('a hook stands right below the function that it called, above what the debugger guessed', () => {
  const guessed = '8c7e1c18 82a51db6 0501041c 0a0503b6 00000000 nt!MiCheckUserVirtualAddress+0xb3\n';
  const paste = DRAWING_X86.replace(/^(?=.{1,60}KiFastCallEntry)/m, guessed);
  const { text, innocent } = plant('system-call-hook', paste, 1);
  const rows = text.split('\n').flatMap((line) => readFrameRow(line) ?? []);
  assert.deepEqual(
    rows.slice(-4).map((row) => row.function ?? row.module),
    ['NtGdiBitBlt', innocent.module, 'MiCheckUserVirtualAddress', 'KiFastCallEntry'],
  );
});

test('!analyze blames the hook instead of Windows, also where the excerpt ended with the stack', () => {
  const { text, innocent } = plant('blamed-hook', REGISTRY_X64, 1);
  assert.equal(crashOf(text).image?.toLowerCase(), innocent.image);
  assert.match(crashOf(text).failureBucket ?? '', new RegExp(`^0x51_${innocent.module}\\+`));
  const excerpt = plant('blamed-hook', REGISTRY_X64.slice(0, REGISTRY_X64.indexOf('SYMBOL_NAME')), 1);
  assert.equal(crashOf(excerpt.text).image?.toLowerCase(), excerpt.innocent.image);
  const blamed = REGISTRY_X64.replace('ntkrnlmp.exe', 'acmeflt.sys');
  assert.equal(plantInnocent({ name: 'blamed', text: blamed }, kindOf('blamed-hook'), 1, KNOWN, KNOWLEDGE), null);
});

test('a kernel routine that found no driver to call is no request handed on', () => {
  const paste = REQUEST_KN.split('\n')
    .filter((line) => !line.includes('Ntfs!'))
    .join('\n');
  assert.equal(plantInnocent({ name: 'call', text: paste }, kindOf('irp-filter'), 1, KNOWN, KNOWLEDGE), null);
});

test('who sits on the stack of a device matters in a power stop, so nobody is planted there', () => {
  const paste = REGISTRY_X64.replace('REGISTRY_ERROR (51)', 'DRIVER_POWER_STATE_FAILURE (9f)');
  assert.equal(plantInnocent({ name: 'power', text: paste }, kindOf('device-stack'), 1, KNOWN, KNOWLEDGE), null);
});

function placeOf(name: string): readonly [string] {
  const [paste = REGISTRY_X64] = Object.entries(ON_STACK).find(([kind]) => kind === name)?.[1] ?? [];
  return [paste];
}

function plant(name: string, text: string, seed: number): Plant {
  const planted = plantInnocent({ name: 'paste', text }, kindOf(name), seed, KNOWN, KNOWLEDGE);
  assert.ok(planted, `${name} has no place`);
  return planted;
}

function kindOf(name: string): DecoyKind {
  const kind = DECOY_KINDS.find((candidate) => candidate.name === name);
  assert.ok(kind, `no kind is called ${name}`);
  return kind;
}

function crashesOf(text: string) {
  return diagnose([{ source: null, text }], KNOWLEDGE).crashes.map(({ crash }) => crash);
}

function crashOf(text: string) {
  const [crash] = crashesOf(text);
  assert.ok(crash, 'no crash was read');
  return crash;
}
