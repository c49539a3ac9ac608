import fc from 'fast-check';
import type { CrashReply, Reply } from '#src/reply/reply.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 2000 }),
  fc.constantFrom('"'.repeat(1500), '\\'.repeat(3000), 'ffff`'.repeat(400), '池标记'.repeat(500), '\u0001'.repeat(900)),
);
const confidence = fc.constantFrom('high' as const, 'medium' as const, 'low' as const);
const texts = fc.array(text, { maxLength: 12 });

const step = fc.record({ title: text, text, reason: text, commands: texts, undo: texts });
const evidence = fc.record({
  for: fc.boolean(),
  suspect: text,
  rule: text,
  text,
  quotes: fc.array(fc.record({ place: fc.nat().map(String), text }), { maxLength: 4 }),
});

const cites = fc.array(fc.record({ crash: fc.constantFrom('c1', 'c2'), place: fc.nat().map(String) }), {
  maxLength: 4,
});
const part = fc.constantFrom('what' as const, 'why' as const, 'doubt' as const, 'promise' as const);
const story = fc.array(fc.record({ part, text, cites }), { maxLength: 6 });

const crash: fc.Arbitrary<CrashReply> = fc.record({
  id: fc.constantFrom('c1', 'c2', 'c3'),
  title: text,
  where: text,
  meaning: fc.option(text),
  args: fc.array(fc.record({ name: text, value: text, meaning: text }), { maxLength: 4 }),
  details: fc.array(fc.record({ name: text, value: text }), { maxLength: 4 }),
  verdict: fc.record({ culprit: text, confidence, sentence: text, againstAnalyze: fc.option(text) }),
  story,
  evidence: fc.array(evidence, { maxLength: 10 }),
  considered: fc.array(evidence, { maxLength: 4 }),
  steps: fc.array(step, { maxLength: 5 }),
  nextCommands: fc.array(fc.record({ command: text, why: text }), { maxLength: 8 }),
  trace: texts,
});

const group = fc.record({
  title: text,
  crashes: fc.constant(['c1', 'c2']),
  dumps: fc.constantFrom([['c1', 'c2']], [['c1'], ['c2']]),
  culprit: text,
  confidence,
  likely: fc.subarray(['c1', 'c2'], { maxLength: 1 }),
  verdict: text,
  story,
  contributions: fc.array(fc.record({ crash: fc.constantFrom('c1', 'c2'), title: text, text, cites }), {
    maxLength: 5,
  }),
  reasons: texts,
  steps: fc.array(step, { maxLength: 5 }),
});

/** Replies far beyond what a real paste yields, with everything that could break a card. */
export const anyReply: fc.Arbitrary<Reply> = fc.record({
  language: fc.constantFrom('en' as const, 'zh' as const),
  summary: text,
  groups: fc.array(group, { maxLength: 4 }),
  crashes: fc.array(crash, { minLength: 1, maxLength: 12 }),
  warnings: texts,
});

/** A reply with one crash, as small as it can be. */
export function aReply(changes: Partial<Reply> = {}, crashChanges: Partial<CrashReply> = {}): Reply {
  const one: CrashReply = {
    id: 'c1',
    title: '0xd1 DRIVER_IRQL_NOT_LESS_OR_EQUAL',
    where: 'lines 1–20',
    meaning: 'A driver touched memory at a level where it may not.',
    args: [{ name: 'Arg1', value: '0xfffff80012345678', meaning: 'address touched' }],
    details: [],
    verdict: { culprit: 'acmeflt.sys', confidence: 'high', sentence: 'Suspect: acmeflt.sys.', againstAnalyze: null },
    story: [{ part: 'what', text: 'A null pointer was used.', cites: [{ crash: 'c1', place: '4' }] }],
    evidence: [],
    considered: [],
    steps: [],
    nextCommands: [],
    trace: [],
    ...crashChanges,
  };
  return { language: 'en', summary: 'Suspect: acmeflt.sys.', groups: [], crashes: [one], warnings: [], ...changes };
}
