import { summarise } from '#src/cases/dump-summary.ts';
import type { Diagnosis } from '#src/diagnosis/diagnosis.ts';
import type { Text } from '#src/diagnosis/text.ts';
import type { Reminded } from '#src/follow-ups/next-follow-up.ts';
import type { Actor } from './actor.ts';
import { type CasePastes, joinParts } from './case-pastes.ts';
import { NO_PASTES, noSuchDump, wentToo } from './case-words.ts';
import { changeCase } from './change-case.ts';
import type { Tools } from './dialog.ts';

/**
 * Takes a dump out of a case that it was pasted into by mistake, with the messages it stands in, and reads the others
 * again without it. What was taken out stays stored as long as the case's other pastes: its timeline tells of it.
 */
export async function removeDump(
  id: string,
  it: Reminded,
  actor: Actor,
  tools: Tools,
): Promise<{ after: Reminded; said: readonly Text[] }> {
  const stored = await tools.cases.pastes(actor.place, it.case.pastes);
  if (stored.length === 0) return { after: it, said: [NO_PASTES] };
  const pastes = joinParts(stored);
  const diagnosis = await tools.diagnose(pastes.read);
  const { crashes } = summarise(diagnosis);
  const removed = crashes.find((crash) => crash.id === id);
  if (!removed) return { after: it, said: [noSuchDump(id, crashes.length)] };
  const messages = messagesOf(id, diagnosis, pastes);
  const isGone = (_: unknown, index: number) => messages.has(index + 1);
  const kept = stored.filter((paste, index) => !isGone(paste, index));
  const summary = summarise(await tools.diagnose(joinParts(kept).read));
  const out = stored.filter(isGone).map((paste) => paste.id);
  const change = { kind: 'dump-removed' as const, pastes: out, dump: removed.title, summary };
  const { after, said, isDone } = await changeCase(it, change, actor, tools);
  const others = crashes.filter((crash) => crash.id !== id && isWithin(crash.id, messages, diagnosis, pastes));
  return { after, said: [said, ...(isDone && others.length > 0 ? [wentToo(others.map(({ title }) => title))] : [])] };
}

/** The messages, counted from 1, that show something of a crash. */
function messagesOf(id: string, { crashes }: Diagnosis, { placeOf }: CasePastes): ReadonlySet<number> {
  const mentions = crashes.find(({ crash }) => crash.id === id)?.crash.mentions ?? [];
  const messages = new Set<number>();
  for (const [from, to] of mentions) {
    for (let paste = placeOf(from).paste; paste <= placeOf(to).paste; paste++) messages.add(paste);
  }
  return messages;
}

function isWithin(id: string, messages: ReadonlySet<number>, diagnosis: Diagnosis, pastes: CasePastes): boolean {
  return [...messagesOf(id, diagnosis, pastes)].every((message) => messages.has(message));
}
