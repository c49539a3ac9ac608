import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bugcheckInline } from '#src/diagnosis/parsers/stop-code/bugcheck-inline.ts';
import { bugcheckListed } from '#src/diagnosis/parsers/stop-code/bugcheck-listed.ts';
import { sacScreen } from '#src/diagnosis/parsers/stop-code/sac-screen.ts';
import { PROSE, sectionOf } from './section-of.ts';

/** What hosts of virtual machines keep of a guest's blue screen. */

const SCREEN = `<INSTANCE CLASSNAME="BLUESCREEN">
<PROPERTY NAME="STOPCODE" TYPE="string"><VALUE>"0xD1"</VALUE></PROPERTY><machine-info>
<name>LAB-04</name>
<os-version>10.0</os-version>
</machine-info>
</INSTANCE>
!SAC>
DRIVER_IRQL_NOT_LESS_OR_EQUAL


0x0000000000000018
0x0000000000000002
0x0000000000000000
0xFFFFF8031A2B4C5D

`;

test('the serial console shows code, name and values', () => {
  const section = sectionOf(null, SCREEN);
  assert.ok(sacScreen.accepts(section));
  const [fact, ...others] = sacScreen.read(section).bugchecks ?? [];
  assert.deepEqual(others, []);
  assert.deepEqual(
    [fact?.code, fact?.name, fact?.args, fact?.lines],
    ['0xd1', 'DRIVER_IRQL_NOT_LESS_OR_EQUAL', ['0x18', '0x2', '0x0', '0xfffff8031a2b4c5d'], [2, 14]],
  );
});

test('cut behind its code it has the code alone, and prose has none', () => {
  const [fact] = sacScreen.read(sectionOf(null, SCREEN.split('\n').slice(0, 3).join('\n'))).bugchecks ?? [];
  assert.deepEqual([fact?.code, fact?.name, fact?.args], ['0xd1', null, []]);
  assert.equal(sacScreen.accepts(sectionOf(null, PROSE)), false);
});

const guest = (values: readonly string[]) =>
  `The guest operating system reported that it failed with the following error codes: ${values.map((value, at) => `ErrorCode${at}: ${value}`).join(', ')}. If the problem persists, contact Product Support.`;
const listed = (values: readonly string[]) => values.map((value, at) => `  VmErrorCode${at}: ${value}`).join('\n');

function guestStops(values: readonly string[]) {
  return [
    bugcheckInline.read(sectionOf(null, guest(values))),
    bugcheckListed.read(sectionOf(null, listed(values))),
  ].map(({ bugchecks = [] }) => bugchecks.map(({ code }) => code));
}

test('a guest that runs Windows reports its stop', () => {
  assert.deepEqual(guestStops(['0xEF', '0xFFFFB30F5CFDA240', '0x0', '0x0', '0x0']), [['0xef'], ['0xef']]);
});

test('one without a code, or of another system, reports none', () => {
  assert.deepEqual(guestStops(['0x0', '0x0', '0x0', '0x0', '0x0']), [[], []]);
  assert.deepEqual(guestStops(['0xE', '0x8100050F00020000', '0xFFFFFFFFB1C2D3E4', '0x7', '0xFFFFC90000A3BE10']), [
    [],
    [],
  ]);
});
