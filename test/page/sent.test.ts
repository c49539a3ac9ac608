import assert from 'node:assert/strict';
import { test } from 'node:test';
import { digestOf, LARGEST_BODY, LARGEST_PASTE, readSent } from '#src/adapters/page/sent.ts';

function sent(text: string, files: readonly { name: string; text: string }[] = []): Buffer {
  return Buffer.from(JSON.stringify({ text, files, language: 'en' }));
}

test('8 MB of rows are taken, however many line ends they have, and not a byte more', () => {
  const row = `${'0'.repeat(30)}\r\n`;
  const most = row.repeat(LARGEST_PASTE / row.length);
  const body = sent(most);
  assert.ok(body.length <= LARGEST_BODY);
  assert.equal(typeof readSent(body), 'object');
  assert.equal(readSent(sent(`${most}x`)), 'too-long');
  assert.equal(readSent(sent(most, [{ name: 'a.txt', text: 'x' }])), 'too-long', 'files count, too');
});

test('what no database keeps is replaced, and everything else is as it was sent', () => {
  const read = readSent(sent('a\0b\ud800c蓝<script>', [{ name: 'n\0', text: '\0' }]));
  assert.ok(read !== null && read !== 'too-long');
  assert.equal(read.text, 'a\ufffdb\ufffdc蓝<script>');
  assert.deepEqual(read.files, [{ name: 'n\ufffd', text: '\ufffd' }]);
});

test('pastes are told apart by text, files and names, and not by the language of the page', () => {
  const digest = (body: Buffer) => {
    const read = readSent(body);
    return read !== null && read !== 'too-long' ? digestOf(read) : assert.fail();
  };
  assert.equal(digest(sent('k')), digest(Buffer.from('{"text":"k","files":[],"language":"zh"}')));
  const others = [sent('k '), sent('k', [{ name: 'a', text: 'k' }]), sent('', [{ name: 'k', text: '' }])];
  assert.equal(new Set([sent('k'), ...others].map(digest)).size, 4);
});
