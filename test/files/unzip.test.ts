import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strToU8, Zip, ZipDeflate, ZipPassThrough, zipSync } from 'fflate';
import { readBytes } from '#src/files/read-bytes.ts';
import { unzip } from '#src/files/unzip.ts';
import type { FileRead } from '#src/ports/file-reader.ts';

const LOG = '0: kd> k\r\n # Child-SP          RetAddr\r\n00 ffff8000`11112222 fffff800`33334444\r\n';

/** Names of the texts that were read, and of what was not, with the reason. */
function told(read: FileRead): unknown {
  if (read.kind !== 'unpacked') {
    return read.kind === 'text' ? 'text' : read.reason;
  }
  return [...read.texts.map(({ name }) => name), ...read.refused.map(({ name, reason }) => `${name}: ${reason}`)];
}

/** As programs write it that know no size before they are done: behind each entry. */
function streamed(names: readonly string[], text: string): Uint8Array {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    assert.equal(error, null);
    chunks.push(chunk);
  });
  for (const name of names) {
    const entry = new ZipDeflate(name);
    zip.add(entry);
    entry.push(strToU8(text.slice(0, 20)));
    entry.push(strToU8(text.slice(20)), true);
  }
  zip.end();
  return Buffer.concat(chunks);
}

test('the texts of a zip are read, each under its own name', () => {
  const zip = zipSync({ 'a.txt': strToU8(LOG), 'logs/b.log': strToU8(`\ufeff${LOG}`) });
  const read = readBytes('two.zip', zip);
  assert.deepEqual(read, {
    kind: 'unpacked',
    texts: [
      { name: 'two.zip/a.txt', text: LOG },
      { name: 'two.zip/logs/b.log', text: LOG },
    ],
    refused: [],
  });
});

test('stored and streamed entries are read, also where the packer adds files of its own', () => {
  assert.deepEqual(told(readBytes('s.zip', zipSync({ 'a.txt': strToU8(LOG) }, { level: 0 }))), ['s.zip/a.txt']);
  const mac = streamed(['a.txt', '__MACOSX/._a.txt', '.DS_Store', 'b.txt'], LOG.repeat(50));
  assert.deepEqual(told(readBytes('m.zip', mac)), ['m.zip/a.txt', 'm.zip/b.txt']);
});

test('UTF-16 and GB 18030 are read inside a zip, and so are names in a Chinese code page', () => {
  const name = Buffer.from([0xc0, 0xb6, 0xc6, 0xc1, 0x2e, 0x74, 0x78, 0x74]).toString('latin1');
  const zip = Buffer.from(zipSync({ [name]: Buffer.from(`\ufeff${LOG}蓝屏`, 'utf16le') }));
  // fflate marks the name as UTF-8 and writes it so; an old packer writes the bytes as they are.
  const asWritten = zipSync({ 'AAAA.txt': Buffer.from([...Buffer.from(LOG), 0xc0, 0xb6, 0xc6, 0xc1]) });
  const old = Buffer.from(asWritten);
  for (let at = old.indexOf('AAAA.txt'); at >= 0; at = old.indexOf('AAAA.txt', at + 1)) {
    Buffer.from([0xc0, 0xb6, 0xc6, 0xc1]).copy(old, at);
  }
  assert.equal(readBytes('w.zip', zip).kind, 'unpacked');
  assert.deepEqual(readBytes('old.zip', old), {
    kind: 'unpacked',
    texts: [{ name: 'old.zip/蓝屏.txt', text: `${LOG}蓝屏` }],
    refused: [],
  });
});

test('what is no text in a zip is named with its reason, and its texts are read all the same', () => {
  const zip = zipSync({
    'memory.dmp': strToU8('MDMP'),
    'photo.jpg': new Uint8Array([0xff, 0xd8, 0xff, 0xe0]),
    'renamed.txt': strToU8('PAGEDU64 and so on'),
    'inner.zip': zipSync({ 'a.txt': strToU8(LOG) }),
    'tool.exe': Buffer.from('MZ\0\0\0\0\0\0\0\0'),
    'empty.txt': new Uint8Array(),
    'analyze.txt': strToU8(LOG),
  });
  assert.deepEqual(told(readBytes('z.zip', zip)), [
    'z.zip/analyze.txt',
    'z.zip/memory.dmp: dump',
    'z.zip/photo.jpg: picture',
    'z.zip/renamed.txt: dump',
    'z.zip/inner.zip: archive',
    'z.zip/tool.exe: not-text',
    'z.zip/empty.txt: empty',
  ]);
});

test('a zip bomb is refused before it takes memory, whatever it claims to be', () => {
  const bomb = zipSync({ 'a.txt': new Uint8Array(64 * 1024 * 1024) }, { level: 6 });
  const before = process.memoryUsage().arrayBuffers;
  assert.deepEqual(unzip(bomb), { kind: 'refused', reason: 'unpacks-too-big' });
  const grown = process.memoryUsage().arrayBuffers - before;
  assert.ok(grown < 32 * 1024 * 1024, `${grown} bytes were held`);
  // The size that stands in front of the data is a claim: here it says one byte.
  const lying = Buffer.from(bomb);
  lying.writeUInt32LE(1, 22);
  lying.writeUInt32LE(1, lying.indexOf('PK\x01\x02', 0, 'latin1') + 24);
  assert.deepEqual(unzip(lying), { kind: 'refused', reason: 'unpacks-too-big' });
});

test('many entries that are small alone are counted together', () => {
  const text = strToU8(Array.from({ length: 20_000 }, (_, i) => `${i * 7919} fffff800`).join('\n'));
  const entries = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`${i}.txt`, text]));
  assert.deepEqual(unzip(zipSync(entries, { level: 1 })), { kind: 'refused', reason: 'unpacks-too-big' });
});

test('a text that packs like no debugger output does is refused below the size of a bomb, too', () => {
  const packed = zipSync({ 'a.txt': strToU8('a'.repeat(3 * 1024 * 1024)) }, { level: 9 });
  assert.deepEqual(unzip(packed), { kind: 'refused', reason: 'unpacks-too-big' });
  const row = '00 ffff8000`11112222 fffff800`33334444 nt!KeBugCheckEx\n';
  const log = Array.from({ length: 60_000 }, (_, i) => `${i.toString(16)} ${row}`).join('');
  assert.equal(unzip(zipSync({ 'a.txt': strToU8(log) })).kind, 'entries', `${log.length} bytes of stack are no bomb`);
});

test('more entries than any collection of logs has are refused', () => {
  const entries = Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`${i}.txt`, strToU8('k')]));
  assert.deepEqual(unzip(zipSync(entries)), { kind: 'refused', reason: 'holds-too-many' });
  delete (entries as Record<string, Uint8Array>)['200.txt'];
  assert.equal(unzip(zipSync(entries)).kind, 'entries');
});

test('a dump in a zip stays packed: its size does not count', () => {
  const zip = zipSync({ 'MEMORY.DMP': new Uint8Array(20 * 1024 * 1024), 'analyze.txt': strToU8(LOG) }, { level: 1 });
  assert.deepEqual(told(readBytes('m.zip', zip)), ['m.zip/analyze.txt', 'm.zip/MEMORY.DMP: dump']);
});

test('a zip with a password, a cut one and a damaged one are told apart', () => {
  const whole = Buffer.from(zipSync({ 'a.txt': strToU8(LOG.repeat(99)), 'b.txt': strToU8(LOG.repeat(98)) }));
  const locked = Buffer.from(whole);
  locked[6] = (locked[6] ?? 0) | 1;
  locked.fill(0xa5, 35, 90);
  assert.equal(told(readBytes('l.zip', locked)), 'locked');
  assert.equal(told(readBytes('c.zip', whole.subarray(0, whole.length / 3))), 'damaged');
  const damaged = Buffer.from(whole);
  damaged.fill(0xff, 40, 100);
  assert.equal(told(readBytes('d.zip', damaged)), 'damaged');
  const aes = Buffer.from(whole);
  aes[6] = 1;
  aes.writeUInt16LE(99, 8);
  assert.equal(told(readBytes('x.zip', aes)), 'locked');
});

test('an office file is a document, an empty zip is empty', () => {
  const office = zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<w/>') });
  assert.equal(told(readBytes('report.docx', office)), 'document');
  assert.equal(told(readBytes('e.zip', zipSync({}))), 'empty');
});

test('a zip that was made to stop early in the middle of its bytes never throws', () => {
  const passing: Uint8Array[] = [];
  const zip = new Zip((_error, chunk) => passing.push(chunk));
  const entry = new ZipPassThrough('a.txt');
  zip.add(entry);
  entry.push(strToU8(LOG), true);
  zip.end();
  for (const whole of [Buffer.concat(passing), Buffer.from(streamed(['a.txt', 'b.txt'], LOG))]) {
    for (let end = 4; end < whole.length; end++) {
      assert.ok(['refused', 'unpacked'].includes(readBytes('z.zip', whole.subarray(0, end)).kind), `${end} bytes`);
    }
  }
});
