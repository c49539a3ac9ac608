import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AskingTools } from '#src/answering/ask-within.ts';
import { type RoutingTools, routeQuestion } from '#src/answering/route.ts';
import type { AskedToRoute } from '#src/ports/asked-to-route.ts';
import type { Asked } from '#src/ports/model.ts';
import type { Routed } from '#src/telling/question.ts';

const QUESTION = { words: 'can Wei back that up?', by: { id: '29:wei', name: 'Wei' }, at: '2026-11-30T10:00:00Z' };
const TELL = { paste: 'p1', case: null, language: 'en', question: QUESTION } as const;
const TELLING = { id: 'm1', target: { tenant: 't', conversation: 'c', reference: {} }, tell: TELL, attempts: 1 };
const TOLD: AskedToRoute['told'] = {
  language: 'en',
  text: 'can … back that up?',
  intents: ['why', 'sure'],
  crashes: [{ name: 'N1', role: 'one of the crashes' }],
  subjects: [{ name: 'D1', role: 'culprit' }],
};
const WHY: Routed = { intent: 'why', crash: 'none', subject: 'D1' };
const worded: Asked<Routed> = { kind: 'worded', answer: WHY, tokens: 50 };

/** A bot whose model answers so, and whose rules answer `text` to what it chose. */
function bot(reply: Asked<Routed>, changes: Partial<AskingTools & RoutingTools> = {}, text: string | null = 'because') {
  const inputs: string[] = [];
  const chosen: Routed[] = [];
  const logged: string[] = [];
  const record = (event: string, fields = {}) => void logged.push(`${event} ${JSON.stringify(fields)}`);
  const tools: AskingTools & RoutingTools = {
    whatIsAsked: async () => ({
      told: TOLD,
      answer: async (routed) => {
        chosen.push(routed);
        return text === null ? null : { kind: 'text', text };
      },
    }),
    budget: { reserve: async () => true, settle: async () => undefined, isNews: async () => true },
    ask: (async (_prompt: unknown, input: string) => {
      inputs.push(input);
      return reply;
    }) as unknown as AskingTools['ask'],
    meter: { modelAsked: () => undefined, toldInWords: () => undefined },
    log: { info: record, warn: record, error: record },
    now: () => new Date('2026-11-30T10:00:05Z'),
    signal: new AbortController().signal,
    ...changes,
  };
  return { run: () => routeQuestion(TELLING, QUESTION, tools), inputs, chosen, logged };
}

test('the rules answer the question that a model chose, and neither request nor log holds what was typed', async () => {
  const { run, inputs, chosen, logged } = bot(worded);
  assert.deepEqual(await run(), { end: 'routed', tokens: 50, answer: { kind: 'text', text: 'because' } });
  assert.deepEqual(chosen, [WHY]);
  assert.match(inputs[0] ?? '', /"question":"can … back that up\?"/);
  assert.match(logged.join('\n'), /model\.asked .*"prompt":"route-question","end":"worded"/);
  assert.doesNotMatch([...inputs, ...logged].join('\n'), /Wei/);
});

test('where the choice cannot be answered, or breaks the rules, nothing is said', async () => {
  const none = bot(worded, {}, null);
  assert.deepEqual(await none.run(), { end: 'nothing', tokens: 50, answer: null });
  const broken = bot(worded, {
    whatIsAsked: async () => ({ told: TOLD, answer: async () => Promise.reject(new Error('too slow')) }),
  });
  assert.deepEqual(await broken.run(), { end: 'nothing', tokens: 50, answer: null });
});

test('what is gone, too old or cannot be read is not asked about', async () => {
  const gone = bot(worded, { whatIsAsked: async () => null });
  assert.deepEqual([await gone.run(), gone.inputs], [{ end: 'nothing', tokens: 0, answer: null }, []]);
  const failed = bot(worded, { whatIsAsked: async () => Promise.reject(new Error('too slow')) });
  assert.deepEqual([await failed.run(), failed.inputs], [{ end: 'failed', tokens: 0, answer: null }, []]);
});

for (const kind of ['refused', 'cut', 'late', 'limited', 'unauthorised', 'broken'] as const) {
  test(`where the model's answer is ${kind}, nothing is said`, async () => {
    const { run, chosen } = bot({ kind, reason: 'why', tokens: 3 });
    assert.deepEqual([await run(), chosen], [{ end: kind, tokens: 3, answer: null }, []]);
  });
}

test('where nothing is left of the day, that is said once, without a question', async () => {
  const { run, inputs } = bot(worded, {
    budget: { reserve: async () => false, settle: async () => undefined, isNews: async () => true },
  });
  const { end, answer } = await run();
  assert.deepEqual([end, inputs], ['spent', []]);
  assert.ok(answer?.kind === 'text' && /used up/.test(answer.text));
});

test('a stop leaves the question open for another process', async () => {
  const stop = new AbortController();
  stop.abort();
  const { run } = bot({ kind: 'late', reason: 'stopped', tokens: 0 }, { signal: stop.signal });
  assert.equal((await run()).end, null);
});
