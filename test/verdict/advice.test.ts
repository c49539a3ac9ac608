import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CAUSE_CLASSES } from '#src/diagnosis/advice/cause-classes.ts';
import { CIRCUMSTANCES } from '#src/diagnosis/advice/circumstance-words.ts';
import EVIDENCE from '#src/diagnosis/advice/class-evidence.json' with { type: 'json' };
import { Steps } from '#src/diagnosis/advice/step-row.ts';
import { STEPS } from '#src/diagnosis/advice/steps.ts';
import { analyze, CRASH_TOP, POOL, stackText, TAG_SEARCH, THREAD_END } from './debugger-text.ts';
import { judged } from './verdict-of.ts';

const D1 = analyze('d1', ['ffffd30a52c1ee30', '2', '0', 'fffff80562341092']);
const FILTER = stackText(...CRASH_TOP, 'acmeflt+0x1092', 'FLTMGR!FltpPerformPreCallbacks+0x30c', ...THREAD_END);

function commandsOf(text: string): string[] {
  return judged(text).judgement.nextCommands.map(({ command }) => command);
}

function advice(text: string): string[] {
  return judged(text).judgement.recommendations.map(({ id }) => id);
}

test('the steps keep their schema, with unique ids, and replace only steps that there are', () => {
  const rows = Steps.parse(STEPS);
  const ids = rows.map(({ id }) => id);
  assert.equal(new Set(ids).size, rows.length);
  assert.deepEqual(
    rows.flatMap(({ replaces = [] }) => replaces).filter((id) => !ids.includes(id)),
    [],
  );
});

test('no class of cause and no circumstance is idle: every class has a step of its own, and the tables name only classes', () => {
  const given = new Set(STEPS.flatMap(({ classes = [] }) => classes));
  assert.deepEqual(
    Object.keys(CAUSE_CLASSES).filter((name) => !given.has(name)),
    [],
  );
  const named = [
    ...Object.values(EVIDENCE.byKind),
    ...Object.values(EVIDENCE.byAttachment),
    ...[EVIDENCE.byInstance, EVIDENCE.byBus, EVIDENCE.byCall, EVIDENCE.byNeighbour, EVIDENCE.byDescription].flatMap(
      (rows) => rows.map((row) => row.class),
    ),
  ];
  assert.deepEqual(
    named.filter((name) => !(name in CAUSE_CLASSES)),
    [],
  );
  const asked = new Set(STEPS.flatMap(({ when = [], unless = [] }) => [...when, ...unless]));
  assert.deepEqual(
    Object.keys(CIRCUMSTANCES).filter((word) => !asked.has(word)),
    [],
  );
});

test('without a stack, the stack is asked for first', () => {
  assert.equal(commandsOf(D1)[0], 'k');
});

test('a context record in the arguments is used before the stack', () => {
  const commands = commandsOf(analyze('3b', ['c0000005', 'fffff80562341092', 'ffffa67f813ae410', '0']));
  assert.deepEqual(commands.slice(0, 2), ['.cxr 0xffffa67f`813ae410', 'k']);
});

test('a known tag is searched for by its name', () => {
  assert.ok(commandsOf(D1 + POOL).includes('!mex.tag Acm1'));
  assert.ok(!commandsOf(D1 + POOL + TAG_SEARCH).some((command) => command.startsWith('!mex.tag')));
});

test('a power failure asks for its own IRP and device stack', () => {
  const commands = commandsOf(analyze('9f', ['3', 'ffffa58007b13440', 'fffff2b72156c3d8', 'ffffa5800ab61bd0']));
  assert.ok(commands.includes('!irp 0xffffa580`0ab61bd0'), commands.join());
  assert.ok(commands.includes('!devstack 0xffffa580`07b13440'), commands.join());
});

test('an address near null is never looked at', () => {
  const commands = commandsOf(analyze('d1', ['18', '2', '0', 'fffff80562341092']));
  assert.ok(!commands.some((command) => /0x18\b/.test(command)), commands.join());
});

test('never more than five commands and five steps', () => {
  for (const text of [D1, D1 + FILTER, D1 + POOL, analyze('124', ['0', 'ffffa58007cf4030', 'b2000000', '800400'])]) {
    const { nextCommands, recommendations } = judged(text).judgement;
    assert.ok(nextCommands.length <= 5);
    assert.ok(recommendations.length > 0 && recommendations.length <= 5);
  }
});

test('a file-system filter is unloaded by the name of its service, which is looked up by the path of the file', () => {
  const steps = judged(D1 + FILTER).judgement.recommendations;
  const unload = steps.find(({ id }) => id === 'unload-file-filter');
  assert.match(unload?.commands[0] ?? '', /^Get-CimInstance Win32_SystemDriver .*'\*\\acmeflt\.sys'/);
  assert.ok(unload?.commands.includes('fltmc unload <FilterName>'), unload?.commands.join());
  assert.ok(unload?.undo.includes('fltmc load <FilterName>'));
});

test('special pool is for the suspects of the path only, with the way back from a boot loop', () => {
  const steps = judged(D1 + FILTER).judgement.recommendations;
  const pool = steps.find(({ id }) => id === 'special-pool');
  assert.ok(
    pool?.commands.includes('verifier /flags 0x1 /driver acmeflt.sys fltmgr.sys') ||
      pool?.commands.includes('verifier /flags 0x1 /driver acmeflt.sys'),
  );
  assert.equal(pool?.undo[0], 'verifier /reset');
  assert.ok(pool?.undo.some((command) => command.includes('VerifyDrivers')));
});

test('nobody is told to update Windows against a driver of somebody else', () => {
  const text = JSON.stringify(judged(D1 + FILTER).judgement.recommendations);
  assert.doesNotMatch(text, /update Windows|更新 Windows|不要指望/i);
});

test('hardware is tested, not uninstalled', () => {
  assert.deepEqual(advice(analyze('124', ['0', 'ffffa58007cf4030', 'b2000000', '800400'])), [
    'read-error-record',
    'test-memory',
  ]);
});

test('no place of a template is left open', () => {
  for (const { text, title, reason, commands, undo } of judged(D1 + FILTER).judgement.recommendations) {
    const all = [text.en, text.zh, title.en, title.zh, reason.en, reason.zh, ...commands, ...undo].join('\n');
    assert.doesNotMatch(all, /<(?:image|module|drivers|code|vendor|facts|causes|decides|device|happens)>|undefined/);
  }
});

test('the message to the vendor holds the stop and the finding', () => {
  const steps = judged(D1 + FILTER).judgement.recommendations;
  const message = steps.find(({ id }) => id === 'involve-vendor')?.text.en ?? '';
  assert.match(message, /0xd1 DRIVER_IRQL_NOT_LESS_OR_EQUAL/);
  assert.match(message, /acmeflt\+0x1092/);
});

test('the message to the vendor names the stop whichever half of it the paste shows, without gaps', () => {
  const stack = stackText(...CRASH_TOP, 'acmeflt+0x1092', ...THREAD_END);
  const fields = 'BUGCHECK_CODE:  139\n\nBUGCHECK_P1: 3\n\n';
  const message = (text: string) =>
    judged(text).judgement.recommendations.find(({ id }) => id === 'involve-vendor')?.text.en ?? '';
  assert.match(
    message(`0: kd> !analyze -v\n\n${fields}${stack}`),
    /Stop code 0x139 KERNEL_SECURITY_CHECK_FAILURE \(0x3, /,
  );
  assert.match(message(D1 + stack), /Stop code 0xd1 DRIVER_IRQL_NOT_LESS_OR_EQUAL \(0xffffd30a52c1ee30, /);
});

test('an open verdict asks for three things at most, the deciding ones first', () => {
  const power = analyze('9f', ['3', 'ffffa58007b13440', 'fffff2b72156c3d8', 'ffffa5800ab61bd0']);
  assert.deepEqual(commandsOf(power).slice(0, 2), ['!irp 0xffffa580`0ab61bd0', '!devstack 0xffffa580`07b13440']);
  for (const text of [
    D1,
    power,
    analyze('133', ['1', '1e00', 'fffff80562341092', '0']),
    analyze('19', ['20', 'ffffd30a52c1ee30', '0', '0']),
  ]) {
    assert.equal(judged(text).judgement.verdict.culprit, 'unknown');
    assert.ok(commandsOf(text).length > 0 && commandsOf(text).length <= 3);
  }
});

test('a stack that was cut is asked for whole, a whole one is not asked for again', () => {
  const cut = stackText(...CRASH_TOP, 'tcpip!TcpStartConnect+0x47', 'tcpip!TcpCreateAndConnect+0x4e');
  assert.equal(commandsOf(D1 + cut)[0], 'k 100');
  const nothing = analyze('d1', ['18', '2', '0', 'fffff80562341092']);
  const whole = commandsOf(nothing + stackText(...CRASH_TOP, 'nt!ExpWorkerThread+0x122', ...THREAD_END));
  assert.ok(!whole.some((command) => /^k[bvnp]?\b/.test(command)), whole.join());
  // A null pointer comes of no changed code.
  assert.ok(!whole.some((command) => command.startsWith('!chkimg')), whole.join());
});

test('a listing that shows no stop gets no plan for the next crash', () => {
  const text = `0: kd> lm
start             end                 module name
fffff805\`62340000 fffff805\`6234a000   acmeflt    (no symbols)
`;
  assert.deepEqual(commandsOf(text), ['!analyze -v']);
  assert.deepEqual(advice(text), []);
});

test('no special pool for a hang, nor for Windows alone', () => {
  const hang = stackText(
    'nt!KiSwapContext+0x76',
    'nt!KiSwapThread+0x500',
    'nt!KeWaitForSingleObject+0x233',
    ...THREAD_END,
  );
  assert.ok(!advice(D1 + hang).includes('special-pool'));
  const windows = stackText(
    ...CRASH_TOP,
    'nwifi!PacketDone+0x68',
    'ndis!ndisCallSendCompleteHandler+0x50',
    ...THREAD_END,
  );
  assert.ok(!advice(D1 + windows).includes('special-pool'));
});

const named = (image: string, code = D1) =>
  `${code}IMAGE_NAME:  ${image}\n\n${stackText(...CRASH_TOP, `${image.replace('.sys', '')}+0x1092`, ...THREAD_END)}`;
const commandsFor = (text: string) => judged(text).judgement.recommendations.flatMap(({ commands }) => commands);

test('neither a display, a disk nor a network driver is disabled, and what a card is cut off from is said', () => {
  for (const image of [
    'nvlddmkm.sys',
    'vm3dmp.sys',
    'viostor.sys',
    'pvscsi.sys',
    'netkvm.sys',
    'vmxnet3.sys',
    'ena.sys',
    'gve.sys',
  ]) {
    const commands = commandsFor(named(image)).join('\n');
    assert.doesNotMatch(commands, /start= disabled|Disable-NetAdapter|\/disable-device/, image);
  }
  const network = judged(named('netkvm.sys')).judgement.recommendations[0];
  assert.equal(network?.id, 'update-guest-adapter');
  assert.match(network?.text.en ?? '', /cuts the machine off its network/);
  assert.match(network?.text.zh ?? '', /断网/);
});

test('a driver of no known kind is disabled only where nothing hangs on it', () => {
  const [step] = judged(named('acmeodd.sys')).judgement.recommendations;
  assert.equal(step?.id, 'disable-service-driver');
  assert.match(step?.text.en ?? '', /only if StartMode is neither Boot nor System/);
});

test('a card reader holds no volume that Windows starts from', () => {
  assert.equal(advice(named('rtsuer.sys'))[0], 'disable-device');
});

test('a display driver that no list knows is one where the timeout names it', () => {
  const timeout = analyze('116', ['ffffb70f2a1c3000', 'fffff8056234c14c', 'c000009a', '4']);
  assert.equal(advice(`${timeout}MODULE_NAME: pinegpu\n\nIMAGE_NAME:  pinegpu.sys\n`)[0], 'clean-display-driver');
});

test('Verifier never watches a driver of Windows', () => {
  const stack = stackText(
    ...CRASH_TOP,
    'FLTMGR!FltGetContext+0x12',
    'acmeflt+0x1092',
    'Ntfs!NtfsRead+0x30c',
    ...THREAD_END,
  );
  const watched = commandsFor(D1 + stack).filter((command) => /^verifier .*\/driver/.test(command));
  assert.ok(watched.length > 0);
  for (const command of watched) {
    assert.doesNotMatch(command, /fltmgr|ntfs|nt\b/i);
  }
});

test('who uses a null pointer wrote nothing that special pool could catch', () => {
  const nothing = named('acmeodd.sys', analyze('d1', ['38', '2', '0', 'fffff80562341092']));
  assert.ok(!advice(nothing).includes('special-pool'));
  assert.ok(advice(named('acmeodd.sys')).includes('special-pool'));
});

test('a live dump is said to be one, and nothing is prepared for a stop that did not happen', () => {
  const live = analyze('117', ['ffffb70f2a1c3000', 'fffff8056234c14c', '0', '0']);
  const text = `${live}MODULE_NAME: pinegpu\n\nIMAGE_NAME:  pinegpu.sys\n`;
  const ids = advice(text);
  assert.ok(ids.includes('read-live-display-report'), ids.join());
  for (const id of ['verify-driver', 'special-pool', 'collect-kernel-dump']) {
    assert.ok(!ids.includes(id), id);
  }
  const message = judged(text).judgement.recommendations.find(({ id }) => id === 'involve-vendor');
  assert.match(message?.text.en ?? '', /records a fault and goes on running/);
  assert.doesNotMatch(message?.text.en ?? '', /machine stops/);
});

test('a service, a filter and a device of the bus are called as the paste calls them', () => {
  const commands = (text: string) =>
    judged(text).judgement.recommendations.flatMap((step) => [...step.commands, ...step.undo]);
  const queried = 'SERVICE_NAME: AcmeScan\n        BINARY_PATH_NAME   : system32\\DRIVERS\\acmeflt.sys\n';
  assert.ok(commands(`${D1}${FILTER}\n${queried}`).includes('fltmc unload AcmeScan'));
  const odd = stackText(...CRASH_TOP, 'acmeodd+0x1092', ...THREAD_END);
  const oddQueried = queried.replace('acmeflt', 'acmeodd');
  assert.ok(commands(`${D1}${odd}\n${oddQueried}`).includes('sc.exe config AcmeScan start= disabled'));
  assert.ok(commands(`${D1}${odd}`).includes('sc.exe config <ServiceName> start= disabled'));
  const whea = analyze('124', ['4', 'ffffa58007cf4030', '0', '0']);
  const record =
    '0: kd> !errrec ffffa58007cf4030\n\n===============================================================================\nSection 0     : PCI Express\n-------------------------------------------------------------------------------\nDescriptor    @ ffffa58007cf40b0\nPort Type     : Root Port\nVenId:DevId   : 8086:a0b0\nPrimary Bus   : 0x00\nDevice No     : 0x1d\nFunction No   : 0x00\n';
  assert.ok(commands(`${whea}${record}`).some((command) => command.includes("'PCI\\VEN_8086&DEV_A0B0*'")));
  assert.ok(commands(whea).some((command) => command.includes('VEN_<VendorId>&DEV_<DeviceId>')));
});

test('what has to be found first is asked for after what can be run as it stands', () => {
  assert.equal(commandsOf(analyze('d1', ['48', '2', '0', 'fffff80562341092'])).at(-1), '!pool <address> 2');
});

test('a session on a machine that runs is told as one, without rivals, steps or commands', () => {
  const text =
    'Kernel Debugger connection established.\nBreak instruction exception - code 80000003 (first chance)\nnt!DbgBreakPointWithStatus:\nfffff804`2c7ffd10 cc              int     3\n0: kd> g\nBreakpoint 0 hit\nnt!NtCreateFile:\nfffff804`2ca02e40 4881ec88000000  sub     rsp,88h\n2: kd> k\n # Child-SP          RetAddr               Call Site\n00 ffffd98f`1a3c7a88 fffff804`2c8103b5     nt!NtCreateFile\n01 ffffd98f`1a3c7a90 00007ffb`7e24db64     nt!KiSystemServiceCopyEnd+0x25\n';
  const { session, remaining, recommendations, nextCommands } = judged(text).judgement;
  assert.deepEqual(
    { session, remaining, recommendations, nextCommands },
    {
      session: true,
      remaining: [],
      recommendations: [],
      nextCommands: [],
    },
  );
});
