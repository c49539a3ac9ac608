import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fairQueue } from '#src/adapters/diagnosis-thread/fair-queue.ts';

interface Named {
  readonly name: string;
  readonly conversation: string;
  readonly size: number;
}

const LARGE = 1_000_000;

function job(name: string, size = 1000): Named {
  return { name, conversation: name.charAt(0), size };
}

function queueOf(...jobs: readonly Named[]) {
  const queue = fairQueue<Named>();
  for (const one of jobs) {
    queue.add(one);
  }
  return queue;
}

function drain(queue: ReturnType<typeof queueOf>, mayBeLarge = true): string[] {
  const names: string[] = [];
  for (let next = queue.next(mayBeLarge); next; next = queue.next(mayBeLarge)) {
    names.push(next.name);
  }
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
  const names = drain(queueOf(job('large', LARGE), ...small));
  assert.equal(names.indexOf('large'), 8);
  assert.equal(names.length, 13);
});

test('a short paste waits for few of the many longer ones that others sent before it', () => {
  const queue = queueOf(...Array.from({ length: 100 }, (_, index) => job(`${index} long`, 12_000)));
  queue.next(true);
  queue.add(job('short'));
  assert.equal(queue.next(true)?.name, 'short');
});

test('whatever its length, a paste has its turn while shorter ones keep coming', () => {
  const queue = queueOf();
  const kinds = [2_000, 10_000, 50_000, 200_000, LARGE].map((size) => job(`of ${size}`, size));
  for (const one of kinds) {
    for (let count = 0; count < 30; count++) {
      queue.add(one);
    }
  }
  const names = drain(queue).slice(0, 40);
  for (const { name } of kinds) {
    assert.ok(names.includes(name), `${name} waits for ever`);
  }
});

test('no large one is given out where none may run, and those that wait for it are not counted as passing', () => {
  const queue = queueOf(job('large', LARGE), ...Array.from({ length: 20 }, (_, index) => job(`s${index}`)));
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
