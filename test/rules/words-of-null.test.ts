import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { look } from '#src/diagnosis/look.ts';
import { readCrashes } from '#src/diagnosis/read-crashes.ts';
import { RULES } from '#src/diagnosis/rules/index.ts';
import { runRules } from '#src/diagnosis/rules/run-rules.ts';

const knowledge = loadKnowledge();

function saidOf(args: readonly string[], name = 'DRIVER_IRQL_NOT_LESS_OR_EQUAL (d1)') {
  const text = `${name}\nArguments:\n${args.map((value, at) => `Arg${at + 1}: ${value}`).join('\n')}\n`;
  const [crash] = readCrashes([{ source: null, text }]).crashes;
  assert.ok(crash);
  return runRules(look(crash, knowledge), RULES).evidence.filter(({ rule }) => rule === 'null-dereference');
}

test('memory just above zero is a field of a null pointer', () => {
  const [found] = saidOf(['0000000000000038', '0000000000000002', '0000000000000000', 'fffff80b71a2c440']);
  assert.match(found?.text.en ?? '', /0x38, is NULL \+ 0x38: a field of a null pointer/);
});

test('code that was to run at zero is a call through a null pointer, no field of one', () => {
  const [found] = saidOf(['0000000000000000', '0000000000000002', '0000000000000008', '0000000000000000']);
  assert.match(found?.text.en ?? '', /a call through a null pointer/);
  assert.doesNotMatch(found?.text.en ?? '', /a field/);
  assert.match(found?.text.zh ?? '', /通过空指针进行的调用/);
});

test('a small negative number is called that, and minus one says nothing', () => {
  const [found] = saidOf(['fffffffffffffff4', '0000000000000002', '0000000000000000', 'fffff80b71a2c440']);
  assert.match(found?.text.en ?? '', /a small negative number used as a pointer/);
  assert.doesNotMatch(found?.text.en ?? '', /a field of a null pointer/);
  assert.deepEqual(saidOf(['ffffffffffffffff', '0000000000000002', '0000000000000000', 'fffff80b71a2c440']), []);
  assert.deepEqual(saidOf(['ffffffff', '00000002', '00000000', 'f7a2c440']), []);
});
