import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeText } from '#src/diagnosis/intake/decode-text.ts';

const LOG =
  '0: kd> k\r\n # Child-SP          RetAddr               Call Site\r\n00 ffff8000`11112222 nt!KeBugCheckEx\r\n';
/** More Chinese than ASCII, with letters whose code ends in two zeros (一) and the wide space. */
const PROSE = '一台服务器在客户处反复蓝屏，一共三次。\u3000请帮忙看一下是哪个驱动的问题，谢谢。\r\n'.repeat(9);

function bigEndian(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}

test('UTF-16 is read in either order, with a mark and without, also where it is mostly Chinese', () => {
  for (const text of [LOG, `${PROSE}${LOG}`, PROSE]) {
    assert.equal(decodeText(Buffer.from(`\ufeff${text}`, 'utf16le')), text);
    assert.equal(decodeText(bigEndian(`\ufeff${text}`)), text);
    assert.equal(decodeText(Buffer.from(text, 'utf16le')), text);
    assert.equal(decodeText(bigEndian(text)), text);
  }
});

test('UTF-8 is read with a mark and without, also where it was cut within a letter', () => {
  assert.equal(decodeText(Buffer.from(`\ufeff${PROSE}`)), PROSE);
  const cut = Buffer.from(PROSE).subarray(0, 7);
  assert.match(decodeText(cut) ?? '', /^一台\ufffd$/);
});

test('GB 18030 is read, down to its letters of four bytes', () => {
  const bytes = [0xc0, 0xb6, 0xc6, 0xc1, 0x0d, 0x0a, 0x98, 0x35, 0xee, 0x37, 0x0d, 0x0a];
  assert.equal(decodeText(Buffer.from([...Buffer.from(LOG), ...bytes])), `${LOG}蓝屏\r\n𪚥\r\n`);
});

test('a zero that a log holds by accident does not make it a binary file', () => {
  const text = LOG.repeat(20);
  assert.equal(decodeText(Buffer.from(`${text}\0${text}`)), `${text}\ufffd${text}`);
});

test('binary files are none of these, with zeros in them and without', () => {
  const random = Buffer.alloc(4096);
  let seed = 7;
  for (let at = 0; at < random.length; at++) {
    seed = (seed * 1103515245 + 12345) % 2 ** 31;
    random[at] = 1 + ((seed >> 8) % 255);
  }
  assert.equal(decodeText(random), null, 'packed data without a zero');
  assert.equal(decodeText(Buffer.from('MZ\0\0\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0'.repeat(99), 'latin1')), null);
  const zeros = Buffer.alloc(2048);
  assert.equal(decodeText(zeros), null, 'a sparse file');
  const pairs = Buffer.from(Array.from({ length: 2048 }, (_, at) => (at % 2 === 0 ? (at * 31) % 32 : 0)));
  assert.equal(decodeText(pairs), null, 'small numbers of two bytes');
});
