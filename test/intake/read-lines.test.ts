import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLines } from '#src/diagnosis/intake/read-lines.ts';

function texts(paste: string): string[] {
  return readLines(paste).lines.map((line) => line.text);
}

const HEX = 'fffff801`3ed59513';

const CHARACTERS: readonly [name: string, paste: string, expected: readonly string[]][] = [
  ['CRLF, CR and line separators', 'a\r\nb\rc\u2028d', ['a', 'b', 'c', 'd']],
  ['tabs and NBSP', 'Arg1:\t1\u00a0x', ['Arg1: 1 x']],
  ['zero-width characters and a BOM', '\ufeffnwi\u200bfi\u00ad!Se\u2060nd', ['nwifi!Send']],
  ['full-width characters', 'nt！KeBugCheckEx（１）', ['nt!KeBugCheckEx(1)']],
  ['smart quotes and dashes', '“x” – ‘y’', ['"x" - \'y\'']],
  ['entities without any tag', 'kd&gt; !pool&nbsp;1 &amp; &#39;2&#x27;', ["kd> !pool 1 & '2'"]],
  ['emoji made of debugger output', '[d😕th [D😕 (😎', ['[d:/th [D:/ (8)']],
  ['prose in another script', '蓝屏,请看。', ['蓝屏,请看。']],
];

for (const [name, paste, expected] of CHARACTERS) {
  test(`cleans ${name}`, () => {
    assert.deepEqual(texts(paste), expected);
  });
}

test('gives addresses their backtick back where no doubt is left', () => {
  for (const mark of ["'", '´', '‘', '’', '^', '\\', '"']) {
    assert.deepEqual(texts(`x fffff801${mark}3ed59513 y`), [`x ${HEX} y`], mark);
  }
  assert.deepEqual(texts(`ptr fffff801 3ed59513 y\n0123456789abcdef`)[0], `ptr ${HEX} y`);
  assert.deepEqual(texts('a6c4a878 82a48bf8 00000000'), ['a6c4a878 82a48bf8 00000000'], 'columns of x86 stay apart');
});

test('mends letters only where they cannot be right', () => {
  assert.deepEqual(texts('Bugcheck Ox1e'), ['Bugcheck 0x1e']);
  assert.deepEqual(texts('ox cart | Oxford'), ['ox cart | Oxford']);
  assert.deepEqual(texts('nwifi|Dot11SendCompletion+0x4b'), ['nwifi!Dot11SendCompletion+0x4b']);
  assert.deepEqual(texts('findstr /i "abc|defg" x'), ['findstr /i "abc|defg" x']);
  assert.deepEqual(texts('- ob wdiwifi!CAdapter::Send'), ['- 0b wdiwifi!CAdapter::Send']);
});

test('takes markdown escapes off, and leaves paths alone', () => {
  assert.deepEqual(texts('BUGCHECK\\_STR: 0x1e\n\\*\\*\\* x \\$y'), ['BUGCHECK_STR: 0x1e', '*** x $y']);
  assert.deepEqual(texts('[D:\\a\\_work\\1\\s\\x.cpp @ 3]'), ['[D:\\a\\_work\\1\\s\\x.cpp @ 3]']);
});

const QUOTED: readonly [name: string, prefix: (at: number) => string][] = [
  ['quote marks', () => '> '],
  ['quote marks of two levels', () => '> > '],
  ['bars', () => '| '],
  ['numbers', (at) => `${at + 1}: `],
  ['numbers of an editor', (at) => `${String(at + 1).padStart(4)}\t`],
  ['times', (at) => `[10:0${at % 10}:12] `],
  ['a nickname', () => 'Bob: '],
  ['a time and a nickname', (at) => `10:0${at % 10} <bob> `],
];
const BODY = [
  '0: kd> !analyze -v',
  '',
  'ACME_STOP (1e)',
  'Arguments:',
  'Arg1: 0000000000000001, x',
  'Arg2: 0000000000000002, y',
  'IMAGE_NAME:  acmeflt.sys',
];

for (const [name, prefix] of QUOTED) {
  test(`takes ${name} off each line`, () => {
    const paste = BODY.map((line, at) => prefix(at) + line).join('\n');
    assert.deepEqual(texts(paste), BODY);
  });
}

test('leaves marks that mean something', () => {
  const irp = ' [  0, 0]   0  0\n>[  3,34]  40 e1 828517a8\n [  3, 0]  40 e0';
  assert.deepEqual(texts(irp), irp.split('\n'), 'the current stack location');
  const kc = Array.from({ length: 16 }, (_, at) => `${at.toString(16).padStart(2, '0')} nt!F${at}`);
  assert.deepEqual(texts(kc.join('\n')), kc, 'frame numbers');
});

test('joins lines cut at a width, inside words too, and keeps their line numbers', () => {
  const rows = ['fffff08f`489f4b50', 'fffff08f`489f4b90', 'fffff08f`489f4bd0'].map(
    (sp) =>
      `${sp} ${HEX} : 00000000\`00000000 ffff8102\`1744d1b0 00000000\`00000000 00000000\`00000000 : nt!KiPageFault+0x42e`,
  );
  for (let width = 60; width < 120; width += 1) {
    const cut = rows.map((row) => row.match(new RegExp(`.{1,${width}}`, 'g'))?.join('\n') ?? '').join('\n');
    assert.deepEqual(texts(cut), rows, `width ${width}`);
  }
  const [first] = readLines(rows.map((row) => `${row.slice(0, 70)}\n${row.slice(70)}`).join('\n')).lines;
  assert.deepEqual(first?.lines, [1, 2]);
});

test('undoes damages that came one on the other', () => {
  const row = `fffff08f\`489f4b50 ${HEX} : 00000000\`00000000 ffff8102\`1744d1b0 00000000\`00000000 00000000\`00000000 : nt!KiPageFault+0x42e`;
  const rows = Array.from({ length: 6 }, (_, at) => row.replace('4b50', `4b${at}0`));
  const cut = (lines: readonly string[], width: number) =>
    lines.flatMap((line) => line.match(new RegExp(`.{1,${width}}`, 'g')) ?? ['']).join('\n');
  const asEntities = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const stacked: readonly [name: string, paste: string][] = [
    [
      'quoted, then wrapped',
      cut(
        rows.map((line) => `> ${line}`),
        80,
      ),
    ],
    [
      'a time on each line, then wrapped',
      cut(
        rows.map((line, at) => `[10:0${at}:12] ${line}`),
        90,
      ),
    ],
    ['wrapped, then quoted', cut(rows, 76).replace(/^/gm, '> ')],
    ['wrapped, then indented', cut(rows, 76).replace(/^/gm, '    ')],
    ['wrapped, then padded', cut(rows, 76).replace(/^.*$/gm, (line) => line.padEnd(130))],
    ['wrapped, then blank lines between', cut(rows, 76).replaceAll('\n', '\n\n')],
    ['wrapped, then without backticks', cut(rows, 76).replaceAll('`', '')],
    ['markup escaped once more', `<p>${asEntities(`<p>${rows.join('<br>')}</p>`)}</p>`],
    ['markup that only entities show', asEntities(`<p>${rows.join('<br>')}</p>`)],
  ];
  for (const [name, paste] of stacked) {
    assert.deepEqual(
      texts(paste)
        .filter((line) => line !== '')
        .map((line) => line.replaceAll('`', '')),
      rows.map((line) => line.replaceAll('`', '')),
      name,
    );
  }
});

test('lines that are long by nature stay apart', () => {
  const rows = Array.from(
    { length: 5 },
    (_, at) => `a72ab9d${at} 88c8b8b6 ffff0000 00000312 00000001 acmedriver!AcmeLongFunctionName+0x2e`,
  );
  assert.deepEqual(texts(rows.join('\n')), rows);
});

test('breaks a paste that lost its line breaks before whatever begins a line', () => {
  const lines = [
    '0: kd> !analyze -v',
    'ACME_STOP_CODE (1e)',
    'This is explained somewhere.',
    'Arguments:',
    'Arg1: ffffffff80000003, the code',
    'Arg2: fffff801404e6235, the address',
    'PROCESS_NAME:  System',
    'STACK_TEXT:',
    `fffff08f\`489f4b50 ${HEX} : 00000000\`00000000 ffff8102\`1744d1b0 00000000\`00000000 00000000\`00000000 : nt!KeBugCheckEx`,
    `fffff08f\`489f4b90 ${HEX} : 00000000\`00000000 ffff8102\`1744d1b0 00000000\`00000000 00000000\`00000000 : acmeflt+0x12`,
    'IMAGE_NAME:  acmeflt.sys',
    '0: kd> lmvm acmeflt',
  ];
  const read = readLines(lines.join(' ')).lines;
  assert.deepEqual(
    read.map((line) => line.text),
    lines,
  );
  assert.deepEqual(read.at(-1)?.lines, [1, 1], 'the user sees one line');
});

test('a long sentence is no broken paste', () => {
  const prose = `We saw it again, ${'and again, '.repeat(60)}on every machine.`;
  assert.deepEqual(texts(prose), [prose]);
});

test('beyond 8 MB a paste is cut with a word of warning', () => {
  const { lines, warnings } = readLines('x'.repeat(9 * 1024 * 1024));
  assert.equal(lines[0]?.text.length, 8 * 1024 * 1024);
  assert.match(warnings[0]?.en ?? '', /9\.0 MB.*first 8 MB/);
  assert.deepEqual(readLines('x').warnings, []);
});
