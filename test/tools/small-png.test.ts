import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { smallPng } from '#tools/pictures/small-png.ts';

const WIDTH = 2;
/** Two pixels a row, one row for each way of writing it: plain, from the left, from above, from both, from the nearest. */
const ROWS = [
  [0, 10, 20, 30, 40, 50, 60],
  [1, 1, 1, 1, 2, 2, 2],
  [2, 9, 19, 29, 37, 47, 57],
  [3, 5, 10, 15, 15, 15, 15],
  [4, 0, 0, 0, 0, 0, 0],
];
/** The colours that those rows mean. */
const MEANT = [
  ['0a141e', '28323c'],
  ['010101', '030303'],
  ['0a141e', '28323c'],
  ['0a141e', '28323c'],
  ['0a141e', '28323c'],
];

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const numbers = Buffer.alloc(8);
  numbers.writeUInt32BE(data.length, 0);
  numbers.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([numbers.subarray(0, 4), named, numbers.subarray(4)]);
}

function aPng(colourType: number): Buffer {
  const head = Buffer.from([0, 0, 0, WIDTH, 0, 0, 0, ROWS.length, 8, colourType, 0, 0, 0]);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = deflateSync(Buffer.from(ROWS.flat()));
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

function dataOf(png: Buffer, type: string): Buffer {
  const at = png.indexOf(type, 0, 'latin1');
  return png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4));
}

test('a picture with a palette shows the same colours, whatever way its rows were written', () => {
  const small = smallPng(aPng(2));
  const palette = dataOf(small, 'PLTE');
  const rows = inflateSync(dataOf(small, 'IDAT'));
  const shown = ROWS.map((_, y) =>
    Array.from({ length: WIDTH }, (_, x) => {
      const number = rows[y * (WIDTH + 1) + 1 + x] ?? 0;
      return palette.toString('hex', number * 3, number * 3 + 3);
    }),
  );
  assert.deepEqual(shown, MEANT);
});

test('what is no screenshot is refused', () => {
  assert.throws(() => smallPng(aPng(6)), /no screenshot/);
});
