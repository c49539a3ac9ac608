import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';

const knowledge = loadKnowledge();

/** `rtwlane6.sys strong` of what a viewer says, by its own words for the place. */
function said(place: string): string {
  const text = `crash dump file: C:\\WINDOWS\\Minidump\\031124-9843-01.dmp
This was probably caused by the following module: ${place}
Bugcheck code: 0xD1 (0x28, 0x2, 0x0, 0xFFFFF80763A1B7C4)
Error: DRIVER_IRQL_NOT_LESS_OR_EQUAL
`;
  const [crash] = diagnose([{ source: null, text }], knowledge).crashes;
  const found = crash?.judgement.suspects.flatMap(({ evidence }) => evidence) ?? [];
  return found.flatMap(({ rule, suspect, weight }) => (rule === 'tool-blame' ? `${suspect} ${weight}` : [])).join();
}

test('where a viewer places the failing instruction counts by whatever name it has for the driver', () => {
  assert.equal(said('rtwlane6.sys (rtwlane6+0x6B7C4)'), 'rtwlane6.sys strong');
  assert.equal(said('rtwlane6.sys (rtwlane6.sys+0x6b7c4)'), 'rtwlane6.sys strong');
});

test('a place that ends otherwise, or is of another module, is no place of the failing instruction', () => {
  assert.equal(said('rtwlane6.sys (rtwlane6+0x6B7C8)'), 'rtwlane6.sys moderate');
  assert.equal(said('rtwlane6.sys (nt+0x6B7C4)'), 'rtwlane6.sys moderate');
  assert.equal(said('rtwlane6.sys (xrtwlane6+0x6B7C4)'), 'rtwlane6.sys moderate');
  assert.equal(said('rtwlane6.sys (nt!rtwlane6+0x6B7C4)'), 'rtwlane6.sys moderate');
});
