import type { AdaptiveCard } from '#src/cards/adaptive-card.ts';
import type { Reminded } from '#src/follow-ups/next-follow-up.ts';
import type { StoredPaste } from '#src/ports/case-store.ts';
import type { Actor } from '../actor.ts';
import { caseVerdict } from '../cases/add-to-case.ts';
import { changeCase } from '../cases/change-case.ts';
import { readCase } from '../cases/read-case.ts';
import type { Tools } from '../dialog.ts';
import { PARTS_WITHIN_MS } from '../pastes/case-pastes.ts';
import { withoutBorder } from '../pastes/collect-pastes.ts';
import { revisePaste } from '../pastes/revise-paste.ts';
import { showPaste } from './show-verdict.ts';

/** A paste that was taken for the rest of the one before it is read alone, or one that was not is read with that. */
export async function partPaste(
  how: 'apart' | 'together',
  paste: StoredPaste,
  actor: Actor,
  tools: Tools,
): Promise<AdaptiveCard> {
  const before = await pasteBefore(paste, actor, tools);
  const text = before === null ? null : textAs(how, paste, before);
  const shown = { verb: 'paste.show', paste: paste.id, view: 'screen' } as const;
  if (text === null) {
    return showPaste(shown, paste, actor, tools);
  }
  const revised = { text, typed: text.length };
  await revisePaste(paste, revised, () => true, actor, tools);
  return showPaste(shown, { ...paste, ...revised }, actor, tools);
}

/** Null where it is so already. */
function textAs(how: 'apart' | 'together', { text }: StoredPaste, before: StoredPaste): string | null {
  const isJoined = text.startsWith(`${before.text}\n`);
  if (how === 'together') {
    return isJoined ? null : `${before.text}\n${text}`;
  }
  const own = isJoined ? withoutBorder(text.slice(before.text.length + 1)) : '';
  return own.trim() === '' ? null : own;
}

/** What the same person had pasted in the minutes before it. */
async function pasteBefore({ id, at, author }: StoredPaste, { place }: Actor, { cases }: Tools) {
  const since = new Date(Date.parse(at) - PARTS_WITHIN_MS).toISOString();
  const recent = await cases.recentPastes(place, since);
  const note = recent.find((one) => one.id !== id && one.author === author && one.at <= at);
  const [before] = note === undefined ? [] : await cases.pastes(place, [note.id]);
  return before ?? null;
}

/** The same of a paste of a case: nothing of its text changes, the case is told how to read it. */
export async function partInCase(
  how: 'apart' | 'together',
  paste: string,
  reminded: Reminded,
  actor: Actor,
  tools: Tools,
): Promise<AdaptiveCard | null> {
  const stored = await tools.cases.pastes(actor.place, reminded.case.pastes);
  if (!stored.some(({ id }) => id === paste)) {
    return null;
  }
  const parted = [...reminded.case.parted, { paste, how }];
  const { summary } = await readCase({ ...reminded.case, parted }, stored, tools);
  const { after, said } = await changeCase(reminded, { kind: 'paste-parted', paste, how, summary }, actor, tools);
  return (await caseVerdict(after.case, paste, [], [said], actor, tools)).card;
}
