import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fairQueue } from '#src/adapters/diagnosis-thread/fair-queue.ts';

interface Named {
  readonly name: string;
  readonly conversation: string;
  readonly isLarge: boolean;
}

function job(name: string, isLarge = false): Named {
  return { name, conversation: name.charAt(0), isLarge };
}

function queueOf(...jobs: readonly Named[]) {
  const queue = fairQueue<Named>();
  for (const one of jobs) queue.add(one);
  return queue;
}

function drain(queue: ReturnType<typeof queueOf>, mayBeLarge = true): string[] {
  const names: string[] = [];
  for (let next = queue.next(mayBeLarge); next; next = queue.next(mayBeLarge)) names.push(next.name);
  return names;
}

test('a conversation that asks for much does not go before one that asks once', () => {
  const queue = queueOf(job('a1'), job('a2'), job('a3'), job('b1'), job('c1'), job('b2'));
  assert.deepEqual(drain(queue), ['a1', 'b1', 'c1', 'a2', 'b2', 'a3']);
});

test('who had the last turn waits for all others, also after an empty moment', () => {
  const queue = queueOf(job('a1'), job('b1'));
  assert.equal(queue.next(true)?.name, 'a1');
  queue.add(job('a2'));
  assert.deepEqual(drain(queue), ['b1', 'a2']);
});

test('small ones go first, and a large one goes after eight of them at the latest', () => {
  const small = Array.from({ length: 12 }, (_, index) => job(`s${index}`));
  const names = drain(queueOf(job('large', true), ...small));
  assert.equal(names.indexOf('large'), 8);
  assert.equal(names.length, 13);
});

test('no large one is given out where none may run, and those that wait for it are not counted as passing', () => {
  const queue = queueOf(job('large', true), ...Array.from({ length: 20 }, (_, index) => job(`s${index}`)));
  assert.equal(drain(queue, false).length, 20);
  queue.add(job('s20'));
  assert.deepEqual(drain(queue), ['s20', 'large']);
});

test('what nobody waits for any more is not given out', () => {
  const [gone, kept] = [job('a1'), job('a2')];
  const queue = queueOf(gone, kept, job('b1'));
  queue.remove(gone);
  queue.remove(gone);
  assert.deepEqual(drain(queue), ['a2', 'b1']);
});
