import { bareCode, meantCode } from '../knowledge/stop-code.ts';
import { areSameDump } from './machine-facts.ts';
import type { Mention } from './mention.ts';
import { areOtherDumps, compareStarts } from './other-dump.ts';
import { compareStops } from './same-stop.ts';
import { areTwoDumps } from './two-dumps.ts';

const SHARED_ADDRESSES = 2;

/**
 * Joins the mentions of one dump within one source (in another file its line numbers would mean other lines; correlation
 * links those): same code and arguments, or same code and name of the dump. What contradicts one mention of a dump is no other
 * mention of it. Output without a stop code goes, first rule first,
 * - to the dump whose addresses it shares (they differ at each start of a machine),
 * - to the dump under the same heading (`dump 2`); under another heading it is a dump of its own,
 * - to what was sent right before it, unless something contradicts,
 * - to the only dump of the source, unless something contradicts.
 * Groups stand in the order of the paste.
 */
export function mergeMentions(mentions: readonly Mention[]): Mention[][] {
  const order = new Map(mentions.map((mention, at) => [mention, at]));
  const placeOf = (mention: Mention | undefined) => (mention === undefined ? 0 : (order.get(mention) ?? 0));
  const groups = mergeShown(mentions.filter((mention) => !isOnlyTold(mention)));
  for (const mention of mentions.filter(isOnlyTold)) {
    addTold(mention, groups);
  }
  for (const group of groups) {
    group.sort((a, b) => placeOf(a) - placeOf(b));
  }
  return groups.toSorted((a, b) => placeOf(a[0]) - placeOf(b[0]));
}

/** Nothing of the mention is output: somebody tells of a stop. */
export function isOnlyTold({ bugcheck, facts }: Pick<Mention, 'bugcheck' | 'facts'>): boolean {
  const { stacks, registers, fields, modules, instructions } = facts;
  return (
    bugcheck?.told === true && [stacks, registers, fields, modules, instructions].every(({ length }) => length === 0)
  );
}

/**
 * What is told beside the only dump of a text is told of that dump, if it is of its stop. Where several dumps are shown, or
 * another stop is, it is a crash only under a heading of its own: a word on an earlier one is no second crash.
 */
function addTold(mention: Mention, groups: Mention[][]): void {
  const near = groups.filter((group) => group.some(({ source }) => source === mention.source));
  const shown = near.filter((group) => !group.every(isOnlyTold));
  const same = near.find(
    (group) => group.some((one) => isSameStop(one, mention)) && !(isRow(mention) && group.some(isRow)),
  );
  if (same !== undefined) {
    if (shown.length <= 1) {
      same.push(mention);
    }
  } else if (shown.length === 0 || mention.heading !== null || isRow(mention) || isSurelyApart(mention, shown)) {
    groups.push([mention]);
  }
}

/** "Yesterday it stopped with 0x50" in one message, and in the next the dump of another stop. */
function isSurelyApart({ bugcheck }: Mention, shown: readonly Mention[][]): boolean {
  return bugcheck?.apart === true && shown.length === 1 && shown.every((group) => group.some(printsStop));
}

function isSameStop(one: Mention, other: Mention): boolean {
  const [mine, its] = [one, other].map(({ bugcheck }) => bugcheck && meantCode(bugcheck));
  // Two rows of a table of crashes are two crashes.
  const areRows = isRow(one) && isRow(other);
  return !areRows && mine != null && its != null && bareCode(mine) === bareCode(its);
}

function isRow({ facts }: Mention): boolean {
  return facts.bugchecks.some(({ row }) => row !== undefined);
}

function mergeShown(mentions: readonly Mention[]): Mention[][] {
  const groups: Mention[][] = [];
  for (const mention of mentions.filter(printsStop)) {
    const same = groups.find(
      (group) => group.some((one) => isSameDump(one, mention)) && !group.some((one) => areApart(one, mention)),
    );
    if (same === undefined) {
      groups.push([mention]);
    } else {
      same.push(mention);
    }
  }
  const stops = groups.length;
  const homes = new Map(groups.flatMap((group) => group.map((mention) => [mention, group] as const)));
  for (const [at, mention] of mentions.entries()) {
    if (printsStop(mention)) {
      continue;
    }
    const before = homes.get(mentions[at - 1] ?? mention) ?? null;
    const isAbove = (one: Mention) => mentions.indexOf(one) < at;
    const home = findHome(mention, groups, stops, before, isAbove) ?? [];
    if (home.length === 0) {
      groups.push(home);
    }
    home.push(mention);
    homes.set(mention, home);
  }
  return groups;
}

/** A code that only the stack or a bucket shows is too little to tell dumps apart: Windows turns 0xa into 0xd1 later. */
function printsStop({ bugcheck }: Mention): boolean {
  return (
    bugcheck !== null && bugcheck.origin !== 'stack' && bugcheck.origin !== 'bucket' && bugcheck.origin !== 'words'
  );
}

function isSameDump(a: Mention, b: Mention): boolean {
  if (a.source !== b.source || a.bugcheck === null || b.bugcheck === null || areApart(a, b)) {
    return false;
  }
  const verdict = compareStops(a.bugcheck, b.bugcheck);
  return verdict === 'same' || (verdict === 'open' && (sharesAddresses(a, b) || isOfOneName(a, b)));
}

function areApart(a: Mention, b: Mention): boolean {
  return areTwoDumps(compareStarts(a, b), a.facts.systems, b.facts.systems);
}

function isOfOneName(a: Mention, b: Mention): boolean {
  return isSameStop(a, b) && areSameDump(a.facts.systems, b.facts.systems);
}

function findHome(
  mention: Mention,
  groups: readonly Mention[][],
  stops: number,
  before: Mention[] | null,
  isAbove: (one: Mention) => boolean,
): Mention[] | null {
  const isOfSource = ({ source }: Mention) => source === mention.source;
  const known = groups.filter((group) => group.some((one) => isOfSource(one) && showsSameStart(one, mention)));
  if (known.length === 1) {
    return known[0] ?? null;
  }
  if (mention.heading !== null) {
    const { label } = mention.heading;
    const named = groups.filter((group) => group.some((one) => label !== null && one.heading?.label === label));
    return named.length === 1 ? (named[0] ?? null) : null;
  }
  // What stands above a heading is not of the dump that the heading names.
  const isApart = (one: Mention) => one.heading !== null && !isAbove(one);
  const fits = (group: readonly Mention[]) =>
    group.every((one) => isOfSource(one) && !isApart(one) && !areOtherDumps(one, mention));
  if (mention.follows && before !== null && fits(before)) {
    return before;
  }
  const [only] = groups;
  return stops === 1 && groups.length === 1 && only !== undefined && fits(only) ? only : null;
}

function showsSameStart(a: Mention, b: Mention): boolean {
  return sharesAddresses(a, b) || compareStarts(a, b) === 'same';
}

function sharesAddresses(a: Mention, b: Mention): boolean {
  const known = a.addresses();
  let shared = 0;
  for (const address of b.addresses()) {
    shared += known.has(address) ? 1 : 0;
  }
  return shared >= SHARED_ADDRESSES;
}
