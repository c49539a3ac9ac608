import type { Case } from '#src/cases/case.ts';
import type { Cut } from '#src/cases/case-event.ts';
import type { Diagnosis } from '#src/diagnosis/diagnosis.ts';
import type { Reminded } from '#src/follow-ups/next-follow-up.ts';
import type { Text } from '#src/language/text.ts';
import type { StoredPaste } from '#src/ports/case-store.ts';
import type { Actor } from '../actor.ts';
import type { Tools } from '../dialog.ts';
import type { CasePastes } from '../pastes/case-pastes.ts';
import { NO_PASTES, noSuchDump, takenOutAlready } from './case-words.ts';
import { changeCase } from './change-case.ts';
import { readCase } from './read-case.ts';

/** Why a dump cannot be taken out of a case; null where it can. */
export function cannotRemove(id: string, { summary, events, pastes }: Case): Text | null {
  if (summary.crashes.some((crash) => crash.id === id)) {
    return pastes.length === 0 ? NO_PASTES : null;
  }
  const isOut = events.some(({ what }) => what.kind === 'dump-removed' && what.id === id);
  if (isOut) {
    return takenOutAlready(id);
  }
  return noSuchDump(
    id,
    summary.crashes.map((crash) => crash.id),
  );
}

/**
 * Takes one dump out of a case that it was pasted into by mistake: the lines that show it, and nothing else of their
 * messages. The others are read again without it and keep their numbers. The text stays stored as long as the case's
 * other pastes: its timeline tells of it.
 */
export async function removeDump(
  id: string,
  reminded: Reminded,
  actor: Actor,
  tools: Tools,
): Promise<{ after: Reminded; said: readonly Text[] }> {
  const refused = cannotRemove(id, reminded.case);
  if (refused) {
    return { after: reminded, said: [refused] };
  }
  const stored = await tools.cases.pastes(actor.place, reminded.case.pastes);
  if (stored.length === 0) {
    return { after: reminded, said: [NO_PASTES] };
  }
  const before = await readCase(reminded.case, stored, tools);
  const removed = before.summary.crashes.find((crash) => crash.id === id);
  if (!removed) {
    return {
      after: reminded,
      said: [
        noSuchDump(
          id,
          before.summary.crashes.map((crash) => crash.id),
        ),
      ],
    };
  }
  const cuts = linesOf(id, before.diagnosis, before.pastes, stored);
  const without = { ...reminded.case, summary: before.summary, cuts: [...reminded.case.cuts, ...cuts] };
  const { summary } = await readCase(without, stored, tools);
  const change = { kind: 'dump-removed' as const, pastes: [], id, dump: removed.title, cuts, summary };
  const { after, said } = await changeCase(reminded, change, actor, tools);
  return { after, said: [said] };
}

/** The lines that show a dump and no other one, message by message. */
function linesOf(id: string, { crashes }: Diagnosis, { originOf }: CasePastes, stored: readonly StoredPaste[]): Cut[] {
  const mentions = (isMeant: (of: string) => boolean) =>
    crashes.filter(({ crash }) => isMeant(crash.id)).flatMap(({ crash }) => crash.mentions);
  const others = mentions((of) => of !== id);
  const cuts: Cut[] = [];
  for (const [from, to] of mentions((of) => of === id)) {
    for (let line = from; line <= to; line++) {
      if (others.some(([first, last]) => first <= line && line <= last)) {
        continue;
      }
      const { paste, line: at } = originOf(line);
      const open = cuts.at(-1);
      const of = stored[paste - 1]?.id ?? '';
      if (open?.paste === of && open.to === at - 1) {
        cuts[cuts.length - 1] = { ...open, to: at };
      } else {
        cuts.push({ paste: of, from: at, to: at });
      }
    }
  }
  return cuts;
}
