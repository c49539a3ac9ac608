/** How many dumps a text shows. */
export interface Dumps {
  readonly dumps: number;
}

/** A text that was read together with what was pasted before it: how many of its dumps begin in that. */
export interface Joined extends Dumps {
  readonly begun: number;
}

/** What there is when a paste is answered, of cases and readings of whatever form. */
export interface Known<OfCase, Read extends Dumps> {
  /** It may be the further part of a dump: debugger output, but not the top of it. */
  readonly isFurther: boolean;
  /** The case that it names; under way where its author has put something into it just before. */
  readonly named: { readonly reminded: OfCase; readonly isUnderway: boolean } | null;
  /** What its author pasted just before and it may be the rest of, with the case of that, if any. */
  readonly before: { readonly reminded: OfCase | null } | null;
  /** The reading of it alone; absent until it was looked at. */
  readonly alone?: Read;
  /** The reading together with what was pasted before; absent until it was looked at. */
  readonly joined?: Read & Joined;
}

/** `asRest`: it is told that it was taken for the rest of what was pasted before. */
export type Decision<OfCase, Read> =
  /** Not to be told yet: it has to be diagnosed, alone or with what was pasted before. */
  | { readonly kind: 'look'; readonly at: 'alone' | 'joined' }
  | { readonly kind: 'file'; readonly into: OfCase; readonly asRest: boolean }
  | { readonly kind: 'show'; readonly read: Read; readonly asRest: boolean }
  | { readonly kind: 'no-dump' };

/**
 * What becomes of a paste. A diagnosis takes seconds, so each is asked for only where the answer hangs on it. A case reads
 * all of its pastes together when one joins it: with that it is two diagnoses a message at most.
 */
export function decidePaste<OfCase, Read extends Dumps>({
  isFurther,
  named,
  before,
  alone,
  joined,
}: Known<OfCase, Read>): Decision<OfCase, Read> {
  if (named && isFurther && named.isUnderway) {
    return { kind: 'file', into: named.reminded, asRest: false };
  }
  if (named && !alone) {
    return { kind: 'look', at: 'alone' };
  }
  if (named && alone && alone.dumps > 0) {
    return { kind: 'file', into: named.reminded, asRest: false };
  }
  if (before && !joined) {
    return { kind: 'look', at: 'joined' };
  }
  if (before && joined && isOneMatter(joined)) {
    if (!named && before.reminded) {
      return { kind: 'file', into: before.reminded, asRest: true };
    }
    if (joined.dumps > 0) {
      return { kind: 'show', read: joined, asRest: true };
    }
  }
  if (!alone) {
    return { kind: 'look', at: 'alone' };
  }
  return alone.dumps > 0 ? { kind: 'show', read: alone, asRest: false } : { kind: 'no-dump' };
}

/** A dump that begins in the later part is another matter, unless it is the only one. */
function isOneMatter({ dumps, begun }: Joined): boolean {
  return dumps <= Math.max(1, begun);
}
