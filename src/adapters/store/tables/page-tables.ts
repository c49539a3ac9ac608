import type { Generated, GeneratedAlways, JSONColumnType } from 'kysely';
import type { Saying } from '../../../ports/transcript.ts';

export interface PageSayingTable {
  readonly id: GeneratedAlways<string>;
  readonly key: string;
  readonly what: JSONColumnType<Saying['what'], string, string>;
  readonly gzipped: Uint8Array | null;
  readonly said_at: Generated<Date>;
}
