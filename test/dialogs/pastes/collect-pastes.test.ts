import assert from 'node:assert/strict';
import { test } from 'node:test';
import { collectPastes } from '#dialogs/pastes/collect-pastes.ts';
import type { FileRead } from '#src/ports/file-reader.ts';
import type { Message } from '#src/ports/message.ts';

const text = (content: string): FileRead => ({ kind: 'text', text: content });

function message(changes: Partial<Message>): Message {
  return { kind: 'message', scope: 'personal', text: '', locale: null, files: [], unreadable: [], ...changes };
}

async function collect(changes: Partial<Message>, reads: Readonly<Record<string, FileRead>> = {}) {
  const asked: string[] = [];
  const collected = await collectPastes(message(changes), async ({ url }) => {
    asked.push(url);
    return reads[url] ?? { kind: 'refused', reason: 'gone' };
  });
  return { ...collected, asked };
}

test('the text and each file are a paste of their own, in the order they were sent', async () => {
  const files = [
    { name: 'a.txt', url: 'u1' },
    { name: 'b.txt', url: 'u2' },
  ];
  const { pastes, notes } = await collect({ text: 'typed', files }, { u1: text('one'), u2: text('two') });
  assert.deepEqual(pastes, [
    { source: null, text: 'typed' },
    { source: 'a.txt', text: 'one' },
    { source: 'b.txt', text: 'two' },
  ]);
  assert.deepEqual(notes, []);
});

test('blank text is no paste', async () => {
  assert.deepEqual((await collect({ text: ' \n ' })).pastes, []);
});

test('files of one name are told apart, so that a quote points at the right one', async () => {
  const files = ['u1', 'u2', 'u3'].map((url) => ({ name: 'log.txt', url }));
  const { pastes } = await collect({ files }, { u1: text('1'), u2: text('2'), u3: text('3') });
  assert.deepEqual(
    pastes.map(({ source }) => source),
    ['log.txt', 'log.txt (2)', 'log.txt (3)'],
  );
});

test('what could not be read is told with its name, and hides nothing else', async () => {
  const files = ['u1', 'u2'].map((url) => ({ name: `${url}.txt`, url }));
  const unreadable = [{ name: 'MEMORY.DMP', reason: 'dump' as const }];
  const { pastes, notes } = await collect({ files, unreadable }, { u2: text('two') });
  assert.deepEqual(
    pastes.map(({ source }) => source),
    ['u2.txt'],
  );
  assert.deepEqual(
    notes.map(({ en }) => en.split(' ')[0]),
    ['"MEMORY.DMP"', '"u1.txt"'],
  );
});

test('ten files are fetched and no more', async () => {
  const files = Array.from({ length: 30 }, (_, index) => ({ name: 'a', url: `u${index}` }));
  assert.equal((await collect({ files })).asked.length, 10);
});

test('files that are too much together are refused one by one', async () => {
  const half = 'x'.repeat(7 * 1024 * 1024);
  const files = ['u1', 'u2', 'u3', 'u4'].map((url) => ({ name: url, url }));
  const { pastes, notes } = await collect(
    { files },
    { u1: text(half), u2: text(half), u3: text(half), u4: text('small') },
  );
  assert.deepEqual(
    pastes.map(({ source }) => source),
    ['u1', 'u2', 'u4'],
  );
  assert.match(notes[0]?.en ?? '', /^"u3" is larger/);
});

test('of a hundred files ten are read, and which others were not is said', async () => {
  const files = Array.from({ length: 100 }, (_, index) => ({ name: `part-${index + 1}.log`, url: `u${index + 1}` }));
  const reads = Object.fromEntries(files.map(({ url }) => [url, text(url)]));
  const { pastes, notes, asked } = await collect({ files }, reads);
  assert.equal(pastes.length, 10);
  assert.equal(asked.length, 10);
  assert.equal(notes.length, 5);
  assert.match(notes[0]?.en ?? '', /^"part-11\.log" was not read: I take ten files a message/);
  assert.match(notes[0]?.zh ?? '', /^“part-11\.log”未读取：每条消息最多读取十个文件/);
  assert.match(notes.at(-1)?.en ?? '', /^Not read either: "part-15\.log", .*"part-26\.log" and 74 more\.$/);
  assert.match(notes.at(-1)?.zh ?? '', /^同样未读取：“part-15\.log”、.*“part-26\.log”等 86 个文件。$/);
  const eleven = await collect({ files: files.slice(0, 11) }, reads);
  assert.match(eleven.notes[0]?.en ?? '', /^"part-11\.log" was not read/);
});

test('of many things that cannot be read the first are explained, and the others named', async () => {
  const unreadable = Array.from({ length: 15 }, (_, index) => ({ name: `${index}.png`, reason: 'picture' as const }));
  const { notes } = await collect({ unreadable });
  assert.equal(notes.length, 5);
  assert.match(notes[0]?.en ?? '', /^"0\.png" is a picture\./);
  assert.match(notes.at(-1)?.en ?? '', /^Not read either: "4\.png", .*"14\.png"\.$/);
  assert.match(notes.at(-1)?.zh ?? '', /^同样未读取：“4\.png”、.*“14\.png”。$/);
});

test('the texts of a zip are pastes of their own, and what in it was not read is said', async () => {
  const unpacked: FileRead = {
    kind: 'unpacked',
    texts: [
      { name: 'z.zip/a.txt', text: 'first' },
      { name: 'z.zip/b.txt', text: ' \n' },
      ...Array.from({ length: 10 }, (_, at) => ({ name: `z.zip/${at}.log`, text: 'more' })),
    ],
    refused: [{ name: 'z.zip/full.dmp', reason: 'dump' }],
  };
  const { pastes, notes } = await collect({ files: [{ name: 'z.zip', url: 'u' }] }, { u: unpacked });
  assert.equal(pastes.length, 10);
  assert.equal(pastes[0]?.source, 'z.zip/a.txt');
  assert.deepEqual(
    notes.map(({ en }) => en.slice(0, 30)),
    ['"z.zip/full.dmp" is a memory d', '"z.zip/b.txt" is empty.', '"z.zip/9.log" was not read: I '],
  );
});
