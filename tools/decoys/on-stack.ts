import { addressesOf, addressValue, type FrameRow } from './frame-row.ts';
import { codeOffset, type Innocent, is64Bit } from './innocent.ts';
import type { FindSeams, Seam, SeamFrame } from './seams.ts';
import {
  insertFrames,
  type PlantedFrame,
  type StackListing,
  stackListings,
  withUnwindWarning,
} from './stack-listing.ts';

/**
 * Plants frames at one seam of a text, in every listing that shows that seam: what a debugger prints twice says the same.
 * @returns null where no call chain of the text has such a seam
 */
export function plantOnStack(
  text: string,
  findSeams: FindSeams,
  innocent: Innocent,
  random: () => number,
): string | null {
  let lines: readonly string[] = text.split('\n');
  const listings = stackListings(lines);
  const offset = codeOffset(innocent, random);
  const found = listings.map((listing) => ({ listing, seams: findSeams(listing.rows.map(({ row }) => row)) }));
  const candidates = found.find(({ seams }) => seams.length > 0);
  const chosen = candidates?.seams[Math.floor(random() * candidates.seams.length)];
  if (!candidates || !chosen) {
    return null;
  }
  const mark = markOf(candidates.listing, chosen);
  const symbol = `${innocent.module}+0x${offset.toString(16)}`;
  // The last one first: what is planted moves the lines below it.
  for (const { listing, seams } of found.reverse()) {
    const seam = seams.find((one) => markOf(listing, one) === mark);
    if (seam) {
      const frames = seam.frames.map((frame) =>
        frame === 'innocent' ? { symbol, address: innocent.start + offset } : windowsFrame(frame, listing, random),
      );
      lines = insertFrames(lines, listing, seam.after, frames);
    }
  }
  return (is64Bit(text) || !hasColumns(candidates.listing) ? lines : withUnwindWarning(lines, symbol)).join('\n');
}

/** Call chains of one thread agree in the names around the seam. */
function markOf({ rows }: StackListing, { after }: Seam): string {
  return [after, after + 1].map((at) => rows[at]?.row.symbol ?? '').join(' | ');
}

function hasColumns({ rows }: StackListing): boolean {
  return rows.some(({ row }) => addressesOf(row).length > 0);
}

function windowsFrame(
  frame: Exclude<SeamFrame, 'innocent'>,
  listing: StackListing,
  random: () => number,
): PlantedFrame {
  const symbol = `${frame.module}!${frame.function}${frame.offset === '' ? '' : `+${frame.offset}`}`;
  const rows = listing.rows.map(({ row }) => row);
  return { symbol, address: addressOf(symbol, rows) ?? addressNear(frame.module, rows, random) };
}

/** The return address that leads to a symbol stands in the row above it. */
function addressOf(symbol: string, rows: readonly FrameRow[]): bigint | null {
  const above = rows[rows.findIndex((row) => row.symbol === symbol) - 1];
  const returnsTo = above && addressesOf(above)[1];
  return returnsTo === undefined ? null : addressValue(returnsTo);
}

/** Somewhere in the same module; of a module that is not on the stack, somewhere among the code that is. */
function addressNear(module: string, rows: readonly FrameRow[], random: () => number): bigint {
  const own = rows.findIndex((row, at) => at > 0 && row.module === module);
  const known = own === -1 ? null : addressOf(rows[own]?.symbol ?? '', rows);
  const any = rows.map((row) => addressesOf(row)[1]).find((address) => address !== undefined);
  const from = known ?? (any === undefined ? 0n : addressValue(any) + 0x200_0000n);
  return from + BigInt(0x100 + Math.floor(random() * 0x4000));
}
