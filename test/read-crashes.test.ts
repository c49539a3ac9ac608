import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCrashes } from '#src/diagnosis/read-crashes.ts';

const D1 = `0: kd> !analyze -v
*******************************************************************************
*                        Bugcheck Analysis                                    *
*******************************************************************************

DRIVER_IRQL_NOT_LESS_OR_EQUAL (d1)
An attempt was made to access a bad address.
Arguments:
Arg1: ffffa10c52d1b010, memory referenced
Arg2: 0000000000000002, IRQL
Arg3: 0000000000000000, value 0 = read operation, 1 = write operation
Arg4: fffff80262a41f7c, address which referenced memory

PROCESS_NAME:  AcmeTool.exe

STACK_TEXT:
ffffd186\`4bb0e458 fffff802\`5d80a929 : 00000000\`0000000a ffffa10c\`52d1b010 00000000\`00000002 00000000\`00000000 : nt!KeBugCheckEx
ffffd186\`4bb0e5a0 fffff802\`62a41f7c : ffffa10c\`52d1b010 00000000\`00000040 ffffa10c\`52d1b010 00000000\`00000000 : nt!KiPageFault+0x463
ffffd186\`4bb0e730 00000000\`00000000 : ffffa10c\`52d1b010 00000000\`00000000 ffffa10c\`52d1b010 00000000\`00000000 : acmecap+0x1f7c

SYMBOL_NAME:  acmecap+1f7c
MODULE_NAME: acmecap
IMAGE_NAME:  acmecap.sys
FAILURE_BUCKET_ID:  AV_acmecap!unknown_function
---------`;

const STOP_50 = `PAGE_FAULT_IN_NONPAGED_AREA (50)
Invalid system memory was referenced.
Arguments:
Arg1: ffffe5068d8a4000, memory referenced.
Arg2: 0000000000000002, value 0 = read operation
Arg3: fffff801197f1d1e, the instruction address
Arg4: 0000000000000000, (reserved)
MODULE_NAME: acmefs
IMAGE_NAME:  acmefs.sys`;

const X86_STACK = `ChildEBP RetAddr  Args to Child
a72ab9d4 88c8b8b6 ffff0000 00000312 00000001 nt!ProbeForRead+0x2e
a72aba14 82a39d9d 84d43630 87799b50 87799b50 acmekb+0x78b6`;

function read(...texts: string[]) {
  return readCrashes(texts.map((text) => ({ source: null, text }))).crashes;
}

function codes(...texts: string[]): (string | null)[] {
  return read(...texts).map((crash) => crash.bugcheck?.code ?? null);
}

test('reads one dump with all its views', () => {
  const [crash, ...others] = read(D1);
  assert.deepEqual(others, []);
  assert.equal(crash?.id, 'c1');
  assert.equal(crash?.kind, 'kernel');
  assert.equal(crash?.arch, 'x64');
  assert.equal(crash?.process, 'AcmeTool.exe');
  assert.equal(crash?.symbol, 'acmecap+1f7c');
  assert.equal(crash?.module, 'acmecap');
  assert.equal(crash?.image, 'acmecap.sys');
  assert.equal(crash?.failureBucket, 'AV_acmecap!unknown_function');
  assert.equal(crash?.stack?.frames.length, 3);
  assert.deepEqual(crash?.mentions, [[1, 24]]);
  assert.equal(crash?.bugcheck?.args[3], '0xfffff80262a41f7c');
});

test('finds every dump of a paste, in its order', () => {
  assert.deepEqual(codes(`${D1}\n\n${STOP_50}`), ['0xd1', '0x50']);
  assert.deepEqual(codes(`${STOP_50}\n${D1}`), ['0x50', '0xd1']);
  assert.deepEqual(codes(D1, STOP_50), ['0xd1', '0x50']);
  const ten = Array.from({ length: 10 }, (_, at) => STOP_50.replace('8d8a4000', `8d8a40${at}0`));
  assert.equal(read(ten.join('\n')).length, 10);
});

test('keeps the values of two dumps apart', () => {
  const [first, second] = read(`${D1}\n\n${STOP_50}`);
  assert.equal(first?.image, 'acmecap.sys');
  assert.equal(second?.image, 'acmefs.sys');
  assert.equal(second?.stack, null);
  assert.equal(second?.process, null);
});

test('the same dump twice is one crash with two mentions', () => {
  const crashes = read(`${D1}\n\nand again:\n${D1}`);
  assert.equal(crashes.length, 1);
  assert.equal(crashes[0]?.mentions.length, 2);
});

test('a damaged argument still is the same dump, and the sound value wins', () => {
  const damaged = STOP_50.replace('ffffe5068d8a4000', 'fffe5068d8a4000');
  const [crash, ...others] = read(`${damaged}\n\nFrom: a\nSent: b\nTo: c\n\n${STOP_50}`);
  assert.deepEqual(others, []);
  assert.equal(crash?.bugcheck?.args[0], '0xffffe5068d8a4000');
});

test('a damaged argument alone is reported as read, with what was likely meant', () => {
  const { crashes, warnings } = readCrashes([
    { source: null, text: STOP_50.replace('ffffe5068d8a4000', 'fffe5068d8a4000') },
  ]);
  assert.equal(crashes[0]?.bugcheck?.args[0], '0xfffe5068d8a4000');
  assert.deepEqual(
    crashes[0]?.facts.damages.map(({ what, asRead, likely }) => [what, asRead, likely]),
    [['Arg1', '0xfffe5068d8a4000', '0xffffe5068d8a4000']],
  );
  assert.match(warnings[0]?.text.en ?? '', /0xfffe5068d8a4000/);
  assert.equal(warnings[0]?.crash, 'c1');
});

test('.bugcheck, greeting and header of one session are one crash', () => {
  const text = `BugCheck D1, {ffffa10c52d1b010, 2, 0, fffff80262a41f7c}\n\n${D1}\n0: kd> .bugcheck\nBugcheck code 000000D1\nArguments ffffa10c\`52d1b010 00000000\`00000002 00000000\`00000000 fffff802\`62a41f7c`;
  const [crash, ...others] = read(text);
  assert.deepEqual(others, []);
  assert.equal(crash?.bugcheck?.name, 'DRIVER_IRQL_NOT_LESS_OR_EQUAL');
  assert.equal(crash?.mentions.length, 1);
});

test('a dump spread over messages is one crash, in whatever order they come', () => {
  const [head = '', tail = ''] = D1.split('\n\nSTACK_TEXT:');
  const second = `[10:31 AM] Bob:\nSTACK_TEXT:${tail}`;
  const first = `[10:30 AM] Bob:\n${head}`;
  for (const text of [`${first}\n${second}`, `${second}\n${first}`]) {
    const [crash, ...others] = read(text);
    assert.deepEqual(others, [], text.slice(0, 12));
    assert.equal(crash?.image, 'acmecap.sys');
    assert.equal(crash?.stack?.frames.length, 3);
  }
});

test('output without a stop code joins the dump that shares its addresses', () => {
  const pool =
    '0: kd> !pool ffffa10c52d1b010 2\nPool page ffffa10c52d1b010 region is Nonpaged pool\n*ffffa10c52d1b000 size:  600 previous size:    0  (Allocated) *Acme\nfffff80262a41f7c';
  const crashes = read(STOP_50, D1, pool);
  assert.deepEqual(
    crashes.map((crash) => [crash.bugcheck?.code, crash.facts.poolBlocks.length]),
    [
      ['0x50', 0],
      ['0xd1', 1],
    ],
  );
});

test('debugger output without a stop code is one crash of its own', () => {
  const [crash] = read(`0: kd> kb\n${X86_STACK}`);
  assert.equal(crash?.bugcheck, null);
  assert.equal(crash?.arch, 'x86');
  assert.equal(crash?.stack?.frames[1]?.module, 'acmekb');
});

test('the stop code of KeBugCheckEx is read off the stack where nothing else prints it', () => {
  const [crash] = read(
    '1: kd> kb\nChildEBP RetAddr  Args to Child\n92f63b6c 82e73bae 000000c4 000000d2 9655d4a8 nt!KeBugCheckEx+0x1e\n92f63b88 82e78c32 9655d4a8 9655d468 000000b0 acme!Send+0x3c',
  );
  assert.equal(crash?.bugcheck?.origin, 'stack');
  assert.deepEqual(crash?.bugcheck?.args, ['0xd2', '0x9655d4a8', null, null]);
});

test('each entry of a crash tool keeps the driver printed above its code', () => {
  const entry = (file: string, driver: string, code: string, name: string, arg: string) =>
    `On Tue 1/19/2021 8:21:40 AM your computer crashed\ncrash dump file: C:\\Windows\\Minidump\\${file}\nThis was probably caused by the following module: ${driver} (${driver.slice(0, -4)}+0x1234)\nBugcheck code: ${code} (${arg}, 0x2, 0x0, 0xFFFFF8012F6D94FD)\nError: ${name}\n`;
  const text = `${entry('011921-1.dmp', 'acmeone.sys', '0xD1', 'DRIVER_IRQL_NOT_LESS_OR_EQUAL', '0x8')}\n${entry('011821-1.dmp', 'acmetwo.sys', '0x50', 'PAGE_FAULT_IN_NONPAGED_AREA', '0x9')}`;
  assert.deepEqual(
    read(text).map(({ bugcheck, facts }) => [bugcheck?.name, facts.namedDrivers.map(({ image }) => image)]),
    [
      ['DRIVER_IRQL_NOT_LESS_OR_EQUAL', ['acmeone.sys']],
      ['PAGE_FAULT_IN_NONPAGED_AREA', ['acmetwo.sys']],
    ],
  );
});

test('a photographed blue screen is a crash with a name and without arguments', () => {
  const [crash] = read('Stop code: DRIVER_IRQL_NOT_LESS_OR_EQUAL\nWhat failed: acmeflt.sys');
  assert.equal(crash?.bugcheck?.name, 'DRIVER_IRQL_NOT_LESS_OR_EQUAL');
  assert.deepEqual(crash?.bugcheck?.args, []);
  assert.deepEqual(crash?.facts.cuts, []);
});

test('says what a cut analysis lacks and which command brings it', () => {
  const { crashes, warnings } = readCrashes([
    { source: null, text: `${D1.slice(0, D1.indexOf('STACK_TEXT:'))}STACK_TEXT:\n` },
  ]);
  assert.deepEqual(
    crashes[0]?.facts.cuts.map(({ what, command }) => [what, command]),
    [
      ['STACK_TEXT', 'k'],
      ['!analyze -v', '!analyze -v'],
    ],
  );
  assert.deepEqual(
    warnings.map(({ crash, text }) => [crash, text.en]),
    [
      ['c1', 'No frames stand below STACK_TEXT; run k to get them.'],
      ['c1', 'Part of !analyze -v is left out: it names no image, symbol or bucket. Paste its whole output.'],
    ],
  );
  assert.deepEqual(read(D1)[0]?.facts.cuts, [], 'a whole one lacks nothing');
});

test('an application and a live system are said to be such', () => {
  const [user] = read(
    '0:000> k\nChild-SP          RetAddr           Call Site\n000000b0`106ffa10 00007ff8`74d9c203 ledger!Post+0x9\n000000b0`106ffa80 00007ff8`74da529a ledger!main+0x97',
  );
  assert.equal(user?.kind, 'user');
  assert.equal(user?.bugcheck, null);
  const [live] = read(
    'lkd> !pool ffffa10c52d1b010 2\nPool page ffffa10c52d1b010 region is Nonpaged pool\n*ffffa10c52d1b000 size:  600 previous size:    0  (Allocated) *Acme',
  );
  assert.equal(live?.kind, 'live');
});

test('the prose of a mail around a dump makes no crash of its own', () => {
  const mail = `From: a@example.com\nSent: Monday\nTo: b\n\n第二次 bugcheck 为 0XD1 的蓝屏,第三次 bugcheck 为 0x50。\n\nFrom: b@example.com\nSent: Sunday\nTo: a\n\n${D1}\n\nBest regards`;
  const crashes = read(mail);
  assert.deepEqual(
    crashes.map((crash) => [crash.bugcheck?.code, crash.mentions]),
    [['0xd1', [[11, 34]]]],
  );
});

const NO_DUMPS: readonly [name: string, text: string][] = [
  ['nothing', ''],
  ['blank lines', '\n\n \n'],
  [
    'a chat about blue screens',
    'The kiosks showed IRQL_NOT_LESS_OR_EQUAL and once CRITICAL_PROCESS_DIED (ef).\nIs acmeflt.sys to blame?',
  ],
  [
    'a Linux oops',
    'BUG: unable to handle kernel NULL pointer dereference at 0000000000000028\nIP: [<ffffffff8105d2d1>] acme_send+0x61/0x80 [acme]\nRAX: 0000000000000000 RBX: ffff880037a5e000 RCX: 0000000000000000\nCall Trace:\n [<ffffffff8105d345>] ? warn_slowpath_null+0x15/0x20\n [<ffffffff8105d345>] ret_from_fork+0x15/0x20',
  ],
  [
    'a macOS panic',
    'panic(cpu 2 caller 0xffffff8005a2d3c1): Kernel trap at 0xffffff7f86d3a2b1, type 14=page fault\nBacktrace (CPU 2), Frame : Return Address\n0xffffff81f2a4b9f0 : 0xffffff80059a5b51',
  ],
  [
    'a Java trace',
    'Exception in thread "main" java.lang.NullPointerException\n\tat com.acme.Foo.bar(Foo.java:12)\n\tat com.acme.Main.main(Main.java:3)',
  ],
  [
    'a Python trace',
    'Traceback (most recent call last):\n  File "/srv/a.py", line 2, in run\n    raise Empty\nexited with code 1 (0x00000001)',
  ],
  [
    'a .NET trace',
    'Unhandled exception. System.InvalidOperationException: no\n   at Acme.Billing.Latest(Guid id) in C:\\src\\a.cs:line 61',
  ],
  ['a web server log', '192.0.2.44 - - [14/May/2024:09:12:44 +0000] "GET /api HTTP/1.1" 502 157 "-" "curl/8.5.0"'],
  [
    'an INF file',
    '[Version]\nSignature   = "$WINDOWS NT$"\nClass       = System\n[Acme_Service]\nServiceBinary = %12%\\acme.sys',
  ],
  [
    'output of systeminfo',
    'Host Name:                 PC-1\nOS Name:                   Microsoft Windows 11 Pro\nOS Version:                10.0.22621 N/A Build 22621\nSystem Manufacturer:       Acme',
  ],
  [
    'output of driverquery',
    'Module Name  Display Name           Driver Type   Link Date\n============ ====================== ============= ======================\nacmeflt      Acme Filter            Kernel        1/19/2021 8:21:40 AM',
  ],
  [
    'a hex dump of a file',
    '00000000: 4d5a 9000 0300 0000 0400 0000 ffff 0000  MZ..............\n00000010: b800 0000 0000 0000 4000 0000 0000 0000  ........@.......',
  ],
  [
    'a git log',
    'commit 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b\nAuthor: A <a@example.com>\nDate:   Mon May 3 10:00:00 2021\n\n    Fix 0x1e handling',
  ],
];

for (const [name, text] of NO_DUMPS) {
  test(`${name} is no dump`, () => {
    assert.deepEqual(read(text), []);
  });
}

test('a session that only its prompts show reaches to the last thing it says', () => {
  const text =
    '3: kd> !whea\nError Source 0 @ fffffa80064132c0\n\n3: kd> !errrec fffffa8007cf4030\nSeverity      : Fatal (1)\nProcessor Error: (Internal processor error)\nErrorType        : 0x0 - Processor';
  const [crash] = readCrashes([{ source: null, text }]).crashes;
  const last = Math.max(...(crash?.facts.hardwareErrors ?? []).map(({ lines }) => lines[1]));
  assert.ok(last >= 6);
  assert.ok((crash?.mentions[0]?.[1] ?? 0) >= last);
});
