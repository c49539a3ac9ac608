import assert from 'node:assert/strict';
import { test } from 'node:test';
import { vsStack } from '#src/diagnosis/parsers/stack/vs-stack.ts';
import { PROSE, sectionOf } from './section-of.ts';
import { show } from './stack-rows.ts';

function frames(text: string): string[][] {
  const section = sectionOf(null, text);
  const stacks = vsStack.accepts(section) ? (vsStack.read(section).stacks ?? []) : [];
  return stacks.map((stack) => stack.frames.map((frame) => `${frame.inline ? '(inline) ' : ''}${show(frame)}`));
}

const EXPECTED = [
  'ntkrnlmp!KeBugCheckEx',
  'ntkrnlmp!KiPageFault',
  'acmeflt!AcmeRead',
  '(inline) acmeflt!Take',
  'acmeflt',
  'nt!IofCallDriver+0x55',
];

const ENGLISH = [
  'The window says:',
  '  ntkrnlmp.exe!KeBugCheckEx() Unknown',
  '  ntkrnlmp.exe!KiPageFault()  Line 231 C',
  '> acmeflt.sys!AcmeRead(_DEVICE_OBJECT * device=0xffff8e82b722c048, _IRP * irp) Line 412 + 0x1a bytes C++',
  '  [Inline Frame] acmeflt.sys!Take(int n) Line 12  C++',
  '  [External Code]',
  '  acmeflt.sys!fffff80312345678() Unknown',
  '  nt!IofCallDriver+0x55  C/C++/ASM',
];

const STYLES: Readonly<Record<string, string>> = {
  English: ENGLISH.join('\n'),
  German: ENGLISH.join('\n')
    .replaceAll('Line', 'Zeile')
    .replaceAll('Unknown', 'Unbekannt')
    .replace('External Code', 'Externer Code')
    .replace('bytes', 'Bytes'),
  Chinese: ENGLISH.join('\n')
    .replaceAll('Line', '行')
    .replaceAll('Unknown', '未知')
    .replace('External Code', '外部代码')
    .replace('bytes', '字节')
    .replace('Inline Frame', '内联框架'),
  'with its tabs': ENGLISH.map((row) =>
    row.replace(/^ {2}/, ' \t').replace(/ {1,2}(?=(?:C|C\+\+|C\/C\+\+\/ASM|Unknown)$)/, '\t'),
  ).join('\n'),
  'without an indentation': ENGLISH.map((row) => row.trim()).join('\n'),
};

for (const [style, text] of Object.entries(STYLES)) {
  test(`reads the call stack of Visual Studio, ${style}`, () => {
    assert.deepEqual(frames(text), [EXPECTED]);
  });
}

test('reads symbols with their source, whose language is glued to them', () => {
  const text =
    'nt!KiPageFault+0x43dC/C++/ASM\n>Acme!acmeDispatch+0x1a77 [D:\\src\\acme\\vnops.c @ 7172]C/C++/ASM\nAcme+0x292\tC/C++/ASM';
  assert.deepEqual(frames(text), [['nt!KiPageFault+0x43d', 'Acme!acmeDispatch+0x1a77', 'Acme+0x292']]);
});

const SILENT: Readonly<Record<string, string>> = {
  'the stack of a program':
    'app.exe!main(int argc) Line 12 C++\napp.exe!run() Line 3 C++\nkernel32.dll!BaseThreadInitThunk() Unknown',
  'a log of an engine':
    'Game_Win64!UAudio::Release() [D:\\a\\Audio.cpp:418]\nGame_Win64!FLoop::Tick() [D:\\a\\Loop.cpp:33]\nnt!x',
  'one row alone': '> acmeflt.sys!AcmeRead() Line 12 C',
  prose: `${PROSE}\nnt!KiPageFault is not the culprit, says C`,
};

for (const [name, text] of Object.entries(SILENT)) {
  test(`stays silent on ${name}`, () => {
    assert.deepEqual(frames(text), []);
  });
}
