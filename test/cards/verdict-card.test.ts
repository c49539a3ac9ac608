import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cardSize, LARGEST_CARD } from '#src/cards/card-size.ts';
import { verdictCard } from '#src/cards/verdict-card.ts';
import { viewOf } from '#src/cards/view-asked.ts';
import { crashCard, wholeCard } from '#src/cards/whole-card.ts';
import { anyReply, aReply } from './a-reply.ts';
import { CardShape } from './card-shape.ts';

/** Shrinking such replies takes ten minutes: what failed is told as it was. */
const SOON = { endOnFailure: true };

test('any reply becomes a card of the right shape that Teams takes', () => {
  fc.assert(
    fc.property(anyReply, (reply) => {
      const { card, short } = verdictCard(reply);
      for (const one of [card, short]) {
        CardShape.parse(one);
        assert.ok(cardSize(one) <= LARGEST_CARD, `${cardSize(one)} bytes`);
      }
      assert.ok(cardSize(short) <= LARGEST_CARD);
    }),
    { numRuns: 150, ...SOON },
  );
});

test('every shown crash keeps its verdict, however small the card must become', () => {
  fc.assert(
    fc.property(anyReply, (reply) => {
      const named = {
        ...reply,
        crashes: reply.crashes.map((crash) => ({ ...crash, verdict: verdictOf('acmeflt.sys') })),
      };
      const text = JSON.stringify(verdictCard(named).card);
      const verdicts = text.split('Suspect: acmeflt.sys.').length - 1;
      assert.ok(verdicts >= Math.min(4, reply.crashes.length), `${verdicts} of ${reply.crashes.length}`);
    }),
    { numRuns: 50, ...SOON },
  );
});

test('addresses and symbols stand in runs, which know no markdown', () => {
  const value = 'fffff801`3ed5d66d nt!_KTRAP_FRAME $t0 *x* [y](z)';
  const reply = aReply({}, { args: [{ name: 'Arg1', value, meaning: 'an address' }] });
  const runs = texts(verdictCard(reply).card);
  assert.ok(runs.includes(value));
  assert.doesNotMatch(JSON.stringify(verdictCard(reply).card), /"type":"TextBlock"/);
});

test('a shared verdict comes before the single crashes', () => {
  const group = {
    title: 'a + b',
    crashes: ['c1', 'c2'],
    dumps: [['c1'], ['c2']],
    culprit: 'acmeflt.sys',
    confidence: 'high' as const,
    likely: [],
  };
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
  const runs = texts(verdictCard(reply).card);
  const shared = runs.indexOf('c1, c2 have one cause: acmeflt.sys.');
  assert.ok(shared >= 0 && shared < runs.indexOf('Suspect: acmeflt.sys.'));
});

test('a card that holds everything does not say that it was shortened, one that does not says so', () => {
  assert.doesNotMatch(JSON.stringify(verdictCard(aReply()).card), /Shortened/);
  const evidence = { for: true, suspect: 'acmeflt.sys', rule: 'r', text: 'x'.repeat(1000), quotes: [] };
  const long = aReply({}, { evidence: Array.from({ length: 40 }, () => evidence) });
  assert.match(JSON.stringify(verdictCard(long).card), /Shortened/);
});

test('the first step is open, all of them unfold, and every fold has a name of its own', () => {
  const step = (title: string) => ({ title, text: `Do ${title}.`, reason: 'r', commands: ['c'], undo: [] });
  const steps = ['first', 'second', 'third'].map(step);
  const two = aReply({}, { steps }).crashes.concat(aReply({}, { id: 'c2', steps }).crashes);
  const { card } = verdictCard(aReply({ crashes: two }));
  const open = opened(card);
  assert.match(open, /First: first.*All steps \(3\).*folded steps-c1.*Show c2.*folded crash-c2/s);
  assert.doesNotMatch(open, /second|third/);
  const ids = [...JSON.stringify(card).matchAll(/"id":"(?<id>[^"]+)"/g)].map(({ groups }) => groups?.id);
  assert.equal(new Set(ids).size, ids.length);
});

test('notes, arguments and what speaks for others are folded, and nothing of them is lost', () => {
  const args = [{ name: 'Arg1', value: '0x18', meaning: 'address touched' }];
  const { card } = verdictCard(aReply({ warnings: ['Line 3: a digit is damaged.'] }, { args }));
  assert.doesNotMatch(opened(card), /damaged|0x18/);
  assert.match(JSON.stringify(card), /Line 3: a digit is damaged/);
  assert.match(JSON.stringify(card), /0x18/);
});

test('a crash that the card has no room for is fetched by its button; without one the card says that it is shortened', () => {
  const evidence = { for: true, suspect: 'acmeflt.sys', rule: 'r', text: 'x'.repeat(1000), quotes: [] };
  const many = ['c1', 'c2', 'c3', 'c4', 'c5'].map((id) => {
    const [crash] = aReply({}, { id, evidence: Array.from({ length: 12 }, () => evidence) }).crashes;
    return crash ?? assert.fail();
  });
  const reply = aReply({ crashes: many });
  const ask = (crash: string | null) => ({ verb: 'paste.show' as const, paste: 'p', ...viewOf(crash) });
  const fetched = JSON.stringify(verdictCard(reply, { before: [], after: [], ask }).card);
  assert.match(fetched, /"title":"Show c5","verb":"paste.show","data":\{"paste":"p","view":"crash","crash":"c5"\}/);
  assert.match(fetched, /"title":"Full report"/);
  assert.doesNotMatch(fetched, /Shortened|one by one/);
  const alone = JSON.stringify(verdictCard(reply).card);
  assert.match(alone, /Shortened/);
  assert.doesNotMatch(alone, /Action\.Execute|one by one/);
});

test('the full report and a single crash are unfolded, fit, and lead back', () => {
  fc.assert(
    fc.property(anyReply, (reply) => {
      const ask = (crash: string | null) => ({ verb: 'paste.show' as const, paste: 'p', ...viewOf(crash) });
      const back = { verb: 'paste.show' as const, paste: 'p', view: 'screen' as const };
      const [crash] = reply.crashes;
      for (const card of [wholeCard(reply, { ask, back }), ...(crash ? [crashCard(reply, crash, back)] : [])]) {
        CardShape.parse(card);
        assert.ok(cardSize(card) <= LARGEST_CARD, `${cardSize(card)} bytes`);
        const text = JSON.stringify(card);
        assert.match(text, /"view":"screen"/);
        assert.doesNotMatch(text, /"isVisible":false/);
      }
    }),
    { numRuns: 10, ...SOON },
  );
});

/** The card without what is folded: its name stands instead. */
function opened(card: { readonly body: unknown }): string {
  return JSON.stringify(card.body, (_key, value) => (value?.isVisible === false ? `folded ${value.id}` : value));
}

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
