import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { look } from '#src/diagnosis/look.ts';
import { readCrashes } from '#src/diagnosis/read-crashes.ts';
import { RULES } from '#src/diagnosis/rules/index.ts';
import { runRules } from '#src/diagnosis/rules/run-rules.ts';

const knowledge = loadKnowledge();
const EXAMPLES = readFileSync(
  new URL('../../src/diagnosis/rules/third-party-caller.examples.txt', import.meta.url),
  'utf8',
).split(/^=== .*$/m);

function saidOfExample(holding: string): string {
  const text = EXAMPLES.find((example) => example.includes(holding)) ?? '';
  const [crash] = readCrashes([{ source: null, text }]).crashes;
  assert.ok(crash, holding);
  const { evidence } = runRules(look(crash, knowledge), RULES);
  return evidence.find(({ rule }) => rule === 'third-party-caller')?.text.en ?? '';
}

test("neither a full stack nor an application's pointer is bookkeeping of the kernel", () => {
  assert.match(saidOfExample('the stack was full'), /^The kernel stack was full in a call made by quince\.sys/);
  assert.match(saidOfExample('is an address of the application'), /^A kernel service failed in a call made by/);
});
