import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cardSize, LARGEST_CARD } from '#src/cards/card-size.ts';
import { verdictCard } from '#src/cards/verdict-card.ts';
import { anyReply, aReply } from './a-reply.ts';
import { CardShape } from './card-shape.ts';

test('any reply becomes a card of the right shape that Teams takes', () => {
  fc.assert(
    fc.property(anyReply, (reply) => {
      const { card, short } = verdictCard(reply, []);
      for (const one of [card, short]) {
        CardShape.parse(one);
        assert.ok(cardSize(one) <= LARGEST_CARD, `${cardSize(one)} bytes`);
      }
      assert.ok(cardSize(short) <= LARGEST_CARD);
    }),
    { numRuns: 150 },
  );
});

test('every shown crash keeps its verdict, however small the card must become', () => {
  fc.assert(
    fc.property(anyReply, (reply) => {
      const named = {
        ...reply,
        crashes: reply.crashes.map((crash) => ({ ...crash, verdict: verdictOf('acmeflt.sys') })),
      };
      const text = JSON.stringify(verdictCard(named, []).card);
      const verdicts = text.split('Suspect: acmeflt.sys.').length - 1;
      assert.ok(verdicts >= Math.min(4, reply.crashes.length), `${verdicts} of ${reply.crashes.length}`);
    }),
    { numRuns: 50 },
  );
});

test('addresses and symbols stand in runs, which know no markdown', () => {
  const value = 'fffff801`3ed5d66d nt!_KTRAP_FRAME $t0 *x* [y](z)';
  const reply = aReply({}, { args: [{ name: 'Arg1', value, meaning: 'an address' }] });
  const runs = texts(verdictCard(reply, []).card);
  assert.ok(runs.includes(value));
  assert.doesNotMatch(JSON.stringify(verdictCard(reply, []).card), /"type":"TextBlock"/);
});

test('a shared verdict comes before the single crashes', () => {
  const group = { title: 'a + b', crashes: ['c1', 'c2'], culprit: 'acmeflt.sys', confidence: 'high' as const };
  const reply = aReply({
    groups: [
      {
        ...group,
        verdict: 'c1, c2 have one cause: acmeflt.sys.',
        story: [],
        contributions: [],
        reasons: ['same site'],
        steps: [],
      },
    ],
  });
  const runs = texts(verdictCard(reply, []).card);
  const shared = runs.indexOf('c1, c2 have one cause: acmeflt.sys.');
  assert.ok(shared >= 0 && shared < runs.indexOf('Suspect: acmeflt.sys.'));
});

test('a card that holds everything does not say that it was shortened, one that does not says so', () => {
  assert.doesNotMatch(JSON.stringify(verdictCard(aReply(), []).card), /Shortened/);
  const evidence = { for: true, suspect: 'acmeflt.sys', rule: 'r', text: 'x'.repeat(1000), quotes: [] };
  const long = aReply({}, { evidence: Array.from({ length: 40 }, () => evidence) });
  assert.match(JSON.stringify(verdictCard(long, []).card), /Shortened/);
});

test('two steps are open, the others unfold, and every fold has a name of its own', () => {
  const step = (title: string) => ({ title, text: 't', reason: 'r', commands: ['c'], undo: [] });
  const steps = ['first', 'second', 'third', 'fourth'].map(step);
  const two = aReply({}, { steps }).crashes.concat(aReply({}, { id: 'c2', steps }).crashes);
  const { card } = verdictCard(aReply({ crashes: two }), []);
  const folded = JSON.stringify(card.body, (_key, value) =>
    value?.isVisible === false ? `folded ${value.id}` : value,
  );
  assert.match(folded, /second.*2 more steps.*folded steps-c1.*second.*folded steps-c2/);
  assert.doesNotMatch(folded, /third|fourth/);
  const few = JSON.stringify(verdictCard(aReply({}, { steps: steps.slice(0, 2) }), []).card);
  assert.doesNotMatch(few, /more step/);
});

test('words of a model are marked as such, sentences of the rules are not', () => {
  const byModel = verdictCard(aReply(), [{ text: 'Worded differently.', by: 'model' }]).card;
  assert.match(JSON.stringify(byModel), /Worded differently\..*worded by AI/);
  const byRules = verdictCard(aReply(), [{ text: 'Suspect: acmeflt.sys.', by: 'template' }]).card;
  assert.doesNotMatch(JSON.stringify(byRules), /worded by AI/);
});

function verdictOf(culprit: string) {
  return { culprit, confidence: 'high' as const, sentence: `Suspect: ${culprit}.`, againstAnalyze: null };
}

function texts(card: unknown): string[] {
  const found: string[] = [];
  JSON.stringify(card, (key, value) => {
    if (key === 'text' && typeof value === 'string') {
      found.push(value);
    }
    return value;
  });
  return found;
}
