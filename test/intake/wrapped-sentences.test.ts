import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLines } from '#src/diagnosis/intake/read-lines.ts';

/** Sentences that a mail wrapped between words: what is joined, with which lines of the paste, and what is left alone. */

function linesOf(text: string): string[] {
  return readLines(text)
    .lines.filter(({ text: line }) => line !== '')
    .map(({ text: line, lines: [from, to] }) => (from === to ? line : `${from}-${to} ${line}`));
}

test('a paragraph is one line where the next word did not fit', () => {
  const text = [
    'Our till in the shop window goes down about once a day with a blue',
    'screen; the code is always DRIVER_IRQL_NOT_LESS_OR_EQUAL and the file',
    'below it TillNet.sys. Nobody has changed anything that we know of.',
    '',
    'What should we collect?',
  ];
  assert.deepEqual(linesOf(text.join('\n')), [`1-3 ${text.slice(0, 3).join(' ')}`, 'What should we collect?']);
});

test('a name, a code or a noun with a capital goes on where the text shows its width', () => {
  const text = [
    'Seit dem Umzug der Kasse bleibt der Rechner mit einem blauen Bildschirm',
    'stehen, und zwar jedes Mal, wenn jemand den Bondrucker anschaltet, mit',
    'DRIVER_POWER_STATE_FAILURE und dem Code',
    '',
    'Wir haben den Treiber schon einmal entfernt und danach wieder aus dem',
    'Paket des Herstellers installiert, leider ohne Erfolg.',
  ];
  assert.deepEqual(linesOf(text.join('\n')), [`1-3 ${text.slice(0, 3).join(' ')}`, `5-6 ${text.slice(4).join(' ')}`]);
});

test('a word of the width of the mail is not glued to the next', () => {
  const text = [
    'The machine stops with a blue screen that says IRQL NOT LESS OR EQUAL at',
    'acmelan.sys whenever the cable is pulled, and it has done so from the',
    'day on which the adapter came, with the driver of the disk that lay in',
    'the box.',
  ];
  assert.deepEqual(linesOf(text.join('\n')), [`1-4 ${text.join(' ')}`]);
});

test('two lines are joined where whole words stand at their border', () => {
  assert.deepEqual(linesOf('Yesterday the server of our branch showed bug check 0x1A and\nwent on after that.'), [
    '1-2 Yesterday the server of our branch showed bug check 0x1A and went on after that.',
  ]);
  const cut = 'Since Monday our file server goes down with a PAGE_FAULT_IN_NO\nNPAGED_AREA blue screen.';
  assert.equal(linesOf(cut).length, 2);
});

test('headings, lists and sentences that end stay lines of their own', () => {
  for (const text of [
    'A blue screen since the update of the firmware\nThe notebook is a Contoso L14 and runs Windows 11.',
    'I have tried all of what the page says in the hope that it helps:\nmemtest86, sfc and a clean installation',
    'cpu: an eight core of the last generation, not overclocked\ngpu: the one of the board',
    'The first machine stops each night when the backup runs.\nthe second one never does.',
    'ffffa38d4c1e2010 Thread ffffa38d4c1e7080 current stack belongs to  \\Driver\\mouclass\nffffa38d4c1e9c70 Thread ffffa38d4c1eb080',
    '# What happens when the blue screen comes and goes\nnothing that I would see',
  ]) {
    assert.deepEqual(linesOf(text), text.split('\n'), text);
  }
});

test('what the debugger prints is not joined, though it wraps its own sentences', () => {
  const text = [
    'DRIVER_IRQL_NOT_LESS_OR_EQUAL (d1)',
    'An attempt was made to access a pageable (or completely invalid) address at an',
    'interrupt request level (IRQL) that is too high.  This is usually',
    'caused by drivers using improper addresses.',
    'Arguments:',
    'Arg1: 0000000000000008, memory referenced',
  ];
  assert.deepEqual(linesOf(text.join('\n')), text);
  const label = 'For an analysis of the file at hand run the command that\nnt!DbgBreakPointWithStatus:';
  assert.equal(linesOf(label).length, 2);
});

test('the stack beside a wrapped sentence is joined at its own width', () => {
  const row = 'fffff803`1c0a7e58 fffff803`1a41a7e9     : 00000000`0000000a 00000000`00000008';
  const rest = '00000000`00000002 00000000`00000000 : nt!KeBugCheckEx';
  const text = [
    'Here is what the debugger says about the stop that we had in the night of',
    'Monday, when nobody was in the shop and nothing ran besides the backups',
    'of the till.',
    '',
    'STACK_TEXT:',
    row,
    rest,
  ];
  assert.deepEqual(linesOf(text.join('\n')), [
    `1-3 ${text.slice(0, 3).join(' ')}`,
    'STACK_TEXT:',
    `6-7 ${row} ${rest}`,
  ]);
});
