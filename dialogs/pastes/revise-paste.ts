import type { Case } from '#src/cases/case.ts';
import type { Cut } from '#src/cases/case-event.ts';
import type { DumpSummary } from '#src/cases/dump-summary.ts';
import type { Reminded } from '#src/follow-ups/next-follow-up.ts';
import type { StoredPaste } from '#src/ports/case-store.ts';
import { type Actor, doing } from '../actor.ts';
import { readCase } from '../cases/read-case.ts';
import type { Tools } from '../dialog.ts';

const MOST_TRIES = 6;

/** The text of a paste as it is to be, and how much of it was typed; null for none. */
export type Revised = Pick<StoredPaste, 'text' | 'typed'> | null;

/**
 * Replaces a paste, or deletes it, in every case that has it, and says which were these, as they were before. Cases
 * that `keep` names nothing for lose it.
 */
export async function revisePaste(
  paste: StoredPaste,
  revised: Revised,
  isKeptIn: (it: Case) => boolean,
  actor: Actor,
  tools: Tools,
): Promise<readonly Reminded[]> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const all = await tools.cases.list(actor.place);
    const holders = all.filter(({ case: it }) => it.pastes.includes(paste.id));
    const told = await Promise.all(
      holders.map(async ({ case: it }) => {
        const { number, version } = it;
        const isKept = revised !== null && isKeptIn(it);
        const what = await (isKept ? edited(it, paste, revised, actor, tools) : removed(it, paste, actor, tools));
        return { number, version, what };
      }),
    );
    const revision = { id: paste.id, text: revised?.text ?? null, typed: revised?.typed ?? null, told };
    if ((await tools.cases.revisePaste(actor.place, revision, doing(actor))) === 'done') {
      return holders;
    }
  }
  throw new Error('the cases changed each time a paste was to be revised');
}

async function edited(it: Case, paste: StoredPaste, revised: NonNullable<Revised>, actor: Actor, tools: Tools) {
  const stored = await tools.cases.pastes(actor.place, it.pastes);
  const cuts = cutsIn(revised.text, paste, it.cuts);
  const now = { ...it, cuts: [...it.cuts.filter((cut) => cut.paste !== paste.id), ...cuts] };
  const after = stored.map((each) => (each.id === paste.id ? { ...each, ...revised } : each));
  const { summary } = await readCase(now, after, tools);
  return { kind: 'paste-edited' as const, paste: paste.id, cuts, summary };
}

/** What was taken out of a paste stays out of it, where the edit left those lines as they were. */
function cutsIn(text: string, paste: StoredPaste, cuts: readonly Cut[]): Cut[] {
  const [before, now] = [paste.text, text].map((each) => each.split(/\r\n|\r|\n/));
  return cuts.flatMap((cut) => {
    if (cut.paste !== paste.id || !before || !now) {
      return [];
    }
    const lines = before.slice(cut.from - 1, cut.to);
    const at = now.findIndex((_, start) => lines.every((line, index) => now[start + index] === line));
    return at < 0 ? [] : [{ paste: paste.id, from: at + 1, to: at + lines.length }];
  });
}

async function removed(it: Case, paste: StoredPaste, actor: Actor, tools: Tools) {
  const summary = await summaryWithout(it, paste, actor, tools);
  const isLeft = (id: string) => summary.crashes.some((crash) => crash.id === id);
  const dumps = it.summary.crashes.map(({ id }) => id).filter((id) => !isLeft(id));
  return { kind: 'paste-removed' as const, paste: paste.id, dumps, summary };
}

/** A deletion is carried out whether or not what is left can be read. */
async function summaryWithout(it: Case, paste: StoredPaste, actor: Actor, tools: Tools): Promise<DumpSummary> {
  const stored = await tools.cases.pastes(actor.place, it.pastes);
  try {
    const left = stored.filter(({ id }) => id !== paste.id);
    return (await readCase(it, left, tools)).summary;
  } catch {
    const crashes = it.summary.crashes.filter(({ at }) => at?.paste !== paste.id);
    const isLeft = (id: string) => crashes.some((crash) => crash.id === id);
    return { crashes, groups: it.summary.groups.filter((group) => group.crashes.every(isLeft)) };
  }
}
