import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** The PNG specification (https://www.w3.org/TR/png-3/), as far as a screenshot goes: eight bits, colours without alpha, not interlaced. */
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const TRUE_COLOUR = 2;
const INDEXED = 3;
const BYTES_A_PIXEL = 3;
const MOST_COLOURS = 256;

/**
 * The same picture with a palette, which takes a third of the bytes where text is all that it shows: Chromium writes each pixel
 * in full. Steps of a colour that no eye tells apart are one. Throws where it is no such picture.
 */
export function smallPng(png: Uint8Array): Buffer {
  const chunks = chunksOf(Buffer.from(png));
  const head = chunks.find(({ type }) => type === 'IHDR')?.data;
  if (head?.[8] !== 8 || head[9] !== TRUE_COLOUR || head[12] !== 0) {
    throw new Error('This is no screenshot as Chromium writes them.');
  }
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const packed = chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data);
  const pixels = unfiltered(inflateSync(Buffer.concat(packed)), width, height);
  for (let step = 1; ; step *= 2) {
    const indexed = withPalette(pixels, width, height, step);
    if (indexed) {
      const newHead = Buffer.from(head);
      newHead[9] = INDEXED;
      const data = deflateSync(indexed.rows, { level: 9 });
      const parts = [chunk('IHDR', newHead), chunk('PLTE', indexed.palette), chunk('IDAT', data)];
      return Buffer.concat([SIGNATURE, ...parts, chunk('IEND', Buffer.alloc(0))]);
    }
  }
}

function chunksOf(png: Buffer): { type: string; data: Buffer }[] {
  const chunks: { type: string; data: Buffer }[] = [];
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** Each row is written as differences from what is left of it and above (section 9, "Filtering"). */
function unfiltered(rows: Buffer, width: number, height: number): Buffer {
  const length = width * BYTES_A_PIXEL;
  const pixels = Buffer.alloc(length * height);
  for (let y = 0; y < height; y++) {
    const filter = rows[y * (length + 1)] ?? 0;
    for (let x = 0; x < length; x++) {
      const at = y * length + x;
      const left = x < BYTES_A_PIXEL ? 0 : (pixels[at - BYTES_A_PIXEL] ?? 0);
      const above = y === 0 ? 0 : (pixels[at - length] ?? 0);
      const corner = y === 0 || x < BYTES_A_PIXEL ? 0 : (pixels[at - length - BYTES_A_PIXEL] ?? 0);
      const guessed = [0, left, above, (left + above) >> 1, nearest(left, above, corner)][filter] ?? 0;
      pixels[at] = (rows[y * (length + 1) + 1 + x] ?? 0) + guessed;
    }
  }
  return pixels;
}

/** The Paeth predictor. */
function nearest(left: number, above: number, corner: number): number {
  const [toLeft, toAbove] = [Math.abs(above - corner), Math.abs(left - corner)];
  const toCorner = Math.abs(left + above - 2 * corner);
  if (toLeft <= toAbove && toLeft <= toCorner) {
    return left;
  }
  return toAbove <= toCorner ? above : corner;
}

/** Null where there are more colours than a palette holds. */
function withPalette(pixels: Buffer, width: number, height: number, step: number) {
  const numbers = new Map<number, number>();
  const rows = Buffer.alloc((width + 1) * height);
  for (let at = 0; at < width * height; at++) {
    const colour = pixels.readUIntBE(at * BYTES_A_PIXEL, BYTES_A_PIXEL);
    const rounded = rounding(colour, step);
    const number = numbers.get(rounded) ?? numbers.size;
    if (number >= MOST_COLOURS) {
      return null;
    }
    numbers.set(rounded, number);
    rows[at + Math.floor(at / width) + 1] = number;
  }
  const palette = Buffer.alloc(numbers.size * BYTES_A_PIXEL);
  for (const [colour, number] of numbers) {
    palette.writeUIntBE(colour, number * BYTES_A_PIXEL, BYTES_A_PIXEL);
  }
  return { rows, palette };
}

/** Each part of a colour to the next step; white stays white. */
function rounding(colour: number, step: number): number {
  const part = (shift: number) => Math.min(255, Math.round(((colour >> shift) & 255) / step) * step);
  return (part(16) << 16) | (part(8) << 8) | part(0);
}
