import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import type { Glimpse, Saying, Transcript, Written } from '../../ports/transcript.ts';
import { LARGEST_PASTE, pack, unpack } from './gzipped-text.ts';
import { storableJson } from './storable.ts';
import type { Tables } from './tables.ts';

/** So many are shown again. */
const MOST_SAYINGS = 100;
/** The page takes 8 MB; as JSON it may be more, and a cut one could not be read. */
const LARGEST_WHOLE = 3 * LARGEST_PASTE;
/** Enough to know it again, in characters. */
const LONGEST_GLIMPSE = 32_000;

const Kept = z.object({ text: z.string(), files: z.array(z.object({ name: z.string(), text: z.string() })) });

export function createTranscript(db: Kysely<Tables>): Transcript {
  const keep = async (what: Saying['what'], key: string, whole: string | null) => {
    const gzipped = whole === null ? null : await pack(whole, LARGEST_WHOLE);
    await db
      .insertInto('page_saying')
      .values({ key, what: storableJson(what), gzipped })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .execute();
  };
  return {
    write: (written, key) => keep({ kind: 'written', texts: glimpsesOf(written) }, key, wholeOf(written)),
    answer: (answer, key) => keep(answer, key, null),
    replaceCard: async (id, card) => {
      await db
        .updateTable('page_saying')
        .set({ what: sql`jsonb_set(what, '{card}', ${storableJson(card)}::jsonb)` })
        .where('id', '=', `${id}`)
        .where(sql<boolean>`what ->> 'kind' = 'card'`)
        .execute();
    },
    after: (id) => sayingsAfter(db, id),
    written: async (id) => {
      const row = await db
        .selectFrom('page_saying')
        .select('gzipped')
        .where('id', '=', `${id}`)
        .where('gzipped', 'is not', null)
        .executeTakeFirst();
      return row?.gzipped ? writtenIn(await unpack(row.gzipped)) : null;
    },
    clear: async () => void (await db.deleteFrom('page_saying').execute()),
    expire: async (before) =>
      void (await db.deleteFrom('page_saying').where('said_at', '<', new Date(before)).execute()),
  };
}

async function sayingsAfter(db: Kysely<Tables>, id: number): Promise<Saying[]> {
  const rows = await db
    .selectFrom('page_saying')
    .select(['id', 'what', 'said_at'])
    .where('id', '>', `${id}`)
    .orderBy('id', 'desc')
    .limit(MOST_SAYINGS)
    .execute();
  return rows
    .reverse()
    .map(({ id: number, what, said_at }) => ({ id: Number(number), at: new Date(said_at).toISOString(), what }));
}

function wholeOf({ text, files }: Written): string {
  return storableJson({ text, files: files.map((file) => ({ name: file.name, text: file.text ?? '' })) });
}

function writtenIn(whole: string): Written {
  const { text, files } = Kept.parse(JSON.parse(whole));
  return { text, files: files.map((file) => ({ ...file, url: '' })) };
}

function glimpsesOf({ text, files }: Written): Glimpse[] {
  const typed = text.trim() === '' ? [] : [glimpse(null, text)];
  return [...typed, ...files.map((file) => glimpse(file.name, file.text ?? ''))];
}

function glimpse(name: string | null, text: string): Glimpse {
  const isCut = text.length > LONGEST_GLIMPSE;
  const lines = text.trimEnd().split('\n').length;
  return { name, text: isCut ? text.slice(0, LONGEST_GLIMPSE) : text, lines, isCut };
}
