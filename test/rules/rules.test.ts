import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { look } from '#src/diagnosis/look.ts';
import { PARSERS } from '#src/diagnosis/parsers/index.ts';
import { readCrashes } from '#src/diagnosis/read-crashes.ts';
import { stopNames } from '#src/diagnosis/reading/told/stop-names.ts';
import { asList } from '#src/diagnosis/rules/caveats.ts';
import { RULES } from '#src/diagnosis/rules/index.ts';
import type { Evidence } from '#src/diagnosis/rules/rule.ts';
import { runRules } from '#src/diagnosis/rules/run-rules.ts';

const FOLDER = new URL('../../src/diagnosis/rules/', import.meta.url);
const FRAME = ['caveats.ts', 'fault-caveats.ts', 'index.ts', 'observations.ts', 'rule.ts', 'run-rules.ts'];
const HEAD = /^=== (?<kind>fires|silent): (?<says>.{1,200})$/;
const knowledge = loadKnowledge();
/** As the whole flow has them: some stops are known by their names alone. */
const NAMES = stopNames(knowledge.stopNames);

interface Example {
  readonly kind: 'fires' | 'silent';
  readonly says: string;
  readonly text: string;
}

for (const rule of RULES) {
  const examples = readExamples(rule.name);

  test(`${rule.name} has examples that fire and stay silent`, () => {
    assert.ok(examples.some(({ kind }) => kind === 'fires'));
    assert.ok(examples.some(({ kind }) => kind === 'silent'));
  });

  for (const [index, example] of examples.entries()) {
    test(`${rule.name} example ${index + 1} ${example.kind}: ${example.says}`, () => {
      const evidence = evidenceOf(example.text, rule.name);
      if (example.kind === 'silent') {
        assert.deepEqual(evidence, []);
      } else {
        assertFired(evidence, example.says);
      }
    });
  }
}

test('the folder holds rules under their names, their examples, and what runs them', () => {
  const names = RULES.map(({ name }) => name);
  const wanted = [...names.flatMap((name) => [`${name}.ts`, `${name}.examples.txt`]), ...FRAME];
  assert.deepEqual(readdirSync(FOLDER).toSorted(), wanted.toSorted());
});

test('every rule is exported under its name', async () => {
  for (const rule of RULES) {
    const exported: Record<string, unknown> = await import(new URL(`${rule.name}.ts`, FOLDER).href);
    const spelled = rule.name.replace(/-(?<letter>\w)/g, (_, letter: string) => letter.toUpperCase());
    assert.equal(exported[spelled], rule, spelled);
  }
});

test('rule names are unique and every rule says why and unless in both languages', () => {
  assert.equal(new Set(RULES.map(({ name }) => name)).size, RULES.length);
  for (const { name, why, unless } of RULES) {
    for (const { en, zh } of [why, ...asList(unless)]) {
      assert.ok(en.length > 5 && zh.length > 5, name);
    }
  }
});

/** `blames acmeflt.sys` speaks for the suspect, `clears hardware` against it. */
function assertFired(evidence: readonly Evidence[], says: string): void {
  const [verb, suspect] = says.split(' ');
  const found = evidence.filter((one) => one.for === (verb === 'blames')).map((one) => one.suspect);
  if (verb === 'blames') {
    assert.deepEqual(found, [suspect]);
  }
  assert.ok(found.includes(suspect ?? ''), `${suspect} is not among ${found.join(', ')}`);
  for (const { text, lines } of evidence) {
    assert.ok(text.en.length > 10 && text.zh.length > 5);
    assert.ok(lines.length > 0, 'every finding cites its lines');
    assert.doesNotMatch(text.en + text.zh, /undefined|NaN|\[object/);
  }
}

function evidenceOf(text: string, name: string): Evidence[] {
  const { crashes } = readCrashes([{ source: null, text }], PARSERS, NAMES);
  assert.equal(crashes.length, 1, 'an example is one crash');
  return crashes
    .flatMap((crash) => runRules(look(crash, knowledge), RULES).evidence)
    .filter(({ rule }) => rule === name);
}

function readExamples(name: string): Example[] {
  const examples: Example[] = [];
  let lines: string[] = [];
  for (const line of readFileSync(new URL(`${name}.examples.txt`, FOLDER), 'utf8').split('\n')) {
    const { kind, says } = HEAD.exec(line)?.groups ?? {};
    if (kind === 'fires' || kind === 'silent') {
      lines = [];
      const own = lines;
      examples.push({
        kind,
        says: says ?? '',
        get text() {
          return own.join('\n');
        },
      });
    } else {
      lines.push(line);
    }
  }
  return examples;
}
