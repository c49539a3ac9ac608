import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Decision, decidePaste, type Known } from '#dialogs/pastes/decide-paste.ts';

interface Read {
  readonly dumps: number;
}
type Have = Known<string, Read>;
type Becomes = Decision<string, Read>;

const NOTHING: Have = { isFurther: false, named: null, before: null };
const named = { reminded: 'named', isUnderway: false };
const ofCase = { reminded: 'case before' };
const ofNone = { reminded: null };
const alone = (dumps: number) => ({ dumps });
const joined = (dumps: number, begun: number) => ({ dumps, begun });
const look = (at: 'alone' | 'joined'): Becomes => ({ kind: 'look', at });
const file = (into: string, asRest = false): Becomes => ({ kind: 'file', into, asRest });
const show = (read: Read, asRest = false): Becomes => ({ kind: 'show', read, asRest });

const TABLE: readonly (readonly [what: string, have: Partial<Have>, becomes: Becomes])[] = [
  ['a paste with nothing before it is looked at', {}, look('alone')],
  ['what it shows is told', { alone: alone(2) }, show(alone(2))],
  ['what shows no dump is told to show none', { alone: alone(0) }, { kind: 'no-dump' }],
  ['one that names a case is looked at first', { named }, look('alone')],
  ['it goes into that case with a dump', { named, alone: alone(1) }, file('named')],
  ['without a dump it does not', { named, alone: alone(0) }, { kind: 'no-dump' }],
  [
    'the rest of what is being put into the case goes there unseen',
    { named: { ...named, isUnderway: true }, isFurther: true, before: ofCase },
    file('named'),
  ],
  [
    'what is no debugger output does not, whatever is under way',
    { named: { ...named, isUnderway: true } },
    look('alone'),
  ],
  [
    'what may be a rest is looked at with what came before, not alone',
    { isFurther: true, before: ofNone },
    look('joined'),
  ],
  ['the rest of a dump is told with it', { before: ofNone, joined: joined(1, 1) }, show(joined(1, 1), true)],
  ['a stop that only its rest tells is told too', { before: ofNone, joined: joined(1, 0) }, show(joined(1, 0), true)],
  ['the rest of several dumps is told with them', { before: ofNone, joined: joined(3, 3) }, show(joined(3, 3), true)],
  ['a dump of its own is another matter', { before: ofNone, joined: joined(2, 1) }, look('alone')],
  ['and is told alone', { before: ofCase, joined: joined(2, 1), alone: alone(1) }, show(alone(1))],
  ['the rest goes into the case of its beginning', { before: ofCase, joined: joined(1, 1) }, file('case before', true)],
  ['also where both show no dump yet', { before: ofCase, joined: joined(0, 0) }, file('case before', true)],
  [
    'without a case, what both do not show is looked for alone',
    { before: ofNone, joined: joined(0, 0) },
    look('alone'),
  ],
  [
    'one that names another case and shows no dump is looked at as a rest',
    { named, before: ofCase, alone: alone(0) },
    look('joined'),
  ],
  [
    'and told as one, put into no case',
    { named, before: ofCase, alone: alone(0), joined: joined(1, 1) },
    show(joined(1, 1), true),
  ],
];

for (const [what, have, becomes] of TABLE) {
  test(`a paste: ${what}`, () => {
    assert.deepEqual(decidePaste({ ...NOTHING, ...have }), becomes);
  });
}

test('two looks are enough to decide anything, and one where a case reads its pastes after it', () => {
  let decided = 0;
  for (const isFurther of [true, false]) {
    for (const isNamed of [null, named, { ...named, isUnderway: true }]) {
      for (const before of [null, ofCase, ofNone]) {
        for (const dumps of [0, 1, 2]) {
          for (const both of [joined(0, 0), joined(1, 1), joined(2, 1), joined(3, 3)]) {
            const looks = looksAt({ isFurther, named: isNamed, before }, alone(dumps), both);
            assert.ok(looks <= 2);
            decided += 1;
          }
        }
      }
    }
  }
  assert.equal(decided, 216);
});

function looksAt(have: Have, one: Read, both: ReturnType<typeof joined>): number {
  let known = have;
  for (let looks = 0; looks < 9; looks++) {
    const decision = decidePaste(known);
    if (decision.kind !== 'look') {
      assert.ok(decision.kind !== 'file' || looks <= 1);
      return looks;
    }
    known = decision.at === 'alone' ? { ...known, alone: one } : { ...known, joined: both };
  }
  return 9;
}
