import type { CaseEventTable, CaseTable, PasteTable } from './tables/case-tables.ts';
import type { DigestTable, FollowUpTable } from './tables/follow-up-tables.ts';
import type { ActivityTable, ConversationTable } from './tables/inbox-tables.ts';
import type { PageSayingTable } from './tables/page-tables.ts';
import type { TongueTable, TurnedToTable } from './tables/people-tables.ts';
import type { ModelTokensTable, TellingRatingTable, TellingTable } from './tables/telling-tables.ts';

/** The tables as Kysely sees them; the files of `migrations/` make them. */
export interface Tables {
  readonly conversation: ConversationTable;
  readonly activity: ActivityTable;
  readonly support_case: CaseTable;
  readonly case_event: CaseEventTable;
  readonly paste: PasteTable;
  readonly follow_up: FollowUpTable;
  readonly digest: DigestTable;
  readonly instance: InstanceTable;
  readonly turned_to: TurnedToTable;
  readonly tongue: TongueTable;
  readonly page_saying: PageSayingTable;
  readonly telling: TellingTable;
  readonly telling_rating: TellingRatingTable;
  readonly model_tokens: ModelTokensTable;
}

interface InstanceTable {
  readonly id: string;
  readonly seen_at: Date;
}
