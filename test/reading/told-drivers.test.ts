import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';

/** Drivers that a person names: leads with their sentence, never above low, and never above what is printed. */

const knowledge = loadKnowledge();
const STOP = 'My laptop had a blue screen 0xD1 yesterday.';

function judged(text: string) {
  const [crash] = diagnose([{ source: null, text }], knowledge).crashes;
  const { verdict, suspects } = crash?.judgement ?? { verdict: null, suspects: [] };
  return { culprit: verdict?.culprit, confidence: verdict?.confidence, leads: suspects.map(({ driver }) => driver) };
}

const BLAMED: readonly string[] = [
  'WhoCrashed blames acmenet.sys.',
  'WinDbg says it was caused by acmenet.sys',
  'What failed: acmenet.sys',
  'The blue screen shows DRIVER_IRQL_NOT_LESS_OR_EQUAL (acmenet.sys)',
  'acmenet.sys failed',
  'We have isolated it to the network driver (acmenet.sys).',
  'DRIVER-IRQL-NOT-LESS-OR-EQUAL (acmenet.sys)',
  'It was Driver_Irql_Not_Less_Or_Equal [acmenet.sys] again.',
  'The screen read DRIVER_IRQL_NOT_LESS_OR_EQUAL. (acmenet.sys)',
  'My PC shows DRIVER_IRQL_NOT_LESS_OR_EQUAL. acmenet.sys',
  'Since I uninstalled acmenet.sys there were no more crashes.',
  'The dump points to acmenet.sys',
  'Laut Windbg ist acmenet.sys schuld.',
  "D'après l'analyse c'est acmenet.sys le coupable.",
  'El volcado apunta a acmenet.sys',
  'Segundo o WinDbg, causado por acmenet.sys',
  'В дампе виноват acmenet.sys',
  'Это ошибка в acmenet.sys, ждите новую версию.',
  '分析结果指向 acmenet.sys',
  '删除 acmenet.sys 之后就正常了',
  'WinDbgで見ると acmenet.sys が原因のようです。',
  '덤프를 보니 acmenet.sys 때문이라고 합니다',
  'system32\\drivers\\acmenet.sys 引起的',
  'File: \\\\Windows\\system32\\drivers\\acmenet.sys caused it',
];

for (const sentence of BLAMED) {
  test(`is a lead, named low at most: ${sentence}`, () => {
    const { culprit, confidence, leads } = judged(`${STOP}\n${sentence}`);
    assert.deepEqual([culprit, confidence, leads], ['acmenet.sys', 'low', ['acmenet.sys']]);
  });
}

const REPEATED: readonly string[] = [
  'The bugcheck was: 0x000000d1 (0x28, 0x2, 0x0, 0xfffff80012345678), and removing acmenet.sys fixed it.',
  'BugCheck D1, {28, 2, 0, fffff80012345678} on my laptop, WhoCrashed blames acmenet.sys',
  'I got STOP: 0x000000D1 (0x28, 0x2, 0x0, 0xfffff80012345678) today, acmenet.sys is to blame',
  'BugcheckCode 209, BugcheckParameter1 0x28 in the event log, WinDbg says it was caused by acmenet.sys',
  '蓝屏 BugCheck D1, {28, 2, 0, fffff80012345678}，分析结果指向 acmenet.sys',
];

for (const sentence of REPEATED) {
  test(`is a lead beside the stop that the sentence repeats: ${sentence}`, () => {
    const { culprit, confidence } = judged(sentence);
    assert.deepEqual([culprit, confidence], ['acmenet.sys', 'low']);
  });
}

const ASKED: readonly string[] = [
  'I uninstalled acmenet.sys, please help.',
  'I uninstalled acmenet.sys, how do I fix this?',
  'Should I remove acmenet.sys to fix it?',
  'I will uninstall acmenet.sys to fix it.',
  'Soll ich acmenet.sys deinstallieren, damit er läuft?',
  '我卸载了 acmenet.sys，怎么解决？',
  '卸载 acmenet.sys 能解决吗',
];

for (const sentence of ASKED) {
  test(`what is asked or planned is no end of it: ${sentence}`, () => {
    for (const text of [`${STOP}\n${sentence}`, `BSOD 0xD1 on my till, ${sentence}`]) {
      const { culprit, leads } = judged(text);
      assert.deepEqual([culprit, leads], ['unknown', ['acmenet.sys']], text);
    }
  });
}

test('an end that somebody wonders about is one', () => {
  for (const sentence of ['Removing acmenet.sys fixed it, but why?', '卸载 acmenet.sys 后就好了，这是为什么？']) {
    assert.equal(judged(`${STOP}\n${sentence}`).culprit, 'acmenet.sys', sentence);
  }
});

const TRIED: readonly string[] = [
  '电脑蓝屏 0x000000D1 acmenet.sys，重装系统没用，更新驱动也没用，求助',
  'BSOD 0xD1 acmenet.sys on my PC, reinstalling Windows did not help, still crashing',
  'Mein PC zeigt 0xD1 (acmenet.sys), Neuinstallation hat nicht geholfen',
];

for (const sentence of TRIED) {
  test(`is a lead, whatever was tried in vain: ${sentence}`, () => {
    assert.deepEqual(judged(sentence).leads, ['acmenet.sys']);
  });
}

const ONLY_LEADS: readonly string[] = [
  'In the list there is acmenet.sys from 2016.',
  'If the problem really is acmenet.sys, what can I do?',
  'It happens while acmenet.sys gets loaded and acmefs.sys too.',
];

for (const sentence of ONLY_LEADS) {
  test(`is a lead and no accusation: ${sentence}`, () => {
    const { culprit, leads } = judged(`${STOP}\n${sentence}`);
    assert.equal(culprit, 'unknown');
    assert.ok(leads.includes('acmenet.sys'));
  });
}

const CLEARED: readonly string[] = [
  'It is not acmenet.sys, I removed it.',
  'I disabled acmenet.sys, no change.',
  'Ohne acmenet.sys stürzt er weiterhin ab.',
  '跟 acmenet.sys 无关',
  'The dump shows acmenet.sys, which is not the cause.',
  'Module list: a.sys b.sys acmenet.sys c.sys',
  '它的下层是文件系统驱动(如acmefs.sys),没有改动',
  'Below it lies a file system driver, such as acmefs.sys.',
  'Darunter liegt ein Treiber des Dateisystems, z. B. acmefs.sys.',
  '日志里还有 acmelwf.sys 的一条错误，但它没有出现在这次的故障栈里，暂不视为根因',
];

for (const sentence of CLEARED) {
  test(`is no lead: ${sentence}`, () => {
    assert.deepEqual(judged(`${STOP}\n${sentence}`).leads, []);
  });
}

test('a listed driver that is called without the ending of its file is a lead, and no accusation', () => {
  for (const [sentence, driver] of [
    ['The BSOD began when I switched the Wintun driver on.', 'wintun.sys'],
    ['viostor: BSOD while the page file is written', 'viostor.sys'],
    ['蓝屏和 WinDivert 有关', 'windivert.sys'],
    ['I looked into the dump, it points to WinDivert64.', 'windivert64.sys'],
    ['NPF driver crash with the new capture tool', 'npf.sys'],
  ] as const) {
    const { culprit, leads } = judged(`${STOP}\n${sentence}`);
    assert.deepEqual([culprit, leads], ['unknown', [driver]], sentence);
  }
});

test('a word that is a driver too, one that no table lists and one that is cleared are no leads', () => {
  for (const sentence of [
    'The BSOD comes in the sandbox as well.',
    'The BSOD began with AcmeDivert 2.1.',
    'The BSOD is not caused by Npcap.',
    'My keyboard driver is new, and the BSOD stays.',
  ]) {
    assert.deepEqual(judged(`${STOP}\n${sentence}`).leads, [], sentence);
  }
});

const PRINTED = [
  'DRIVER_IRQL_NOT_LESS_OR_EQUAL (d1)',
  'Arguments:',
  'Arg1: 0000000000000048, memory referenced',
  'Arg2: 0000000000000002, IRQL',
  'Arg3: 0000000000000000, read',
  'Arg4: fffff8012f6d94fd, address which referenced memory',
  '',
  'STACK_TEXT:',
  'ffffb10a`00000010 fffff801`2c1d2a3e : 00000000`0000000a 00000000`00000048 00000000`00000002 00000000`00000000 : nt!KeBugCheckEx',
  'ffffb10a`00000020 fffff801`2c1d2b4e : 00000000`00000000 00000000`00000000 00000000`00000000 00000000`00000000 : nt!KiBugCheckDispatch+0x69',
  'ffffb10a`00000030 fffff801`2f6d94fd : 00000000`00000000 00000000`00000000 00000000`00000000 00000000`00000000 : nt!KiPageFault+0x463',
  'ffffb10a`00000040 fffff801`2c0d2c5e : 00000000`00000000 00000000`00000000 00000000`00000000 00000000`00000000 : acmeflt!AcmeRead+0x1d',
  'ffffb10a`00000050 00000000`00000000 : 00000000`00000000 00000000`00000000 00000000`00000000 00000000`00000000 : nt!IofCallDriver+0x55',
].join('\n');

test('what is printed outranks what is told, and loses nothing by it', () => {
  const alone = judged(PRINTED);
  const both = judged(`WhoCrashed blames acmenet.sys on my PC.\n\n${PRINTED}`);
  assert.deepEqual([both.culprit, both.confidence], [alone.culprit, alone.confidence]);
  assert.equal(both.culprit, 'acmeflt.sys');
  assert.ok(both.leads.includes('acmenet.sys'));
});

test('the word of a person makes no printed verdict surer', () => {
  const alone = diagnose([{ source: null, text: PRINTED }], knowledge).crashes[0]?.judgement.verdict;
  const text = `WinDbg points to acmeflt.sys on my PC.\n\n${PRINTED}`;
  const both = diagnose([{ source: null, text }], knowledge).crashes[0]?.judgement.verdict;
  assert.deepEqual(both, alone);
});

const RAISED_IRQL = `\n\nIRQL_NOT_LESS_OR_EQUAL (a)\nArguments:\nArg1: 0000000000000020\nArg2: 000000000000000f\nArg3: 0000000000000000\nArg4: fffff8011e4c2a97\n`;

test('what is told of another stop than the printed one accuses nobody of this one', () => {
  for (const sentence of [
    'My brother had SYSTEM_SERVICE_EXCEPTION (3B) in acmenet.sys, mine is this:',
    'Last month the blue screen was 0xD1 and blamed acmenet.sys.',
    '以前是 0x3B，蓝屏指向 acmenet.sys，这次不同：',
  ]) {
    assert.equal(judged(sentence + RAISED_IRQL).culprit, 'unknown', sentence);
  }
});

test('what is told of the printed stop, or of none, stays a lead named low', () => {
  for (const sentence of [
    'Blue screen 0x0000000A, it blamed acmenet.sys.',
    'First 0x3B, then a blue screen 0xA that blames acmenet.sys.',
    'The blue screen blames acmenet.sys.',
  ]) {
    const { culprit, confidence } = judged(sentence + RAISED_IRQL);
    assert.deepEqual([culprit, confidence], ['acmenet.sys', 'low'], sentence);
  }
});

test('a headline may say where it stopped by module and offset', () => {
  const below = '\n\nBugCheck A, {ffffab070b007028, 2, 0, fffff80136e75158}';
  assert.deepEqual(judged(`[Bug]: system crash acmenet+0x2044 when resuming from hibernation${below}`).leads, [
    'acmenet.sys',
  ]);
  for (const headline of [
    'BSOD when reading [rcx+0x2044]',
    'Blue screen at base+0x10 of the buffer',
    'Crash in AcmeRead+0x2044',
  ]) {
    assert.deepEqual(judged(`${headline}${below}`).leads, [], headline);
  }
});

test('a driver that is called by name may begin the sentence', () => {
  assert.deepEqual(judged(`Npcap versions before 1.8 cause it.\n${STOP}`).leads, ['npcap.sys']);
});

test('a version behind a hyphen is no part of the name', () => {
  assert.deepEqual(judged(`${STOP}\nThe npcap-0.85 causes it.`).leads, ['npcap.sys']);
});

test('the kind of a failure is no part of the module behind it', () => {
  assert.deepEqual(judged(`${STOP}\nIt says FAILURE_BUCKET_ID: AV_acmevgk!unknown_function in the dump`).leads, [
    'acmevgk.sys',
  ]);
});

for (const word of ['compress', 'inspect', 'encrypt']) {
  test(`what somebody does is no driver, though a file is called so: ${word}`, () => {
    assert.deepEqual(judged(`My laptop had a blue screen 0xD1 when I ${word} a folder.`).leads, []);
  });
}

test('behind the label of the screen stands a name, or nothing is accused; what a mark ties to a word is no file', () => {
  const stop = 'My till bluescreened: DRIVER_IRQL_NOT_LESS_OR_EQUAL.';
  for (const rest of [
    'What failed: no clue, though I had updated acmetill.sys.',
    '失败的操作: 不清楚，不过我更新过 acmetill.sys',
  ]) {
    assert.deepEqual(judged(`${stop} ${rest}`).culprit, 'unknown', rest);
  }
  assert.equal(judged(`${stop} What failed: acmetill.sys`).culprit, 'acmetill.sys');
  assert.deepEqual(judged(`${stop} What failed: acme&till.sys`).leads, []);
});
