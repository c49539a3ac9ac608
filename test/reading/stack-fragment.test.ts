import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';

const knowledge = loadKnowledge();

function read(text: string) {
  const [first] = diagnose([{ source: null, text }], knowledge).crashes;
  return { frames: first?.crash.stack?.frames.length ?? 0, culprit: first?.judgement.verdict.culprit ?? null };
}

const CALLED = [
  '05 ffffb10a`c1822020 fffff803`6347fc9f     acmeflt!AcmeRead+0x71 [D:\\work\\read.c @ 87]',
  '06 ffffb10a`c1822080 fffff803`63480072     nt!IofCallDriver+0x55',
  '07 ffffb10a`c18220d0 fffff803`6353c537     acmetop!AcmeTop+0x72',
];
const HEADER = [
  'DRIVER_IRQL_NOT_LESS_OR_EQUAL (d1)',
  'Arguments:',
  'Arg1: ffffc40812345000, memory referenced',
  'Arg2: 0000000000000002, IRQL',
  'Arg3: 0000000000000000, kind of access',
  'Arg4: fffff80562341092, address which referenced memory',
  '',
];
const TRAP = '04 ffffb10a`c1821e90 fffff803`6345f1d1     nt!KiBreakpointTrap+0x35b';

test('rows from the middle of a stack are its stack, and accuse nobody: what they called is not shown', () => {
  assert.deepEqual(read(CALLED.join('\n')), { frames: 3, culprit: 'unknown' });
  assert.deepEqual(read([...HEADER, ...CALLED].join('\n')), { frames: 3, culprit: 'unknown' });
});

test('rows from a trap handler downwards show the fault', () => {
  assert.deepEqual(read([TRAP, ...CALLED].join('\n')), { frames: 4, culprit: 'acmeflt.sys' });
  assert.deepEqual(read(`\`\`\`\n${[TRAP, ...CALLED].map((row) => `> ${row}`).join('\n')}\n\`\`\``), {
    frames: 4,
    culprit: 'acmeflt.sys',
  });
});

test('a stack from its top outranks rows from the middle of another one', () => {
  const whole = CALLED.map((row, at) => row.replace(/^0./, `0${at}`));
  const text = [
    ...CALLED,
    '',
    'and the other thread',
    '0: kd> k',
    ' # Child-SP          RetAddr           Call Site',
    ...whole,
    TRAP,
  ];
  assert.equal(read(text.join('\n')).frames, 4);
});

test('rows without a number, a heading or a command may be from the middle, too', () => {
  const rows = ['acmeflt+0x4c71', 'acmeflt+0x1055', 'nt!IofCallDriver+0x55'];
  const plain = rows.map((site, at) => `ffffb10a\`c18220${at}0 fffff803\`6347fc${at}f ${site}`);
  for (const head of [
    HEADER,
    HEADER.map((line) => line.replace('DRIVER_IRQL_NOT_LESS_OR_EQUAL (d1)', 'DPC_WATCHDOG_VIOLATION (133)')),
  ]) {
    assert.deepEqual(read([...head, ...plain].join('\n')), { frames: 3, culprit: 'unknown' });
  }
  const headed = [...HEADER, 'Child-SP          RetAddr           Call Site', ...plain];
  assert.equal(read(headed.join('\n')).culprit, 'acmeflt.sys');
  const caught = ['ffffb10a`c1821f90 fffff803`6345f1d1 nt!KiPageFault+0x35b', ...plain];
  assert.equal(read([...HEADER, ...caught].join('\n')).culprit, 'acmeflt.sys');
});
