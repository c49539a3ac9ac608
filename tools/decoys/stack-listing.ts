import { addressesOf, addressValue, type FrameRow, printFrameRow, readFrameRow, withAddress } from './frame-row.ts';

/** A call chain that the paste prints, by the lines it stands in (from 0). */
export interface StackListing {
  readonly rows: readonly { readonly line: number; readonly row: FrameRow }[];
}

/** A frame to be planted. `address`: where its code lies, which the frame above it returns to. */
export interface PlantedFrame {
  readonly symbol: string;
  readonly address: bigint;
}

/** What the debugger says between two frames; the call chain goes on behind it. */
const NOTE = /^\s{0,20}(?:WARNING: |\*\*\* )/;
const RAW_COMMAND = /(?:^|kd>)\s{0,4}d[dpqs]{1,2}s\b/i;
const UNWIND_WARNING = 'WARNING: Stack unwind information not available. Following frames may be wrong.';
/** What a call takes of the stack at least, in words. */
const SMALLEST_FRAME = 6n;

/** The call chains of a text, first one first; a listing of raw stack memory (`dps`) is none. */
export function stackListings(lines: readonly string[]): StackListing[] {
  const listings: StackListing[] = [];
  let rows: StackListing['rows'][number][] = [];
  const close = () => {
    if (rows.length >= (rows[0]?.row.columns === '' ? 3 : 2) && !isRaw(rows, lines)) {
      listings.push({ rows });
    }
    rows = [];
  };
  for (const [line, text] of lines.entries()) {
    const row = readFrameRow(text);
    if (row) {
      rows.push({ line, row });
    } else if (!NOTE.test(text)) {
      close();
    }
  }
  close();
  return listings;
}

function isRaw(rows: StackListing['rows'], lines: readonly string[]): boolean {
  const from = rows[0]?.line ?? 0;
  if (lines.slice(Math.max(0, from - 3), from).some((line) => RAW_COMMAND.test(line))) {
    return true;
  }
  const places = rows.map(({ row }) => addressesOf(row)[0]).filter((place) => place !== undefined);
  const steps = places.slice(1).map((place, index) => addressValue(place) - addressValue(places[index] ?? place));
  return rows.length > 2 && steps.length > 0 && steps.every((step) => step === 8n || step === 4n);
}

/**
 * Prints frames, upper one first, behind the row `after`: return addresses lead through them, stack pointers rise, numbers
 * count on. A row takes the arguments of the one above it, as one that passes a call on does.
 */
export function insertFrames(
  lines: readonly string[],
  { rows }: StackListing,
  after: number,
  frames: readonly PlantedFrame[],
): string[] {
  const above = rows[after];
  if (!above) {
    return [...lines];
  }
  const { pointers, shift } = stackPointers(rows, after, frames.length);
  const returnsTo = addressesOf(above.row)[1];
  const planted = frames.map((frame, index) => {
    const next = frames[index + 1]?.address ?? (returnsTo === undefined ? null : addressValue(returnsTo));
    return rowLike(above.row, frame.symbol, pointers[index] ?? null, next);
  });
  const changed = new Map<number, string>();
  const count = counter(rows[0]?.row.index ?? null);
  for (const [index, { line, row }] of rows.entries()) {
    const moved = index > after && shift > 0n ? shifted(row, shift) : row;
    const numbered = index > after ? count(moved, index + frames.length) : moved;
    changed.set(line, printFrameRow(index === after ? leadsTo(numbered, frames[0]) : numbered));
  }
  return lines.flatMap((text, line) => {
    const printed = changed.get(line) ?? text;
    return line === above.line
      ? [printed, ...planted.map((row, index) => printFrameRow(count(row, after + 1 + index)))]
      : [printed];
  });
}

/**
 * Where a 32-bit debugger meets the first driver without symbols it says so, once.
 * @param symbol of the frame that has none
 */
export function withUnwindWarning(lines: readonly string[], symbol: string): string[] {
  const at = lines.findIndex((line) => readFrameRow(line)?.symbol === symbol);
  const listing = stackListings(lines).find(({ rows }) => rows.some(({ line }) => line === at));
  const [first, last] = [listing?.rows[0]?.line ?? at, listing?.rows.at(-1)?.line ?? at];
  const said = lines.findIndex((line, index) => index >= first - 1 && index < last && line.trim() === UNWIND_WARNING);
  if (at === -1 || (said !== -1 && said < at)) {
    return [...lines];
  }
  const without = lines.map((line, index) => (index === said ? null : line));
  return without.flatMap((line, index) => (line === null ? [] : index === at ? [UNWIND_WARNING, line] : [line]));
}

function leadsTo(row: FrameRow, frame: PlantedFrame | undefined): FrameRow {
  return frame && addressesOf(row).length > 1 ? withAddress(row, 1, frame.address) : row;
}

function rowLike(row: FrameRow, symbol: string, pointer: bigint | null, returnsTo: bigint | null): FrameRow {
  const named = { ...row, symbol, rest: row.rest.trim() === '...' ? row.rest : '' };
  const placed = pointer === null ? named : withAddress(named, 0, pointer);
  return returnsTo === null ? placed : withAddress(placed, 1, returnsTo);
}

/** Numbers in the width of the listing's first one; a listing without numbers stays without. */
function counter(first: string | null): (row: FrameRow, at: number) => FrameRow {
  if (first === null) {
    return (row) => row;
  }
  const start = Number.parseInt(first, 16);
  return (row, at) => {
    const index = (start + at).toString(16).padStart(first.length, '0');
    const width = (row.indent + (row.index ?? '')).length;
    return { ...row, index, indent: row.indent === '' ? '' : ' '.repeat(Math.max(0, width - index.length)) };
  };
}

/** Room between two frames is shared; where there is too little, all below move down the stack. */
function stackPointers(
  rows: StackListing['rows'],
  after: number,
  count: number,
): { pointers: (bigint | null)[]; shift: bigint } {
  const [here, next] = [pointerOf(rows[after]?.row), pointerOf(rows[after + 1]?.row)];
  if (here === null) {
    return { pointers: Array.from({ length: count }, () => null), shift: 0n };
  }
  const word = here > 0xffff_ffffn ? 8n : 4n;
  const needed = word * SMALLEST_FRAME;
  const room = next === null ? 0n : next - here;
  const share = room / BigInt(count + 1) - ((room / BigInt(count + 1)) % (word * 2n));
  const isRoom = share >= needed && room < 0x4000n;
  const step = isRoom ? share : needed;
  return {
    pointers: Array.from({ length: count }, (_, index) => here + step * BigInt(index + 1)),
    shift: isRoom || next === null || room < 0n || room >= 0x4000n ? 0n : needed * BigInt(count),
  };
}

function pointerOf(row: FrameRow | undefined): bigint | null {
  const [pointer] = row ? addressesOf(row) : [];
  return pointer === undefined ? null : addressValue(pointer);
}

/** User frames lie on another stack. */
function shifted(row: FrameRow, shift: bigint): FrameRow {
  const pointer = pointerOf(row);
  const isKernel =
    pointer !== null && (pointer > 0xffff_0000_0000_0000n || (pointer >= 0x8000_0000n && pointer < 1n << 32n));
  return isKernel ? withAddress(row, 0, pointer + shift) : row;
}
