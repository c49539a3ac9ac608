import type { Reminded } from '#src/follow-ups/next-follow-up.ts';
import { threadOf } from '#src/ports/place.ts';
import type { Actor } from '../actor.ts';
import type { Tools } from '../dialog.ts';

/** What few words without a number are about. */
export type Matter =
  /** `isSaid`: they were there already; else it is the only one that can be meant. */
  | { readonly kind: 'case'; readonly reminded: Reminded; readonly isSaid: boolean }
  /** A paste of theirs that lies in no case. */
  | { readonly kind: 'paste'; readonly id: string }
  | { readonly kind: 'none' };

/** A working day: whoever comes back to a case the next morning says which. */
const WITHIN_MS = 8 * 3_600_000;

type Asking = Pick<Actor, 'place' | 'target' | 'author' | 'now' | 'cause'>;

/**
 * The case of the thread; else what the person turned to last here, a case or a paste of no case; else the only open case
 * of the place.
 */
export async function matterOf(actor: Asking, tools: Pick<Tools, 'cases' | 'people'>): Promise<Matter> {
  const { place, target, author, now, cause } = actor;
  const thread = threadOf(target);
  const opened = thread === null ? null : await tools.cases.inThread(place, thread);
  const since = new Date(Date.parse(now) - WITHIN_MS).toISOString();
  const turned = await tools.people.turnedTo(target, author.id, since);
  const all = await tools.cases.list(place);
  const numbered = (number: number | null) => all.find(({ case: it }) => it.number === number) ?? null;
  const reminded = numbered(opened) ?? numbered(turned?.number ?? null);
  const paste = opened === null ? await loosePaste(actor, all, turned?.at ?? since, tools, cause) : null;
  if (paste !== null) {
    return { kind: 'paste', id: paste };
  }
  if (reminded) {
    return { kind: 'case', reminded, isSaid: true };
  }
  const [only, another] = all.filter(({ case: it }) => it.status === 'open');
  return only && !another && thread === null ? { kind: 'case', reminded: only, isSaid: false } : { kind: 'none' };
}

/** The case that a person turned to last, whatever they pasted since; null where there is none within a working day. */
export async function turnedToLast(actor: Asking, tools: Pick<Tools, 'cases' | 'people'>): Promise<Reminded | null> {
  const since = new Date(Date.parse(actor.now) - WITHIN_MS).toISOString();
  const turned = await tools.people.turnedTo(actor.target, actor.author.id, since);
  const all = await tools.cases.list(actor.place);
  return all.find(({ case: it }) => it.number === turned?.number) ?? null;
}

/** What the same person has pasted since then, where no case took it in. */
async function loosePaste(
  { place, author, target }: Asking,
  all: readonly Reminded[],
  since: string,
  { cases }: Pick<Tools, 'cases'>,
  cause: string,
): Promise<string | null> {
  const thread = threadOf(target);
  const recent = await cases.recentPastes(place, since);
  const own = recent.find((paste) => paste.id !== cause && paste.author === author.id && paste.thread === thread);
  const isTaken = own !== undefined && all.some(({ case: it }) => it.pastes.includes(own.id));
  return own === undefined || isTaken ? null : own.id;
}

/** From now on few words of this person mean this case. */
export async function turnTo(
  { case: { number } }: Reminded,
  { target, author, now }: Pick<Actor, 'target' | 'author' | 'now'>,
  { people }: Pick<Tools, 'people'>,
): Promise<void> {
  await people.turnTo(target, author.id, { number, at: now });
}
