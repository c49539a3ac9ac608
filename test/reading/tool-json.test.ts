import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';

/** What a monitoring program writes of a stop: one object, which says itself what it is. */

const knowledge = loadKnowledge();
const PARAMETERS = '"parameters":["0x30","0x2","0x1","0xfffff80643c21b6e"]';

function read(text: string) {
  const { crashes } = diagnose([{ source: null, text }], knowledge);
  return crashes.map(({ crash, judgement }) => ({
    code: crash.bugcheck?.code,
    args: crash.bugcheck?.args,
    verdict: `${judgement.verdict.culprit} ${judgement.verdict.confidence}`,
    leads: judgement.suspects.filter(({ evidence }) => evidence.some((one) => one.for)).map(({ driver }) => driver),
  }));
}

test('an object of the kind bugcheck is a stop, and whom the tool names is a lead of low confidence', () => {
  const [stop, ...others] = read(
    `{"event":"BugCheck","code":"0x000000d1",${PARAMETERS},"faultingModule":"quarknic.sys","host":"FIL-3"}`,
  );
  assert.equal(others.length, 0);
  assert.equal(stop?.code, '0xd1');
  assert.deepEqual(stop?.args, ['0x30', '0x2', '0x1', '0xfffff80643c21b6e']);
  assert.ok(stop?.leads.includes('quarknic.sys'));
  assert.match(stop?.verdict ?? '', / low$/);
});

test('a module or driver beside a stop code is one that the tool names, too', () => {
  for (const key of ['module', 'driver', 'what_failed']) {
    const [stop] = read(`{"stop_code":"0xD1",${PARAMETERS},"${key}":"quarknic.sys"}`);
    assert.ok(stop?.leads.includes('quarknic.sys'), key);
  }
});

test('an object of any other kind with a code is none', () => {
  assert.deepEqual(read(`{"event":"HttpError","code":"0x000000d1",${PARAMETERS},"faultingModule":"quarknic.sys"}`), []);
});

test('a name that is no file is not taken', () => {
  const [stop] = read(`{"type":"bsod","code":"0x9f","faultingModule":"quarknic.sys & calc"}`);
  assert.deepEqual(stop?.leads, []);
});

test('name and code may stand in one value', () => {
  const [stop, ...others] = read(
    '{"crash":{"bugcheck":"SYSTEM_SERVICE_EXCEPTION (0x3B)","process_name":"explorer.exe"}}',
  );
  assert.equal(others.length, 0);
  assert.deepEqual([stop?.code, stop?.args], ['0x3b', []]);
});
