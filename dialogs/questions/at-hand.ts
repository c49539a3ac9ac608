import type { Crash, Paste } from '#src/diagnosis/crash.ts';
import type { Diagnosis } from '#src/diagnosis/diagnosis.ts';
import type { Lines } from '#src/diagnosis/facts.ts';
import type { Reminded } from '#src/follow-ups/next-follow-up.ts';
import type { Language } from '#src/language/text.ts';
import type { PasteNote, StoredPaste } from '#src/ports/case-store.ts';
import { threadOf } from '#src/ports/place.ts';
import { buildReply } from '#src/reply/build-reply.ts';
import { quoterOf, quoters } from '#src/reply/quote.ts';
import type { EvidenceReply, Reply } from '#src/reply/reply.ts';
import type { Actor } from '../actor.ts';
import { caseReply } from '../cases/case-reply.ts';
import { readCase } from '../cases/read-case.ts';
import { matterOf } from '../context/matter.ts';
import type { Tools } from '../dialog.ts';
import { splitKept } from '../pastes/collect-pastes.ts';

/** A diagnosis that somebody may ask about, made again of the text that was kept. */
export interface AtHand {
  readonly diagnosis: Diagnosis;
  /** The case that it is of; null for a paste of no case. */
  readonly reminded: Reminded | null;
  /** The paste that was meant; the newest one of a case that was named. */
  readonly paste: string | null;
  /** What was read, a paste each. */
  readonly pastes: readonly Paste[];
  readonly reply: (language: Language) => Reply;
  /** Quotes lines that one of the crashes cites, named as the card names them. */
  readonly quote: (crash: Crash, lines: readonly Lines[], claim: string) => EvidenceReply['quotes'];
  /** Ids of the crashes that the paste shows; of a case that was named, all. */
  readonly latest: readonly string[];
}

/** As long as pastes of no case are kept. */
const WITHIN_MS = 86_400_000;
/** So long somebody who asks means what they pasted themselves, whatever others have pasted since. */
const OWN_MS = 3_600_000;

/**
 * What a question in this place is about: in a thread its case, else what was pasted there within a day, first of all by whoever
 * asks. Null where nothing is.
 */
export async function atHand(actor: Actor, tools: Tools): Promise<AtHand | null> {
  const { place, target } = actor;
  const thread = threadOf(target);
  const number = thread === null ? null : await tools.cases.inThread(place, thread);
  const opened = number === null ? null : await tools.cases.find(place, number);
  const ofCase = opened && (await caseAtHand(opened, null, tools, actor));
  if (ofCase) {
    return ofCase;
  }
  const matter = await matterOf(actor, tools);
  const turned = matter.kind === 'case' && matter.isSaid ? await caseAtHand(matter.reminded, null, tools, actor) : null;
  if (turned) {
    return turned;
  }
  const since = new Date(Date.parse(actor.now) - WITHIN_MS).toISOString();
  const meant = pasteMeant(await tools.cases.recentPastes(place, since), thread, actor);
  return meant && pasteAtHand(meant.id, actor, tools);
}

function pasteMeant(recent: readonly PasteNote[], thread: string | null, { author, now, cause }: Actor) {
  const pastes = recent.filter(({ id }) => id !== cause);
  const own = pastes.find((paste) => paste.author === author.id);
  if (thread !== null) {
    // Another thread is another matter, unless it is one's own.
    return pastes.find((paste) => paste.thread === thread) ?? own ?? null;
  }
  const isFresh = own !== undefined && Date.parse(now) - Date.parse(own.at) <= OWN_MS;
  return isFresh ? own : (pastes[0] ?? null);
}

/** A paste that is kept, or the case that it was put into; null where it is not kept any more. */
export async function pasteAtHand(id: string, actor: Actor, tools: Tools): Promise<AtHand | null> {
  const [stored] = await tools.cases.pastes(actor.place, [id]);
  if (!stored) {
    return null;
  }
  const all = await tools.cases.list(actor.place);
  const holder = all.findLast(({ case: it }) => it.pastes.includes(id));
  return holder ? caseAtHand(holder, id, tools, actor) : loosePaste(stored, tools);
}

/** Lines are those of the message, or of its file: as the card told them. */
async function loosePaste({ id, text }: StoredPaste, { diagnose }: Tools): Promise<AtHand | null> {
  const pastes = splitKept(text).map((part, at) => ({ source: at === 0 ? null : `(${at + 1})`, text: part }));
  const diagnosis = await diagnose(pastes);
  if (diagnosis.crashes.length === 0) {
    return null;
  }
  const quoterFor = quoters(pastes);
  return {
    diagnosis,
    reminded: null,
    paste: id,
    pastes,
    reply: (language) => buildReply(diagnosis, pastes, language),
    quote: ({ source }, lines, claim) =>
      quoterFor(source)(lines, claim).map((quote) => ({ place: `${quote.line}`, text: quote.text })),
    latest: diagnosis.crashes.map(({ crash }) => crash.id),
  };
}

/** All pastes of a case together; null where it shows no crash. */
export async function caseAtHand(
  reminded: Reminded,
  paste: string | null,
  tools: Tools,
  { place }: Pick<Actor, 'place'>,
): Promise<AtHand | null> {
  const it = reminded.case;
  const stored = await tools.cases.pastes(place, it.pastes);
  const { pastes, diagnosis, summary } = await readCase(it, stored, tools);
  if (diagnosis.crashes.length === 0) {
    return null;
  }
  const quote = quoterOf(pastes.quoted[0]?.text ?? '');
  const isSingle = pastes.originOf(Number.POSITIVE_INFINITY).paste === 1;
  const placeOf = (line: number) => {
    const from = pastes.originOf(line);
    return isSingle ? `${from.line}` : `${from.paste}:${from.line}`;
  };
  const shown = summary.crashes.filter(({ at }) => paste === null || at?.paste === paste).map(({ id }) => id);
  return {
    diagnosis,
    reminded,
    paste: paste ?? it.pastes.at(-1) ?? null,
    pastes: pastes.read,
    reply: (language) => caseReply(diagnosis, pastes, language),
    quote: (_, lines, claim) => quote(lines, claim).map(({ line, text }) => ({ place: placeOf(line), text })),
    latest: shown.length > 0 ? shown : diagnosis.crashes.map(({ crash }) => crash.id),
  };
}
