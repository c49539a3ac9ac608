import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { COMBINED_DAMAGES, DAMAGES } from '../../tools/fuzz/damages.ts';
import { crashFolders } from '../support/crash-folders.ts';
import { SHARED, withShared } from '../support/shared-folder.ts';
import { type Survival, survival } from './survival.ts';

const TARGET = 0.995;
const texts = crashFolders().map(({ name, paste }) => ({ name, text: paste }));

for (const damage of [...DAMAGES, ...COMBINED_DAMAGES]) {
  test(`our crashes survive: ${damage.name}`, (t) => {
    const total = sum(texts.map(({ name, text }) => survival(name, text, damage)));
    assert.ok(total.of > 150, 'the crashes hold values to lose');
    report(total, (line) => t.diagnostic(line));
    assert.ok(
      total.kept / total.of >= (damage.target ?? TARGET),
      `${total.lost.length} of ${total.of} values lost\n${total.lost.slice(0, 20).join('\n')}`,
    );
  });
}

test('the development set survives every damage', withShared, (t) => {
  const folder = `${SHARED}corpus/`;
  const samples = readdirSync(folder).filter((file) => file.endsWith('.txt') && !file.includes('-neg-'));
  const all: Survival[] = [];
  for (const damage of DAMAGES) {
    const total = sum(samples.map((file) => survival(file, readFileSync(folder + file, 'utf8'), damage)));
    t.diagnostic(`${damage.name}: ${((total.kept / total.of) * 100).toFixed(2)} %`);
    all.push(total);
  }
  const total = sum(all);
  assert.ok(total.of > 50_000);
  assert.ok(total.kept / total.of >= TARGET, `${total.lost.length} of ${total.of} values lost`);
});

function sum(parts: readonly Survival[]): Survival {
  return {
    kept: parts.reduce((total, part) => total + part.kept, 0),
    of: parts.reduce((total, part) => total + part.of, 0),
    lost: parts.flatMap((part) => part.lost),
  };
}

function report({ lost }: Survival, say: (line: string) => void): void {
  for (const line of lost.slice(0, 10)) {
    say(line);
  }
}
