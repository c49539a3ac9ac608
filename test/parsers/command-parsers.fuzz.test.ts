import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { PARSERS } from '#src/diagnosis/parsers/index.ts';
import type { SearchedSection } from '#src/diagnosis/parsers/searched-section.ts';
import { assertGrowth } from '../support/growth.ts';
import { sectionOf } from './section-of.ts';

/** Pieces of debugger output that make a parser accept: noise alone would be turned away at the door. */
const PIECES = [
  'rax=00000000 ',
  'efl=00010246',
  'fffff801`44641790 ',
  'e1001050 ',
  '*ffffe0017d2d1000 size: ',
  'previous size: ',
  '(Allocated) *Acme',
  'Pool page ',
  'Pooltag Acme : x, Binary : acmeflt.sys',
  '+0x000 ',
  ' : ',
  ' = 0x',
  'ExceptionAddress: ',
  'Parameter[0]: ',
  '>[IRP_MJ_POWER(16), ',
  'Irp is active with 3 stacks 2 is current',
  '\\Driver\\acme',
  'start end module name',
  'Unloaded modules:',
  'Image path: ',
  'Timestamp: Tue (5EF172B2)',
  'Number of Hits',
  '!analyze',
  'acmeflt!Send+0x12:',
  'KiBugCheckDriver : "',
  'Probably caused by : ',
  'Verify Flags Level ',
  'MODULE: 0x84226b28 acmeflt.sys',
  'Windows 10 Kernel Version 22621 MP (4 procs) Free x64',
  'FLT_FILTER: ',
  'Resource @ ',
  'Threads Waiting On Exclusive Access:',
  'THREAD fffff80144641790 Cid 1.2 ',
  'Owning Process ',
  'READ_ADDRESS: ',
  'Filter list',
  'Error code: (NTSTATUS) 0xc0000005 ',
  'findstr /m /l Acme *.sys',
  '\n',
  '\n',
  '`',
  '?',
  '"',
  ' ',
  '        ',
];
const COMMANDS = [
  null,
  'r',
  'u fffff801',
  'dv',
  'dx KiBugCheckDriver',
  'dt acme!_X ffff',
  'lm',
  '!pool ffff 2',
  '!mex.tag Acme',
  '!irp 1',
  '!ndiskd.filter',
  '!locks',
  '!dpcs',
  '!pte 1',
  '!timer',
  '.frame /r 0x10; !mex.x',
  '!storagekd.storadapter',
  '!usbkd.usbhubs',
];

const text = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 12 })), { maxLength: 40 })
  .map((parts) => parts.join(''));
const section = fc.tuple(fc.constantFrom(...COMMANDS), text).map(([command, body]) => sectionOf(command, body));

test('no parser throws, whatever is pasted, and every fact names lines of the paste', () => {
  fc.assert(
    fc.property(section, (pasted) => {
      for (const parser of PARSERS) {
        assertLinesWithin(parser.accepts(pasted) ? parser.read(pasted) : {}, pasted);
      }
    }),
    { numRuns: 400 },
  );
});

function assertLinesWithin(facts: object, pasted: SearchedSection): void {
  for (const list of Object.values(facts) as { lines: readonly [number, number] }[][]) {
    for (const { lines } of list) {
      assert.ok(lines[0] >= 1 && lines[0] <= lines[1] && lines[1] <= pasted.lines[1], `lines ${lines}`);
    }
  }
}

/** Text that invites a pattern to try many ways of matching it. */
const HOSTILE = [
  'a',
  '0',
  ' ',
  '`',
  '<',
  '?',
  '\\',
  '"',
  '0x',
  'fffff801`',
  'e1001050 ',
  'rax=0 ',
  '+0x000 ',
  'size: ',
  ' : ',
  ' = ',
  '[ ',
  'IRP ',
  '\\Driver\\',
  '- ',
  'a.b!',
  '.sys ',
  '* ',
  '((',
];

for (const parser of PARSERS) {
  test(`${parser.command}: eight times the hostile text costs about eight times the time`, () => {
    for (const unit of HOSTILE) {
      for (const shape of [
        (count: number) => unit.repeat(count),
        (count: number) => `${unit.repeat(20)}\n`.repeat(count / 20),
      ]) {
        assertLinear(parser, shape);
      }
    }
  });
}

function assertLinear(parser: (typeof PARSERS)[number], shape: (count: number) => string): void {
  const [small, large] = [4_000, 32_000].map((count) => sectionOf(parser.command, shape(count))) as [
    SearchedSection,
    SearchedSection,
  ];
  const read = (pasted: SearchedSection) => [parser.accepts(pasted), parser.read(pasted)];
  assertGrowth(shape(20), { small: () => read(small), large: () => read(large), most: 24, grain: 1 });
}
