import type { SentCard } from '#src/cards/sent-card.ts';
import type { Reminded } from '#src/follow-ups/next-follow-up.ts';
import type { Text } from '#src/language/text.ts';
import type { Turn } from '#src/ports/turn.ts';
import type { Actor } from '../actor.ts';
import type { Tools } from '../dialog.ts';
import { collectPastes } from '../pastes/collect-pastes.ts';
import { keepText } from '../pastes/keep-paste.ts';
import { languageFor } from '../tongue.ts';
import { filesAdded } from '../words.ts';
import { addToCase } from './add-to-case.ts';

export interface Joined {
  /** The verdict with the files; null where none of them could be read. */
  readonly card: SentCard | null;
  /** Which files were added, and why others were not. */
  readonly notes: readonly Text[];
}

/**
 * Puts the files of a message that names a case into it, with what was `typed` beside them. They join whatever is in
 * them: whoever sends a file with the number of a case wants it there. `lead` is what was done before.
 */
export async function filesIntoCase(
  reminded: Reminded,
  typed: string,
  { message }: Turn,
  actor: Actor,
  tools: Tools,
  lead: readonly Text[] = [],
): Promise<Joined> {
  const { pastes, read, notes } = await collectPastes({ ...message, text: typed }, tools.readFile);
  if (read.length === 0) {
    return { card: null, notes };
  }
  const text = pastes.map((paste) => paste.text).join('\n');
  await keepText(text, actor, tools, typed.trim() === '' ? 0 : typed.length);
  const said = { ...actor, language: languageFor(text, actor) };
  const told = [filesAdded(read), ...notes];
  return { card: await addToCase(reminded, actor.cause, said, tools, [...lead, ...told]), notes: told };
}
