import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { type Database, type DatabaseAddress, openDatabase } from '#src/adapters/store/database.ts';
import { createTranscript } from '#src/adapters/store/sql-transcript.ts';
import { textCard } from '#src/cards/text-card.ts';
import type { Transcript } from '#src/ports/transcript.ts';

/** What every store must keep of what was said on the page, on whatever database it stands. */
export function transcriptContract(name: string, skip: string | false, address: () => Promise<DatabaseAddress>): void {
  describe(`what was said on the page, on ${name}`, { skip }, () => {
    let database: Database;
    let transcript: Transcript;

    before(async () => {
      database = await openDatabase(await address(), assert.fail);
      transcript = createTranscript(database.kysely);
    });
    after(() => database.close());
    beforeEach(() => transcript.clear());

    const answer = (text: string) => ({ kind: 'text', text }) as const;

    test('it comes back in its order, each once, and from a saying on', async () => {
      await transcript.write({ text: 'why?', files: [] }, 'a');
      await transcript.answer(answer('because'), 'b');
      await transcript.answer(answer('because'), 'b');
      const all = await transcript.after(0);
      assert.deepEqual(
        all.map(({ what }) => what.kind),
        ['written', 'text'],
      );
      const [first, second] = all;
      assert.ok(first && second && first.id < second.id && !Number.isNaN(Date.parse(first.at)));
      assert.deepEqual(await transcript.after(first.id), [second]);
    });

    test('of a long text the beginning is shown, and all of it is there', async () => {
      const text = 'ffffd000`1234a0e8 nt!KeBugCheckEx\n'.repeat(200_000);
      await transcript.write({ text, files: [{ name: 'a.log', url: '', text: '蓝屏\u0000\ud800' }] }, 'a');
      const [saying] = await transcript.after(0);
      assert.ok(saying?.what.kind === 'written');
      const [typed, file] = saying.what.texts;
      assert.deepEqual([typed?.isCut, typed?.lines], [true, 200_000]);
      assert.ok(text.startsWith(typed?.text ?? '?'));
      assert.deepEqual(file, { name: 'a.log', text: '蓝屏\ufffd\ufffd', lines: 1, isCut: false });
      const whole = await transcript.written(saying.id);
      assert.equal(whole?.text, text);
      assert.deepEqual(whole.files, [{ name: 'a.log', url: '', text: '蓝屏\ufffd\ufffd' }]);
      assert.equal(await transcript.written(saying.id + 1), null);
    });

    test('a card is replaced by the one that a button made of it, and nothing else is', async () => {
      const card = (text: string) => textCard([text], 'en');
      await transcript.answer({ kind: 'card', card: card('open'), short: card('open'), summary: 's' }, 'a');
      await transcript.answer(answer('words'), 'b');
      const [shown, words] = await transcript.after(0);
      await transcript.replaceCard(shown?.id ?? 0, card('closed'));
      await transcript.replaceCard(words?.id ?? 0, card('closed'));
      const [now, then] = await transcript.after(0);
      assert.match(JSON.stringify(now?.what), /closed/);
      assert.deepEqual(then?.what, answer('words'));
    });

    test('what is old is forgotten', async () => {
      await transcript.answer(answer('words'), 'a');
      await transcript.expire(new Date(Date.now() - 60_000).toISOString());
      assert.equal((await transcript.after(0)).length, 1);
      await transcript.expire(new Date(Date.now() + 60_000).toISOString());
      assert.deepEqual(await transcript.after(0), []);
    });
  });
}
