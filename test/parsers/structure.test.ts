import assert from 'node:assert/strict';
import { test } from 'node:test';
import { structure } from '#src/diagnosis/parsers/execution/structure.ts';
import { PROSE, sectionOf } from './section-of.ts';

function readAll(command: string | null, text: string) {
  const section = sectionOf(command, text);
  return structure.accepts(section) ? (structure.read(section).structures ?? []) : [];
}

const ENTRY = `acmeflt!_ACME_ENTRY
   +0x000 Routine          : 0x00000032\`00360035 Void
   +0x008 Next             : (null) 
   +0x010 Count            : 0x500
   +0x018 Pools            : [4] 0xffff8102\`10181030 Void`;

test('reads members with their pointers, type and address from the command', () => {
  const [entry, ...others] = readAll('dt acmeflt!_ACME_ENTRY ffffda8ad44db938', ENTRY);
  assert.equal(others.length, 0);
  assert.equal(entry?.type, 'acmeflt!_ACME_ENTRY');
  assert.equal(entry?.address, '0xffffda8ad44db938');
  assert.deepEqual(
    entry?.members.map((member) => [member.name, member.offset, member.pointer, ...member.lines]),
    [
      ['Routine', '0x0', '0x3200360035', 2, 2],
      ['Next', '0x8', '0x0', 3, 3],
      ['Count', '0x10', null, 4, 4],
      ['Pools', '0x18', '0xffff810210181030', 5, 5],
    ],
  );
});

test('reads dx and MEX forms: brackets, types and command links go', () => {
  const [dx] = readAll(
    'dx -r1 (*((acmeflt!_CTX *)0xffffda8ad44db938))',
    '    [+0x010] Device           : 0xffffa10211223340 [Type: _DEVICE_OBJECT *]',
  );
  assert.deepEqual(
    [dx?.type, dx?.address, dx?.members[0]?.value],
    ['acmeflt!_CTX', '0xffffda8ad44db938', '0xffffa10211223340'],
  );
  const [mex] = readAll(
    '!mex.ddt -n pEntry',
    'Local var @ rbx Type ACME_ENTRY*\n    +0x000 Routine : 0x00000032`00360035 Void [ !ndao dps dc ln ? ]',
  );
  assert.deepEqual([mex?.type, mex?.members[0]?.value], ['ACME_ENTRY', '0x00000032`00360035 Void']);
});

test('reads members on one line, cells on two lines, and types whose underscores are gone', () => {
  const one = readAll(
    'dt ffffda8ad44db938 acmeflt!ACME SEND ENTRY',
    '+0x000 Routine : 0x00000032`00360035 Void +0x008 Context : 0x4c46444e`02156700 Void',
  );
  assert.equal(one[0]?.type, 'acmeflt!ACME_SEND_ENTRY');
  assert.deepEqual(
    one[0]?.members.map((member) => member.pointer),
    ['0x3200360035', '0x4c46444e02156700'],
  );
  const two = readAll(
    null,
    '  +0x000 Next\n                 : (null)\n                 : 0xffff8102`10913f10 Void\n  +0x008 First',
  );
  assert.deepEqual(
    two[0]?.members.map((member) => [member.name, member.value]),
    [
      ['Next', '(null)'],
      ['First', '0xffff8102`10913f10 Void'],
    ],
  );
});

test('a second type begins a second structure', () => {
  const both = readAll(null, `${ENTRY}\n${ENTRY.replaceAll('ENTRY', 'QUEUE')}`);
  assert.deepEqual(
    both.map((one) => one.type),
    ['acmeflt!_ACME_ENTRY', 'acmeflt!_ACME_QUEUE'],
  );
});

test('stays silent on frames with offsets and on prose', () => {
  assert.deepEqual(readAll(null, '03 fffff90f`b6d8ede0 fffff801`197f1d1e acmeflt+0x1d1e'), []);
  assert.deepEqual(readAll(null, PROSE), []);
});
