import type { Parted } from '#src/cases/case-event.ts';
import type { Paste } from '#src/diagnosis/crash.ts';
import { isRestOfOutput } from '#src/diagnosis/reading/rest-of-output.ts';
import type { StoredPaste } from '#src/ports/case-store.ts';
import { pasteLines } from '#src/reply/paste-lines.ts';
import { splitKept } from './collect-pastes.ts';

/** Messages of one person within this time are parts of one paste: Teams takes about 14,000 characters a message. */
export const PARTS_WITHIN_MS = 10 * 60_000;
/** The reader's own limit; of a longer case, the latest pastes are read. */
const MOST_CHARACTERS = 8_000_000;

/**
 * The pastes of a case as one text with one count of lines. Mentions of one dump may lie in several pastes, so a line
 * number must say which line of all it is: each paste is read behind as many blank lines as the others before it have.
 */
export interface CasePastes {
  /** For the reader: a paste each, so that a dump never runs on from one into the next. */
  readonly read: readonly Paste[];
  /** For quoting: all of them as one. */
  readonly quoted: readonly Paste[];
  /** Where the newest message begins, in the one count of lines. */
  readonly newestFrom: number;
  /** Where the paste begins that the newest message is a part of. */
  readonly latestFrom: number;
  /** Where a line comes from: the message, from 1, and the line in it, for people look for what they sent. */
  readonly originOf: (line: number) => { readonly paste: number; readonly line: number };
}

/** Messages sent within minutes lie together; of more than the reader takes, the latest are read. */
export function joinParts(stored: readonly StoredPaste[], parted: readonly Parted[] = []): CasePastes {
  const groups: Part[][] = [];
  for (const each of stored) {
    const paste = { ...each, how: howOf(each.id, parted) };
    const group = groups.at(-1);
    if (group && isPartOf(group, paste)) {
      group.push(paste);
    } else {
      groups.push([paste]);
    }
  }
  const first = firstToRead(groups);
  return inOneCount(groups.slice(first), groups.slice(0, first).flat().length);
}

/** A paste, and how somebody said that it is to be read; null for nobody. */
type Part = StoredPaste & { readonly how: Parted['how'] | null };

function howOf(id: string, parted: readonly Parted[]): Part['how'] {
  return parted.findLast(({ paste }) => paste === id)?.how ?? null;
}

/**
 * The other way to read a paste of a case that its author sent within minutes of the one before it; null where nothing was
 * sent before, or longer ago.
 */
export function otherWay(id: string, stored: readonly StoredPaste[], parted: readonly Parted[]): Parted['how'] | null {
  const at = stored.findIndex((paste) => paste.id === id);
  const [before, paste] = [stored[at - 1], stored[at]];
  if (!before || !paste || !isWithinParts(before, paste)) {
    return null;
  }
  const how = howOf(id, parted) ?? (isRestOfOutput(before.text, paste.text) ? 'together' : 'apart');
  return how === 'together' ? 'apart' : 'together';
}

/** `skipped` messages lie before the first of these groups. */
function inOneCount(groups: readonly (readonly Part[])[], skipped: number): CasePastes {
  const texts = groups.flat().map(({ text }) => text);
  const messages = startsOf(texts.map(linesIn));
  const pastes = startsOf(groups.map((group) => group.reduce((sum, { text }) => sum + linesIn(text), 0)));
  let before = 0;
  return {
    read: groups.flatMap((group) =>
      toRead(group).map((paste) => {
        const lines = before;
        before += linesIn(paste.text);
        return { ...paste, text: '\n'.repeat(lines) + paste.text };
      }),
    ),
    quoted: [{ source: null, text: texts.join('\n') }],
    newestFrom: (messages.at(-1) ?? 0) + 1,
    latestFrom: (pastes.at(-1) ?? 0) + 1,
    originOf: (line) => {
      const index = Math.max(
        0,
        messages.findLastIndex((start) => start < line),
      );
      return { paste: skipped + index + 1, line: line - (messages[index] ?? 0) };
    },
  };
}

/** A message that was cut amid its output is one with its rest; what begins anew is a paste of its own that follows. */
function toRead(group: readonly Part[]): Paste[] {
  const pastes: Paste[] = [];
  for (const { text, how } of group) {
    const [first = '', ...files] = splitKept(text);
    const before = pastes.at(-1);
    if (before === undefined) {
      pastes.push({ source: null, text: first });
    } else if (how === 'together' || isRestOfOutput(before.text, first)) {
      pastes.splice(-1, 1, { ...before, text: `${before.text}\n${first}` });
    } else {
      pastes.push({ source: null, text: first, follows: true });
    }
    pastes.push(...files.map((file) => ({ source: null, text: file, follows: true })));
  }
  return pastes;
}

/** How many lines lie before each of several texts, one after another. */
function startsOf(lengths: readonly number[]): number[] {
  let sum = 0;
  return lengths.map((length) => {
    sum += length;
    return sum - length;
  });
}

function linesIn(text: string): number {
  return pasteLines(text).count;
}

function firstToRead(groups: readonly (readonly StoredPaste[])[]): number {
  let length = 0;
  for (let index = groups.length - 1; index >= 0; index--) {
    length += groups[index]?.reduce((sum, { text }) => sum + text.length, 0) ?? 0;
    if (length > MOST_CHARACTERS) {
      return Math.min(index + 1, groups.length - 1);
    }
  }
  return 0;
}

function isPartOf(group: readonly Part[], paste: Part): boolean {
  const last = group.at(-1);
  return last !== undefined && paste.how !== 'apart' && (paste.how === 'together' || isWithinParts(last, paste));
}

/** Whether `next` may be a part of what `last` began. */
export function isWithinParts(last: StoredPaste, { author, at }: Pick<StoredPaste, 'author' | 'at'>): boolean {
  return last.author === author && Date.parse(at) - Date.parse(last.at) <= PARTS_WITHIN_MS;
}
