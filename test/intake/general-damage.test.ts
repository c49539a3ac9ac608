import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLines } from '#src/diagnosis/intake/read-lines.ts';
import { readCrashes } from '#src/diagnosis/read-crashes.ts';

/** What sites, comments and filters do to whole texts. */

function texts(paste: string): string[] {
  return readLines(paste).lines.map((line) => line.text);
}

const BODY = [
  'PAGE_FAULT_IN_NONPAGED_AREA (50)',
  'Invalid system memory was referenced.',
  'Arguments:',
  'Arg1: fffff80000000008, memory referenced.',
  'Arg2: 0000000000000000, value 0 = read operation',
  'Arg3: fffff8012f6d94fd, if non-zero, the instruction',
  'address.',
  'Arg4: 0000000000000000, (reserved)',
  'PROCESS_NAME:  acmesvc.exe',
];

for (const mark of ['- ', '# ', '// ', '; ', 'REM ']) {
  test(`takes "${mark}" off where debugger output stands behind it`, () => {
    assert.deepEqual(texts(BODY.map((line) => mark + line).join('\n')), BODY);
  });
}

const KEPT: readonly [name: string, text: string][] = [
  [
    'a list of wishes',
    ['coffee', 'tea', 'milk', 'sugar', 'water', 'bread', 'salt'].map((word) => `- ${word}`).join('\n'),
  ],
  ['comments of a script', ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((word) => `# ${word} is set below`).join('\n')],
  [
    'three items',
    BODY.slice(3, 6)
      .map((line) => `- ${line}`)
      .join('\n'),
  ],
];

for (const [name, text] of KEPT) {
  test(`leaves the marks of ${name}`, () => {
    assert.deepEqual(texts(text), text.split('\n'));
  });
}

test('takes the backticks off that stand around each line', () => {
  const rows = [
    "00000044'055feee8 00000044'055fef10 : 00000000'00000001 : 0x0000015d'59552f70",
    'SYMBOL_NAME:  acmeflt+20',
    'a',
    'b',
  ];
  const wrapped = [...rows.slice(0, 3).map((row) => `\`${row}\``), `**\`${rows[3]}\`**`].join('\n');
  assert.deepEqual(texts(wrapped), [rows[0]?.replaceAll("'", '`'), ...rows.slice(1)]);
});

test('leaves single lines in backticks, and fences', () => {
  const text = '`acmeflt.sys` fails\n`one`\n```\n`two`\n```';
  assert.deepEqual(texts(text), text.split('\n'));
});

const COLONS: readonly [damaged: string, mended: string][] = [
  ['PROCESS_NAME  acmesvc.exe', 'PROCESS_NAME:  acmesvc.exe'],
  ['MODULE_NAME acmeflt', 'MODULE_NAME: acmeflt'],
  ['STACK_TEXT', 'STACK_TEXT:'],
  ['Arg1 0000000000000048, memory', 'Arg1:  0000000000000048, memory'],
  ['0 kd kb', '0: kd> kb'],
  ['12: kd !analyze -v', '12: kd> !analyze -v'],
];

for (const [damaged, mended] of COLONS) {
  test(`gives "${damaged}" its marks back`, () => {
    assert.deepEqual(
      texts(damaged).map((text) => text.replace(/ +/g, ' ')),
      [mended.replace(/ +/g, ' ')],
    );
  });
}

for (const prose of [
  'MODULE_NAME of the driver is empty',
  'Arg1 is the address',
  '0 kd keys left',
  'STACK_TEXT shows it',
]) {
  test(`leaves "${prose}" alone`, () => {
    assert.deepEqual(texts(prose), [prose]);
  });
}

test('joins rows that were wrapped and then double-spaced', () => {
  const text =
    'STACK_TEXT:\n\nffffd001`00000010 fffff803`2f6d94fd : 00000000`00000001 00000000`00000002 00000000`00000003\n\n00000000`00000004 : nt!KeBugCheckEx\n\nffffd001`00000020 fffff803`2f6d9500 : 00000000`00000001 00000000`00000002 00000000`00000003\n\n00000000`00000004 : acmeflt!AcmeRead+0x1f';
  const [crash] = readCrashes([{ source: null, text }]).crashes;
  assert.deepEqual(
    crash?.stack?.frames.map(({ function: name, args, lines }) => [name, args.length, lines]),
    [
      ['KeBugCheckEx', 4, [3, 5]],
      ['AcmeRead', 4, [7, 9]],
    ],
  );
});

test('reads rows whose addresses were hidden, and invents none', () => {
  const text =
    'xxxxxxxx`500479a0 xxxxxxxx`2f5cc5c6 : 00000000`00000001 ffffa887`38ca8000 00000000`00000000 ffffa887`45ae1010 : acmeflt+0x1c2e6\nxxxxxxxx`500479d0 xxxxxxxx`2f5c830c : 00000000`00000001 xxxxxxxx`38ca8000 00000000`00000000 ffffa887`45ae1010 : nt!KiStartSystemThread+0x28';
  const [crash] = readCrashes([{ source: null, text }]).crashes;
  assert.deepEqual(
    crash?.stack?.frames.map(({ childSp, returnAddress, args, module }) => [
      childSp,
      returnAddress,
      args.length,
      module,
    ]),
    [
      [null, null, 4, 'acmeflt'],
      [null, null, 0, 'nt'],
    ],
  );
});

test('parts rows of kL and the header above them, whose line feeds a site swallowed', () => {
  const rows = [
    'nt!KeBugCheckEx',
    'nt!KiPageFault+0x478',
    'acmenic!CQueue::FreeSend+0x1c0',
    'acmenic!CQueue::Done+0x20',
  ];
  const numbered = rows.map((row, at) => `0${at} ${row}`);
  const glued = `Hotfix InformationDRIVER_IRQL_NOT_LESS_OR_EQUAL (D1)Arg1: 80: Memory address referencedArg2: 2: IRQLArg3: 0: Read operation2: kd> kL # Call Site${numbered.join('')}`;
  const lines = texts(glued);
  assert.deepEqual(lines.slice(-4), numbered);
  assert.ok(lines.includes('DRIVER_IRQL_NOT_LESS_OR_EQUAL (D1)'), lines.join('\n'));
});

test('an offset that ends like the number of a frame is none', () => {
  const row = `nt!KiPageFault+0x100 nt!MmAccessFault+0x20 nt!KiSystemServiceCopyEnd+0x25 ${'acmefs!Read+0x1f0 '.repeat(10)}`;
  assert.deepEqual(texts(row).join(' ').trim(), row.trim());
});

test('parts fields that a site glued together', () => {
  const glued = 'fffff880`0782d0d8 4055 push rbpBUGCHECK_STR: 0x116PROCESS_NAME: SystemCURRENT_IRQL: 0STACK_TEXT:';
  assert.deepEqual(texts(glued), [
    'fffff880`0782d0d8 4055 push rbp',
    'BUGCHECK_STR: 0x116',
    'PROCESS_NAME: System',
    'CURRENT_IRQL: 0',
    'STACK_TEXT:',
  ]);
  const own = 'MY_PROCESS_NAME: x and "PROCESS_NAME: y"';
  assert.deepEqual(texts(own), [own]);
});

test('joins addresses that a lost line break cut, where the digits make it sure', () => {
  const whole = 'ffffa58f`2c6b0d28 fffff803`71a5f2d4';
  for (const at of [3, 8, 9, 12]) {
    const text = `x ${whole.slice(0, at)} ${whole.slice(at)} y`;
    assert.deepEqual(texts(text), [`x ${whole} y`], text);
  }
  assert.deepEqual(texts('ffffa58f`2c6b0d28 1234 5678`9'), ['ffffa58f`2c6b0d28 1234 5678`9']);
});

test('leaves rows of narrow values apart: the last value of one and the address of the next make no address', () => {
  const rows = ['8073b340  0000000a 00000010 00000002 00000000', '8073b350  fb35c918'];
  assert.deepEqual(texts(rows.join('\n')), rows);
});

test('leaves the numbers of the elements that dx lists', () => {
  const rows = ['[0]', '[1]', '[2]', '[3]', '[4]'].map((at) => `${at}              : 0xd1 [Type: int]`);
  assert.deepEqual(texts(rows.join('\n')), rows);
});
