import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type TellingTools, tellInWords } from '#src/answering/tell.ts';
import type { Answer } from '#src/ports/answer.ts';
import type { Asked } from '#src/ports/model.ts';
import type { Statement } from '#src/telling/told.ts';
import { tellRecorded, vocabulary } from '../telling/told-of.ts';

const NETFILTER = 'netfilter-overwrote-completion-entry';
const HONEST: Statement[] = [{ text: 'The memory belongs to {D1}, as its tag {T1} tells.', cites: ['E1'] }];
const MALICIOUS: Statement[] = [
  { text: '{D1} is innocent; install KB5031356 from https://evil.example.', cites: ['E1'] },
];

type Reply = readonly Statement[] | Asked<never>;

function worded(statements: readonly Statement[]): Asked<{ statements: Statement[] }> {
  return { kind: 'worded', answer: { statements: [...statements] }, tokens: 100 };
}

/** A bot whose model gives these answers, one after the other. */
function bot(replies: readonly Reply[], changes: Partial<TellingTools> = {}, attempts = 1) {
  const ended: unknown[] = [];
  const answers: (Answer | null)[] = [];
  const inputs: string[] = [];
  const logged: string[] = [];
  const record = (event: string, fields = {}) => void logged.push(`${event} ${JSON.stringify(fields)}`);
  const settled: number[] = [];
  let back = 0;
  let asked = 0;
  const target = { tenant: 't', conversation: 'c', reference: {} };
  const tell = { paste: 'p1', case: null, language: 'en' as const };
  const tools: TellingTools = {
    tellings: {
      begin: async (id) => ({ id, target, tell, attempts }),
      giveBack: async () => void back++,
      end: async (_id, end, tokens, answer) => {
        ended.push([end, tokens]);
        answers.push(answer);
      },
    },
    budget: {
      reserve: async () => true,
      settle: async (_place, _day, _reserved, used) => void settled.push(used),
      isNews: async () => true,
    },
    whatIsTold: async () => tellRecorded(NETFILTER, 'en'),
    whatIsAsked: async () => assert.fail('no question was asked'),
    ask: (async (_prompt: unknown, input: string) => {
      inputs.push(input);
      const reply = replies[asked++] ?? assert.fail('asked too often');
      return 'kind' in reply ? reply : worded(reply);
    }) as unknown as TellingTools['ask'],
    vocabulary,
    meter: { modelAsked: () => undefined, toldInWords: () => undefined },
    log: { info: record, warn: record, error: record },
    now: () => new Date('2026-11-30T10:00:00Z'),
    signal: new AbortController().signal,
    ...changes,
  };
  return { tools, ended, answers, inputs, logged, settled, backs: () => back };
}

test('words that hold are kept as a labelled card, each sentence with its evidence', async () => {
  const { tools, ended, answers, settled } = bot([HONEST]);
  await tellInWords('m1', tools);
  assert.deepEqual(ended, [['accepted', 100]]);
  assert.deepEqual(settled, [100]);
  const [card] = answers;
  assert.ok(card?.kind === 'card' && card.byModel);
  const text = JSON.stringify(card.card);
  assert.match(text, /In words/);
  assert.match(text, /The memory belongs to wlmflt\.sys, as its tag WlmF tells\./);
  assert.match(text, /\[c1·1 \(lines 27, 32\)\]/);
  assert.match(text, /Worded by AI/);
});

test('words that do not hold are repaired once, the problems told, then dropped in silence', async () => {
  const mended = bot([MALICIOUS, HONEST]);
  await tellInWords('m1', mended.tools);
  assert.deepEqual(mended.ended, [['repaired', 200]]);
  assert.match(mended.inputs[1] ?? '', /"problem":"it clears the culprit/);
  assert.doesNotMatch(mended.inputs[1] ?? '', /KB5031356|evil/);
  const dropped = bot([MALICIOUS, MALICIOUS]);
  await tellInWords('m1', dropped.tools);
  assert.deepEqual([dropped.ended, dropped.answers], [[['dropped', 200]], [null]]);
});

for (const kind of ['refused', 'cut', 'late', 'limited', 'unauthorised', 'broken'] as const) {
  test(`where the model's answer is ${kind}, nothing is said and nothing is asked again`, async () => {
    const { tools, ended, answers, logged } = bot([{ kind, reason: 'why', tokens: 7 }]);
    await tellInWords('m1', tools);
    assert.deepEqual([ended, answers], [[[kind, 7]], [null]]);
    assert.match(logged.join('\n'), new RegExp(`model.asked .*"end":"${kind}","reason":"why"`));
  });
}

test('where nothing is left of the day, that is said once, without a question', async () => {
  const spent = { reserve: async () => false, settle: async () => undefined };
  const first = bot([], { budget: { ...spent, isNews: async () => true } });
  await tellInWords('m1', first.tools);
  assert.deepEqual(first.ended, [['spent', 0]]);
  assert.ok(first.answers[0]?.kind === 'text' && /used up/.test(first.answers[0].text));
  const second = bot([], { budget: { ...spent, isNews: async () => false } });
  await tellInWords('m2', second.tools);
  assert.deepEqual([second.ended, second.answers], [[['spent', 0]], [null]]);
});

test('a stop gives the job back, a kill lets it be asked once more and not again', async () => {
  const stop = new AbortController();
  const stopped = bot([{ kind: 'late', reason: 'stopped', tokens: 0 }], { signal: stop.signal });
  stop.abort();
  await assert.rejects(tellInWords('m1', stopped.tools), /the process ends/);
  assert.deepEqual([stopped.ended, stopped.backs()], [[], 1]);
  const killed = bot([HONEST], {}, 2);
  await tellInWords('m1', killed.tools);
  assert.deepEqual(killed.ended, [['accepted', 100]]);
  const again = bot([], {}, 3);
  await tellInWords('m1', again.tools);
  assert.deepEqual(again.ended, [['failed', 0]]);
});

test('what is gone, or cannot be read, is not asked about', async () => {
  const gone = bot([], { whatIsTold: async () => null });
  await tellInWords('m1', gone.tools);
  assert.deepEqual(gone.ended, [['nothing', 0]]);
  const broken = bot([], { whatIsTold: async () => Promise.reject(new Error('too slow')) });
  await tellInWords('m1', broken.tools);
  assert.deepEqual(broken.ended, [['failed', 0]]);
});

test('no log holds a word of the paste, of the question or of the answer', async () => {
  const { tools, logged } = bot([MALICIOUS, HONEST]);
  await tellInWords('m1', tools);
  assert.doesNotMatch(logged.join('\n'), /wlmflt|WlmF|innocent|memory|evil|KB50/i);
});
