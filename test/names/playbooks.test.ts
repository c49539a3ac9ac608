import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { moduleCommands } from '#src/diagnosis/advice/commands/module-commands.ts';
import { recommend } from '#src/diagnosis/advice/recommend.ts';
import { STEPS } from '#src/diagnosis/advice/steps.ts';
import type { Driver, Knowledge } from '#src/diagnosis/knowledge/knowledge.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { look } from '#src/diagnosis/look.ts';
import { readCrashes } from '#src/diagnosis/read-crashes.ts';
import { analyze, CRASH_TOP, stackText, THREAD_END } from '../verdict/debugger-text.ts';
import { BEHIND, INSTEAD, MARK } from './hostile.ts';

const knowledge = loadKnowledge();
const KINDS: readonly Driver['kind'][] = [
  ...(['network-filter', 'file-filter', 'anti-virus', 'anti-cheat', 'display', 'printer', 'storage'] as const),
  ...(['audio', 'test', 'other', 'component', 'network-adapter', 'vpn', 'usb', 'encryption'] as const),
  ...(['virtualisation', 'overclocking', 'input', 'bluetooth', 'chipset', 'backup'] as const),
];
const STOPS = ['d1', '9f', '124'].map((code) => {
  const header = analyze(code, ['ffffd30a52c1ee30', '2', '0', 'fffff80562341092']);
  const [crash] = readCrashes([{ source: null, text: `${header}${stackText(...CRASH_TOP, ...THREAD_END)}` }]).crashes;
  assert.ok(crash);
  return crash;
});

/** Tables in which every driver is of this kind, whatever it is called. */
function all(kind: Driver['kind']): Knowledge {
  const owner = kind === 'component' ? ('windows' as const) : ('third-party' as const);
  const row = { owner, kind, vendor: null, product: null, uninstall: null, support: null, basis: 'a test' };
  return { ...knowledge, driver: (image) => ({ image, ...row }) };
}

test('no playbook writes into a command what is no word, even were it the culprit', () => {
  const seen = new Set<string>();
  const names = [...BEHIND.map((text) => `quark${text}.sys`), ...INSTEAD];
  const hostile = fc.constantFrom(...names.filter((name) => !/^www/.test(name)));
  fc.assert(
    fc.property(hostile, fc.constantFrom(...KINDS), fc.constantFrom(...STOPS), (culprit, kind, crash) => {
      const verdict = { culprit, confidence: 'high', probability: 0.97 } as const;
      const suspects = [{ driver: culprit, score: 0.97, evidence: [] }];
      const judged = { ...look(crash, all(kind)), verdict, suspects };
      for (const { id, commands, undo } of recommend(judged, [])) {
        seen.add(id);
        for (const command of [...commands, ...undo]) {
          assert.ok(!command.includes(MARK) || isWord(command), command);
        }
      }
      for (const { command } of moduleCommands(judged)) {
        assert.match(command, /^lmvm \w+$/);
      }
    }),
    { numRuns: 1500 },
  );
  const named = STEPS.filter(({ commands }) => commands.some((command) => /<(?:image|module|drivers)>/.test(command)));
  assert.ok(named.filter(({ id }) => seen.has(id)).length >= 8, [...seen].join(' '));
});

/** The debugger's name for a file has nothing but letters, digits and underscores. */
function isWord(command: string): boolean {
  return /^lmvm \w+$/.test(command);
}
