import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hardwareError } from '#src/diagnosis/parsers/machine/hardware-error.ts';
import { chkimg } from '#src/diagnosis/parsers/modules/chkimg.ts';
import { PROSE, sectionOf } from './section-of.ts';

function corruptions(text: string) {
  const section = sectionOf(null, text);
  const facts = chkimg.accepts(section) ? (chkimg.read(section).corruptions ?? []) : [];
  return facts.map((fact) => [fact.how, fact.module]);
}

test('reads the differences that chkimg found', () => {
  const text =
    '    bf920e40-bf920e46  7 bytes - win32k!Draw+1f\n        [ 78 08 d3 78 0c c2 04:00 00 00 00 00 01 00 ]\nNumber of different bytes for win32k: 31';
  assert.deepEqual(corruptions(text), [
    ['chkimg', 'win32k'],
    ['chkimg', 'win32k'],
  ]);
  assert.deepEqual(corruptions('32 errors : !nt (fffff8000187ae10-fffff8000187af88)'), [['chkimg', 'nt']]);
});

test('one flipped bit is told from other damage', () => {
  const one = 'fffff8000187ae10 - nt!MiFault+0x12\n\t[ 48:40 ]';
  assert.deepEqual(corruptions(`${one}\n!chkimg`), [['single-bit', 'nt']]);
  assert.deepEqual(corruptions(`${one.replace('48:40', '48:47')}\n!chkimg`), [['chkimg', 'nt']]);
  assert.deepEqual(corruptions('MEMORY_CORRUPTOR:  ONE_BIT'), [['single-bit', null]]);
});

test('reads the verdicts of !analyze', () => {
  assert.deepEqual(corruptions('FAILURE_BUCKET_ID:  MEMORY_CORRUPTION_LARGE'), [['memory-corruption', null]]);
  assert.deepEqual(corruptions('IMAGE_NAME:  Pool_Corruption'), [['pool', null]]);
  assert.deepEqual(corruptions('FAILURE_BUCKET_ID:  STACKPTR_ERROR_acmeflt'), [['stack', null]]);
});

test('no difference and no verdict is no corruption', () => {
  assert.deepEqual(corruptions('MODULE_NAME: memory_corruption'), []);
  assert.deepEqual(corruptions('Probably caused by : memory_corruption ( nt!MiInventedList+c )'), []);
  assert.deepEqual(corruptions('Number of different bytes for win32k: 0'), []);
  assert.deepEqual(corruptions('The corruption could potentially allow a malicious user to gain control.'), []);
  assert.deepEqual(corruptions('CHKIMG_EXTENSION: !chkimg -lo 50 -d !nt'), []);
  assert.deepEqual(corruptions(PROSE), []);
});

function hardware(text: string) {
  const section = sectionOf(null, text);
  const facts = hardwareError.accepts(section) ? (hardwareError.read(section).hardwareErrors ?? []) : [];
  return facts.map((fact) => fact.source);
}

test('reads the part an error record speaks of', () => {
  assert.deepEqual(hardware('   ErrorType        : 0x0 - Processor'), ['cpu']);
  assert.deepEqual(hardware('   ErrorType        : 0x1 - Memory'), ['memory']);
  assert.deepEqual(hardware('   ErrorType        : 0x4 - PCI Express'), ['pcie']);
  assert.deepEqual(hardware('Error         : DCACHEL0_WR_ERR (Proc 2 Bank 1)'), ['cpu']);
  assert.deepEqual(hardware('MODULE_NAME: GenuineIntel'), ['cpu']);
  assert.deepEqual(hardware('Section 2     : PCI Express\nErrorType'), ['pcie']);
});

const DEVICE = `Section 1     : PCI Express
-------------------------------------------------------------------------------
Port Type     : PCI Express End Point
Device Id     :
  VenId:DevId : 1a2b:3c4d
  Class code  : 020000
  Function No : 0x01
  Device No   : 0x05
  Primary Bus : 0x0a
AER Information @ ffffa58007cf4188
  Uncorrectable Error Status    : 00004020 ur ecrc mtlp rof uc ca CTO fcp ptlp SD dlp und
  Correctable Error Status      : 00000001 adv rtto rnro bdllp btlp RE
===============================================================================
Section 2     : PCI Express
Port Type     : Root Port
`;

test('reads which device on PCI Express an error record is about, and what happened there', () => {
  const section = sectionOf(null, DEVICE);
  const parts = (hardwareError.read(section).hardwareErrors ?? []).filter((fact) => fact.namesPart);
  assert.deepEqual(
    parts.map(({ source, detail, lines }) => [source, detail, lines]),
    [
      [
        'pcie',
        'PCI Express: PCI Express End Point, VenId:DevId 1a2b:3c4d, Function No 0x01, Device No 0x05, Primary Bus 0x0a, CTO SD',
        [3, 11],
      ],
    ],
  );
});

test('a bank of a processor is a part, too, and a kind of error is none', () => {
  const section = sectionOf(null, 'Error Type    : BUS error\nError         : Internal timer (Proc 2 Bank 3)');
  const facts = hardwareError.read(section).hardwareErrors ?? [];
  assert.deepEqual(
    facts.map(({ detail, namesPart }) => [detail, namesPart]),
    [
      ['Error Type    : BUS error', undefined],
      ['Error         : Internal timer (Proc 2 Bank 3)', true],
    ],
  );
});

test('the sources that !whea lists are no errors, nor is prose', () => {
  assert.deepEqual(hardware('Error Source 0 @ fffffa80064132c0\n   Notify Type      : Machine Check Exception'), []);
  assert.deepEqual(hardware('We looked for a memory error but found none.'), []);
  assert.deepEqual(hardware(PROSE), []);
});
