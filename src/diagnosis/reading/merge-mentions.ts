import type { Frame } from '../facts.ts';
import type { Mention } from './mention.ts';
import { compareStops } from './same-stop.ts';

const SHARED_ADDRESSES = 2;
const KERNEL_ADDRESS = /(?<![0-9a-f])f{4}[0-9a-f]{4}`?[0-9a-f]{8}(?![0-9a-f])/gi;

/**
 * Joins the mentions of one dump within one paste (in another paste its line numbers would mean other lines; correlation
 * links those): same code and arguments; output without a stop code joins the dump whose addresses
 * it shares (they differ at each boot), or the only dump of its paste where nothing contradicts.
 * Groups stand in the order of the paste.
 */
export function mergeMentions(mentions: readonly Mention[]): Mention[][] {
  const groups: Mention[][] = [];
  for (const mention of mentions.filter(printsStop)) {
    const same = groups.find((group) => group.some((one) => isSameDump(one, mention)));
    if (same === undefined) groups.push([mention]);
    else same.push(mention);
  }
  const stops = groups.length;
  for (const mention of mentions.filter((one) => !printsStop(one))) {
    const home = findHome(mention, groups, stops);
    if (home === null) groups.push([mention]);
    else home.push(mention);
  }
  const order = new Map(mentions.map((mention, at) => [mention, at]));
  const placeOf = (mention: Mention | undefined) => (mention === undefined ? 0 : (order.get(mention) ?? 0));
  for (const group of groups) {
    group.sort((a, b) => placeOf(a) - placeOf(b));
  }
  return groups.toSorted((a, b) => placeOf(a[0]) - placeOf(b[0]));
}

/** A code that only the stack or a bucket shows is too little to tell dumps apart: Windows turns 0xa into 0xd1 later. */
function printsStop({ bugcheck }: Mention): boolean {
  return (
    bugcheck !== null && bugcheck.origin !== 'stack' && bugcheck.origin !== 'bucket' && bugcheck.origin !== 'words'
  );
}

function isSameDump(a: Mention, b: Mention): boolean {
  if (a.source !== b.source || a.bugcheck === null || b.bugcheck === null) {
    return false;
  }
  const verdict = compareStops(a.bugcheck, b.bugcheck);
  return verdict === 'same' || (verdict === 'open' && sharesAddresses(a, b));
}

function findHome(mention: Mention, groups: readonly Mention[][], stops: number): Mention[] | null {
  const sharing = groups.filter((group) =>
    group.some((one) => one.source === mention.source && sharesAddresses(one, mention)),
  );
  if (sharing.length === 1) {
    return sharing[0] ?? null;
  }
  const [only] = groups;
  if (stops !== 1 || groups.length !== 1 || only === undefined) {
    return null;
  }
  const fits = only.every((one) => one.source === mention.source && !contradicts(one, mention));
  return fits ? only : null;
}

function sharesAddresses(a: Mention, b: Mention): boolean {
  const known = addressesOf(a);
  let shared = 0;
  for (const address of addressesOf(b)) {
    shared += known.has(address) ? 1 : 0;
  }
  return shared >= SHARED_ADDRESSES;
}

const addresses = new WeakMap<Mention, ReadonlySet<string>>();

function addressesOf(mention: Mention): ReadonlySet<string> {
  const known = addresses.get(mention);
  if (known !== undefined) {
    return known;
  }
  const found = new Set<string>();
  for (const { text } of mention.lines) {
    for (const [address] of text.matchAll(KERNEL_ADDRESS)) {
      // The top values are error codes and small negative numbers, the same on every machine.
      if (!/^f{7}/i.test(address)) found.add(address.replace('`', '').toLowerCase());
    }
  }
  addresses.set(mention, found);
  return found;
}

/** Two stacks that begin differently are two crashes. */
function contradicts(a: Mention, b: Mention): boolean {
  const [mine, other] = [a.facts.stacks[0]?.frames, b.facts.stacks[0]?.frames];
  return (
    mine !== undefined &&
    other !== undefined &&
    !mine.slice(0, 4).some((frame) => other.slice(0, 4).some((one) => isSameSite(one, frame)))
  );
}

function isSameSite(a: Frame, b: Frame): boolean {
  return a.module === b.module && a.function === b.function && a.offset === b.offset;
}
