import { addressesOf, addressValue, printAddress } from './frame-row.ts';
import { codeOffset } from './innocent.ts';
import { afterwards } from './paste-end.ts';
import type { PlantText } from './plant-text.ts';
import { stackListings } from './stack-listing.ts';

/** Rows of the listing. */
const WORDS = 16;

/** An address that some earlier call left in the memory of the stack. */
export const rawStack: PlantText = (text, innocent, random) => {
  const words = stackWords(text, random);
  if (!words) {
    return null;
  }
  const offset = codeOffset(innocent, random);
  const { command, like, from, word, known, data } = words;
  const isFree = (at: number) => !known.has(from + BigInt(at) * word);
  const free = Array.from({ length: WORDS }, (_, at) => at).filter(isFree);
  const left = free[Math.floor(random() * free.length)] ?? 0;
  const rows = Array.from({ length: WORDS }, (_, at) => {
    const place = from + BigInt(at) * word;
    const returns = known.get(place);
    const filling = data[Math.floor(random() * data.length)] ?? 0n;
    const [value, symbol] =
      at === left
        ? [innocent.start + offset, `${innocent.module}+0x${offset.toString(16)}`]
        : (returns ?? [filling, '']);
    return `${printAddress(place, like)}  ${printAddress(value, like)}${symbol === '' ? '' : ` ${symbol}`}`;
  });
  return afterwards(text, command, rows);
};

interface StackWords {
  readonly command: string;
  /** An address in the width of the paste. */
  readonly like: string;
  readonly from: bigint;
  readonly word: bigint;
  /** What the paste itself says of the place: the return addresses of its call chain, with the names they lead to. */
  readonly known: ReadonlyMap<bigint, readonly [bigint, string]>;
  /** Values that lie there besides: the arguments of the call chain. */
  readonly data: readonly bigint[];
}

function stackWords(text: string, random: () => number): StackWords | null {
  const listing = stackListings(text.split('\n')).find(({ rows }) =>
    rows.every(({ row }) => addressesOf(row).length > 1),
  );
  const rows = listing?.rows.map(({ row }) => row) ?? [];
  const places = rows.map((row) => addressesOf(row).map(addressValue));
  const at = Math.floor(random() * Math.min(4, rows.length - 1));
  const [like] = rows[at] ? addressesOf(rows[at]) : [];
  const from = places[at]?.[0];
  if (like === undefined || from === undefined) {
    return null;
  }
  const word = from > 0xffff_ffffn ? 8n : 4n;
  const known = new Map<bigint, readonly [bigint, string]>();
  for (const [index, [pointer = 0n, returnsTo = 0n]] of places.entries()) {
    // On x64 the return address lies just below the caller's stack pointer, on x86 just above the frame pointer.
    const next = places[index + 1]?.[0];
    const place = word === 8n ? (next ?? 0n) - word : pointer + word;
    known.set(place, [returnsTo, rows[index + 1]?.symbol ?? '']);
  }
  const to = from + BigInt(WORDS - 1) * word;
  const data = places.flatMap(([, , ...args]) => args).filter((value) => !isCode(value));
  return { command: `dps ${printAddress(from, like)} ${printAddress(to, like)}`, like, from, word, known, data };
}

/** The debugger would print a name beside it. */
function isCode(value: bigint): boolean {
  return value >> 40n === 0xffff_f8n || (value >= 0x8000_0000n && value < 1n << 32n);
}
