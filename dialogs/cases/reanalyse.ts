import { movedVerdicts } from '#src/cases/what-changed.ts';
import type { Reminded } from '#src/follow-ups/next-follow-up.ts';
import type { Text } from '#src/language/text.ts';
import type { Actor } from '../actor.ts';
import type { Tools } from '../dialog.ts';
import { NO_PASTES } from './case-words.ts';
import { changeCase } from './change-case.ts';
import { readCase } from './read-case.ts';

/** Reads every kept paste again: a better reader may see more in it than the one that it was first given to. */
export async function reanalyse(
  reminded: Reminded,
  actor: Actor,
  tools: Tools,
): Promise<{ after: Reminded; said: readonly Text[] }> {
  const stored = await tools.cases.pastes(actor.place, reminded.case.pastes);
  if (stored.length === 0) {
    return { after: reminded, said: [NO_PASTES] };
  }
  const { summary } = await readCase(reminded.case, stored, tools);
  const { after, said, isDone } = await changeCase(reminded, { kind: 'reanalysed', summary }, actor, tools);
  return { after, said: [said, ...(isDone ? movedVerdicts(reminded.case.summary, summary) : [])] };
}
