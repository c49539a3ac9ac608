import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';

/** Stops in lines of their own: a list below a sentence, a copied screen, a name beside fields. */

const knowledge = loadKnowledge();

function stopsOf(text: string) {
  return diagnose([{ source: null, text }], knowledge).crashes.map(
    ({ crash: { bugcheck } }) => bugcheck?.name ?? bugcheck?.code ?? null,
  );
}

test('each row of a list is a stop where the sentence above says that they were all met', () => {
  const text = `Our till keeps going down. The three blue screens that I got this week:

- KMODE_EXCEPTION_NOT_HANDLED (ledgerfs.sys)
- 0x50 PAGE_FAULT_IN_NONPAGED_AREA
* BAD_POOL_HEADER

Memory is fine.`;
  assert.deepEqual(stopsOf(text), ['KMODE_EXCEPTION_NOT_HANDLED', 'PAGE_FAULT_IN_NONPAGED_AREA', 'BAD_POOL_HEADER']);
});

const LISTS_OF_NOBODY: readonly string[] = [
  'Which of these blue screens come from memory:\nIRQL_NOT_LESS_OR_EQUAL\nBAD_POOL_HEADER',
  'My PC crashed too. Common blue screens of this board are:\n- IRQL_NOT_LESS_OR_EQUAL\n- BAD_POOL_HEADER',
  'The course covers these stop codes:\n- IRQL_NOT_LESS_OR_EQUAL\n- BAD_POOL_HEADER',
];

for (const text of LISTS_OF_NOBODY) {
  test(`is a list of nobody's stops: ${text.slice(0, 40)}`, () => assert.deepEqual(stopsOf(text), []));
}

const SCREEN = 'SYSTEM_THREAD_EXCEPTION_NOT_HANDLED (0x7E)\nWhat failed: ledgeraudio.sys';

test('a copied screen shows the stop and below it the file', () => {
  const [crash] = diagnose([{ source: null, text: `[Report] It went wrong\n\n${SCREEN}` }], knowledge).crashes;
  assert.equal(crash?.crash.bugcheck?.code, '0x7e');
  assert.deepEqual(
    crash?.judgement.suspects.map(({ driver }) => driver),
    ['ledgeraudio.sys'],
  );
});

test('the screen of an article is nobody’s', () => {
  assert.deepEqual(stopsOf(`In this guide we read a blue screen. It may look like this:\n\n${SCREEN}`), []);
});

test('an article and two digits in front of BSOD are its code; a number counts, and a blue screen may be of a studio', () => {
  assert.deepEqual(stopsOf('Since I moved the disk my PC shows the 7B BSOD at every boot.'), ['0x7b']);
  assert.deepEqual(stopsOf('We had 3 BSODs this week on my PC.'), []);
  assert.deepEqual(stopsOf('I bought the A4 blue screen for my studio.'), []);
});

test('a name that somebody wrote beside the fields is that of their code, and another name is of another crash', () => {
  const fields = 'PROCESS_NAME:  System\nBUGCHECK_CODE:  3b\nBUGCHECK_P1: c0000005\nIMAGE_NAME:  ledgerfs.sys';
  assert.deepEqual(stopsOf(`The server crashed, SYSTEM_SERVICE_EXCEPTION (0x3B):\n\n${fields}`), [
    'SYSTEM_SERVICE_EXCEPTION',
  ]);
  assert.deepEqual(stopsOf(`The server crashed, BAD_POOL_HEADER (0x19) before that:\n\n${fields}`), [
    '0x3b',
    'BAD_POOL_HEADER',
  ]);
});

test('a headline above a stack names a stop and the file that it was in', () => {
  const text = `KERNEL_SECURITY_CHECK_FAILURE (0x139) – bad list in vhdmp.sys at boot

System crashes shortly after startup.

vhdmp!VhdmpiReleaseRctAccessForBackingStore
vhdmp!VhdmpiReleaseBackingStoreAndRctAccess
FLTMGR!FltpPerformPreCallbacksWorker`;
  const [crash] = diagnose([{ source: null, text }], knowledge).crashes;
  assert.deepEqual(
    crash?.judgement.suspects.map(({ driver }) => driver),
    ['vhdmp.sys'],
  );
  assert.equal(crash?.judgement.verdict.culprit, 'unknown');
});

test('what is somebody’s experience is no machine of his', () => {
  const guide = `In this guide we repair a PC.
In my experience WHEA_UNCORRECTABLE_ERROR crashes come from the board.
Then test the memory.`;
  assert.deepEqual(stopsOf(guide), []);
  assert.deepEqual(stopsOf(guide.replace('In my experience', 'On my tower')), ['WHEA_UNCORRECTABLE_ERROR']);
});

test('a page about a stop shows its header and a field as an example; below words of somebody they are of his machine', () => {
  const shown =
    '```text\nVIDEO_TDR_FAILURE (116)\nAttempt to reset the display driver failed.\n\nMODULE_NAME: acmegpu\nIMAGE_NAME:  acmegpu.sys\n```';
  const page = `# BSOD VIDEO_TDR_FAILURE acmegpu.sys\n\n## What This Error Means\n\nThe driver stopped responding.\n\n## How to Fix\n\nInstall the latest driver.\n\n## Examples\n\n${shown}`;
  assert.deepEqual(stopsOf(page), []);
  assert.deepEqual(stopsOf(`My laptop crashed twice today, this is what WinDbg says.\n\n${shown}`), [
    'VIDEO_TDR_FAILURE',
  ]);
});
