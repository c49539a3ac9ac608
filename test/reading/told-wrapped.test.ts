import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';

/** What somebody tells of a stop, wrapped at a column of a mail. */

const knowledge = loadKnowledge();

function toldBy(text: string): string[] {
  return diagnose([{ source: null, text }], knowledge).crashes.map(({ crash: { bugcheck: stop } }) =>
    [stop?.code ?? '-', stop?.name ?? '-', stop?.lines.join('-')].join(' '),
  );
}

test('a name that a wrap cut is read whole, and both lines are cited', () => {
  const text = 'Since Monday our file server goes down with a PAGE_FAULT_IN_NO\nNPAGED_AREA blue screen once a day.';
  assert.deepEqual(toldBy(text), ['- PAGE_FAULT_IN_NONPAGED_AREA 1-2']);
});

test('a name in small letters and blanks is, too', () => {
  const text = 'Hi all, my laptop bluescreens every evening, it says: page fault in nonpa\nged area, what can I do?';
  assert.deepEqual(toldBy(text), ['- PAGE_FAULT_IN_NONPAGED_AREA 1-2']);
});

test('a code that a wrap cut is no code, for its first digits are another one', () => {
  assert.deepEqual(
    toldBy('Since Monday our file server shows a blue screen with code 0x1\n33 when the backup begins.'),
    [],
  );
});

test('a code that a wrap cut is read where its name stands beside it', () => {
  const text = 'Our file server shows the blue screen DPC_WATCHDOG_VIOLATION (0x1\n33) when the backup begins.';
  assert.deepEqual(toldBy(text), ['0x133 DPC_WATCHDOG_VIOLATION 1-2']);
});

test('a code at the end of a line is whole where a word goes on below', () => {
  for (const rest of ['a few times a week.', 'fault, twice today.', 'de temps en temps.', '40 times a day.']) {
    assert.deepEqual(
      toldBy(`Hello, my laptop crashes each evening with bug check 0x1a\n${rest}`),
      ['0x1a - 1-1'],
      rest,
    );
  }
});

test('two whole words above each other are not joined to a name', () => {
  const text =
    'Our kiosk shows a blue screen at noon and says MEMORY\nMANAGEMENT asked me to tell you: bug check 0x50.';
  assert.deepEqual(toldBy(text), ['0x50 - 2-2']);
});

test('a code and the word for it are read together across the lines of a mail', () => {
  const text = [
    'The reception desk has no dump for us, but the event log says that it went',
    'through a KMODE_EXCEPTION_NOT_HANDLED on Friday, and on the blue screen stood',
    'that what failed was AcmeCam.sys.',
  ].join('\n');
  assert.deepEqual(toldBy(text), ['- KMODE_EXCEPTION_NOT_HANDLED 1-3']);
});

test('a file at the end of a full line is not glued to the word before it', () => {
  const text = [
    'Since the camera came the desk shows a blue screen and it says that it was',
    'AcmeCam.sys, stop code 0xD1, and that is all that the people there could',
    'tell me.',
  ].join('\n');
  const { crashes } = diagnose([{ source: null, text }], knowledge);
  assert.deepEqual(
    crashes.flatMap(({ crash: { facts } }) => facts.toldDrivers.map(({ image }) => image)),
    ['AcmeCam.sys'],
  );
});
