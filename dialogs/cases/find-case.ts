import { mentionedNumbers } from '#src/cases/customer-number.ts';
import type { Reminded } from '#src/follow-ups/next-follow-up.ts';
import { type Place, threadOf } from '#src/ports/place.ts';
import type { Tools } from '../dialog.ts';

/** The case that a number means: ours, else the customer's. The youngest where a customer's number stands twice. */
export async function findCase(ref: string, place: Place, { cases }: Tools): Promise<Reminded | null> {
  if (/^\d{1,9}$/.test(ref)) {
    const own = await cases.find(place, Number(ref));
    if (own) {
      return own;
    }
  }
  const all = await cases.list(place);
  return all.findLast(({ case: it }) => it.customerNumber?.toLowerCase() === ref.toLowerCase()) ?? null;
}

/** "In case 3 of the tries it froze" names none. */
const NAMED = /(?<!\bin )(?<=^|[\s[(（【])(?:case|案例|案件|工单) ?#?(?<number>\d{1,9})(?![\w.-])/i;
/** Where people write what a paste belongs to: before it. A subject line may stand further down. */
const HEAD = 400;
/** A shorter number may stand anywhere in debugger output by chance: only the head counts. */
const DISTINCT = 8;
const SHORTEST = 4;

/**
 * The case that a paste belongs to: the one it names at its beginning, the one whose customer's number it holds, the
 * one whose thread it was sent in. Null where it says nothing, or names several customers' numbers.
 */
export async function caseOfPaste(text: string, place: Place, said: Place, tools: Tools): Promise<Reminded | null> {
  const all = await tools.cases.list(place);
  if (all.length === 0) {
    return null;
  }
  const { number: named } = NAMED.exec(text.slice(0, HEAD))?.groups ?? {};
  const own = named && all.find(({ case: it }) => it.number === Number(named));
  if (own) {
    return own;
  }
  const numbers = await numbersIn(text, all);
  const numbered = all.filter(({ case: it }) => numbers.has(it.customerNumber?.toLowerCase() ?? ''));
  if (numbered.length === 1) {
    return numbered[0] ?? null;
  }
  const thread = threadOf(said);
  const number = thread === null ? null : await tools.cases.inThread(place, thread);
  return all.find(({ case: it }) => it.number === number) ?? null;
}

/** Characters looked at in one go: everybody else waits meanwhile. */
const PIECE = 512 * 1024;
/** Pieces overlap by what a number takes, so that none is cut in two. */
const LONGEST = 200;

async function numbersIn(text: string, all: readonly Reminded[]): Promise<ReadonlySet<string>> {
  const numbers = all.map(({ case: it }) => it.customerNumber ?? '').filter(({ length }) => length >= SHORTEST);
  const isDistinct = ({ length }: string) => length >= DISTINCT;
  const found = new Set(
    mentionedNumbers(
      text.slice(0, HEAD),
      numbers.filter((number) => !isDistinct(number)),
    ),
  );
  const distinct = numbers.filter(isDistinct);
  for (let from = 0; from < text.length && distinct.length > 0; from += PIECE) {
    for (const number of mentionedNumbers(pieceOf(text, from), distinct)) {
      found.add(number);
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  return found;
}

/** Where a piece is cut, a word may go on: a sign that belongs to words stands for the rest of it. */
function pieceOf(text: string, from: number): string {
  const to = from + PIECE;
  const before = from === 0 ? '' : `-${text.slice(from - LONGEST, from)}`;
  return `${before}${text.slice(from, to)}${to < text.length ? '-' : ''}`;
}
