import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Crash } from '#src/diagnosis/crash.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { look, view } from '#src/diagnosis/look.ts';
import { readCrashes } from '#src/diagnosis/read-crashes.ts';
import { judge } from '#src/diagnosis/verdict/judge.ts';
import { analyze, CRASH_TOP, stackText, THREAD_END } from '../verdict/debugger-text.ts';

const knowledge = loadKnowledge();
const TEXT = [
  analyze('d1', ['ffffd30a52c1ee30', '2', '0', 'fffff80562341092']),
  stackText(...CRASH_TOP, 'quarkmon+0x1092', ...THREAD_END),
].join('');

function crashOf(text: string): Crash {
  const [crash] = readCrashes([{ source: null, text }]).crashes;
  assert.ok(crash);
  return crash;
}

/** A view that says how often it was derived. */
function counted<Result>(derive: () => Result) {
  let times = 0;
  const counting = view(() => {
    times += 1;
    return derive();
  });
  return { view: counting, times: () => times };
}

test('a view is derived once per look, whatever it gives', () => {
  const crash = crashOf(TEXT);
  for (const result of [{ some: 'thing' }, [], null, undefined, 0, false]) {
    const { view: counting, times } = counted(() => result);
    const first = look(crash, knowledge);
    assert.equal(times(), 0, 'nobody asked yet');
    assert.equal(counting(first), result);
    assert.equal(counting(first), result);
    assert.equal(times(), 1);
  }
});

test('a second look at the same crash derives anew', () => {
  const crash = crashOf(TEXT);
  const { view: counting, times } = counted(() => ({}));
  const [first, second] = [look(crash, knowledge), look(crash, knowledge)];
  assert.notEqual(counting(first), counting(second));
  assert.equal(counting(first), counting(first));
  assert.equal(times(), 2);
});

test('two views of one look keep apart, and one may ask the other', () => {
  const inner = counted(() => 'inner');
  const outer = view((own) => `${inner.view(own)} and outer`);
  const own = look(crashOf(TEXT), knowledge);
  assert.equal(outer(own), 'inner and outer');
  assert.equal(inner.view(own), 'inner');
  assert.equal(inner.times(), 1);
});

test('a view that throws is not remembered: it throws for everybody who asks, and hides nothing', () => {
  const broken = counted(() => {
    throw new Error('broken view');
  });
  const sound = counted(() => 'sound');
  const own = look(crashOf(TEXT), knowledge);
  assert.throws(() => broken.view(own), /broken view/);
  assert.throws(() => broken.view(own), /broken view/);
  assert.equal(broken.times(), 2);
  assert.equal(sound.view(own), 'sound');
});

test('what is made of a look, as a judged crash is, shares what the look derived', () => {
  const { view: counting, times } = counted(() => ({}));
  const own = look(crashOf(TEXT), knowledge);
  const judged = { ...own, verdict: judge(own).verdict };
  assert.equal(counting(judged), counting(own));
  assert.equal(times(), 1);
});
