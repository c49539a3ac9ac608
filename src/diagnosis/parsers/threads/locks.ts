import type { Hex, LockFact } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import { ADDRESS, readAddress } from '../address-token.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { holds, type SearchedSection } from '../searched-section.ts';
import { span } from '../span.ts';

const MARKS: Marks = ['resource @', 'owning thread', 'exclusive access', 'ndisrwlock'];

/**
 * Held resources of `!locks` with their owner and waiters, and mutex waits that MEX lists.
 * Source: Microsoft Learn, "!locks (!kdext*.locks)".
 */
export const locks: Parser = {
  command: '!locks',
  marks: [MARKS],
  accepts: (section) => holds(section, MARKS),
  read: (section) => ({ locks: readLocks(section) }),
};

const RESOURCE = new RegExp(
  `^\\s{0,8}Resource @ (?:[\\w!+.]{1,100} \\()?(${ADDRESS})\\)?\\s{1,12}(Exclusively owned|Shared \\d)`,
  'i',
);
const OWNER = new RegExp(`^\\s{0,12}Threads: (${ADDRESS})-\\d{1,4}<\\*>(?:.{0,40}Actual Thread (${ADDRESS}))?`, 'i');
const WAITING = /^\s{0,12}Threads Waiting On (?:Exclusive|Shared) Access/i;
const WAITER = new RegExp(`^\\s{1,20}(${ADDRESS})(?:-\\d{1,4})?(?=\\s|$)`, 'i');
const MUTEX = new RegExp(`\\s(${ADDRESS}) .{0,120}Owning Thread: (${ADDRESS})`, 'i');
const READ_WRITE = new RegExp(`^\\s{0,8}Exclusive access\\s{1,8}Acquired by thread (${ADDRESS})`, 'i');

interface Open {
  readonly first: Line;
  last: Line;
  readonly address: Hex | null;
  owner: Hex | null;
  readonly waiters: Hex[];
  isWaiting: boolean;
}

function readLocks(section: SearchedSection): LockFact[] {
  const found: Open[] = [];
  for (const line of section.body) {
    readLine(line, found);
  }
  return found.map(({ first, last, address, owner, waiters }) => ({
    address,
    owner,
    waiters,
    lines: span(first, last),
  }));
}

function readLine(line: Line, found: Open[]): void {
  const text = line.text.slice(0, 400);
  const resource = RESOURCE.exec(text)?.[1];
  if (resource !== undefined) {
    found.push(open(line, readAddress(resource), null, []));
    return;
  }
  const [, waiter = '', holder] = MUTEX.exec(text) ?? [];
  const writer = READ_WRITE.exec(text)?.[1];
  if (holder !== undefined || writer !== undefined) {
    const waiters = [readAddress(waiter)].filter((address) => address !== null);
    // A thread that waits for what it owns itself stays in the list: that is a deadlock of one.
    found.push(open(line, null, readAddress(holder ?? writer ?? ''), waiters));
    return;
  }
  readBelow(text, line, found.at(-1));
}

function open(line: Line, address: Hex | null, owner: Hex | null, waiters: Hex[]): Open {
  return { first: line, last: line, address, owner, waiters, isWaiting: false };
}

function readBelow(text: string, line: Line, last: Open | undefined): void {
  if (last === undefined || last.address === null) {
    return;
  }
  const owner = OWNER.exec(text);
  if (owner !== null) {
    last.owner ??= readAddress(owner[2] ?? owner[1] ?? '');
    last.last = line;
    return;
  }
  if (WAITING.test(text)) {
    last.isWaiting = true;
    return;
  }
  const waiter = last.isWaiting ? readAddress(WAITER.exec(text)?.[1] ?? '') : null;
  if (waiter === null) {
    last.isWaiting = last.isWaiting && text.trim() === '';
    return;
  }
  last.waiters.push(waiter);
  last.last = line;
}
