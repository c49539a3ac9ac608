import type { SentCard } from '#src/cards/sent-card.ts';
import type { Case } from '#src/cases/case.ts';
import { LONGEST_NOTE } from '#src/cases/case-event.ts';
import { cleanText } from '#src/cases/clean-text.ts';
import { findCustomerNumber, withoutNumber } from '#src/cases/customer-number.ts';
import { summarise } from '#src/cases/dump-summary.ts';
import { isPlaceholder } from '#src/cases/placeholder.ts';
import type { Diagnosis } from '#src/diagnosis/diagnosis.ts';
import type { Reminded } from '#src/follow-ups/next-follow-up.ts';
import type { Language, Text } from '#src/language/text.ts';
import type { Answer } from '#src/ports/answer.ts';
import { threadOf } from '#src/ports/place.ts';
import type { Turn } from '#src/ports/turn.ts';
import { culpritName } from '#src/reply/words.ts';
import { type Actor, doing } from '../actor.ts';
import { alsoSaid } from '../also-said.ts';
import { matterOf, turnTo } from '../context/matter.ts';
import type { Tools } from '../dialog.ts';
import type { CaseCommand } from '../hearing/case-wish.ts';
import { collectPastes, keptText, leftUnread } from '../pastes/collect-pastes.ts';
import { keepText } from '../pastes/keep-paste.ts';
import { hint } from '../say.ts';
import { languageFor } from '../tongue.ts';
import { filesAdded } from '../words.ts';
import { addToCase } from './add-to-case.ts';
import { showCase } from './case-view.ts';
import { NEEDS_TITLE, NOBODY_REMINDS, NOTE_CUT, opened, REST_UNREAD, sameTitle } from './case-words.ts';
import { changeCase } from './change-case.ts';
import { openedWith, TAKEN_IN, UNTITLED } from './words-on-changes.ts';

type NewCase = Extract<CaseCommand, { kind: 'new' }>;

/** Severity of a case that nobody has judged yet: it is asked about every second day. */
const UNJUDGED = 'B' as const;

/** Opens a case with what was sent along; the same message again shows the case that it opened. */
export async function openCase({ title, rest }: NewCase, turn: Turn, actor: Actor, tools: Tools): Promise<Answer> {
  const { cases } = tools;
  const made = await cases.actedOn(actor.place, actor.cause);
  const before = made === null ? null : await cases.find(actor.place, made);
  if (!before && (title === '' || isPlaceholder(title))) {
    return withoutTitle(rest, turn);
  }
  const reminded =
    before ?? (await cases.create(actor.place, creation(title, actor), doing(actor), threadOf(turn.target)));
  const pastedBefore = before ? null : await justPasted(rest, turn, actor, tools);
  await turnTo(reminded, actor, tools);
  const opening = [
    opened(reminded.case),
    ...(await twins(reminded, actor, tools)),
    ...(actor.calendar.digests ? [] : [NOBODY_REMINDS]),
  ];
  const { pastes, read, notes } = await collectPastes({ ...turn.message, text: rest }, tools.readFile);
  const said = [...opening, ...(read.length > 0 ? [filesAdded(read)] : []), ...notes];
  const { crashes } = await tools.diagnose(pastes);
  // Files join in any case; what stands below the title and is no debugger output tells of the case.
  const isNote = crashes.length === 0;
  const noted = isNote ? await withNote(reminded, rest, actor, tools) : { reminded, said: [] };
  const kept = pastes.filter(({ source }) => !isNote || source !== null);
  if (kept.length === 0 && pastedBefore !== null) {
    return addToCase(noted.reminded, pastedBefore, actor, tools, [...said, TAKEN_IN]);
  }
  if (kept.length === 0) {
    return showCase(noted.reminded, actor, ...said, ...noted.said);
  }
  const text = keptText(kept);
  await keepText(text, actor, tools, kept[0]?.source === null ? rest.length : 0);
  const speaker = { ...actor, language: languageFor(text, actor) };
  return addToCase(noted.reminded, actor.cause, speaker, tools, [...said, ...noted.said]);
}

const JUST_MS = 30 * 60_000;

/** What the same person has pasted just before and no case has: whoever opens a case then means it. */
async function justPasted(rest: string, { message }: Turn, actor: Actor, tools: Tools): Promise<string | null> {
  const matter = rest === '' && message.files.length === 0 ? await matterOf(actor, tools) : null;
  if (matter?.kind !== 'paste') {
    return null;
  }
  const [paste] = await tools.cases.pastes(actor.place, [matter.id]);
  return paste && Date.parse(actor.now) - Date.parse(paste.at) <= JUST_MS ? paste.id : null;
}

/** Nothing is opened: whoever pasted below a placeholder is told that it was not read. */
function withoutTitle(rest: string, turn: Turn): Answer {
  const asked = hint(turn, NEEDS_TITLE, ...(rest === '' ? [] : [REST_UNREAD]));
  return alsoSaid(asked, leftUnread(turn.message), turn.language);
}

/** Who sends a title twice may have meant one case. */
async function twins({ case: it }: Reminded, { place }: Actor, { cases }: Tools): Promise<readonly Text[]> {
  const isTwin = (other: Case) => other.number !== it.number && other.status === 'open' && other.title === it.title;
  const twin = (await cases.list(place)).find(({ case: other }) => isTwin(other));
  return twin ? [sameTitle(twin.case.number, it.number)] : [];
}

function creation(title: string, { author, calendar }: Actor) {
  const customerNumber = findCustomerNumber(title);
  return {
    kind: 'created' as const,
    title: withoutNumber(title, customerNumber),
    severity: UNJUDGED,
    owner: author.name || null,
    customerNumber,
    zone: calendar.zone,
  };
}

async function withNote(
  reminded: Reminded,
  rest: string,
  actor: Actor,
  tools: Tools,
): Promise<{ reminded: Reminded; said: readonly Text[] }> {
  const text = cleanText(rest, LONGEST_NOTE);
  const said = rest.length > LONGEST_NOTE ? [NOTE_CUT] : [];
  const isThere = reminded.case.events.some(({ what }) => what.kind === 'noted' && what.text === text);
  if (text === '' || isThere) {
    return { reminded, said };
  }
  const { after } = await changeCase(reminded, { kind: 'noted', text }, actor, tools, 2);
  return { reminded: after, said };
}

/** A case for a paste that is kept, under a title that says what it shows. Null where the paste is not kept any more. */
export async function openCaseWith(paste: string, presser: Actor, tools: Tools): Promise<SentCard | null> {
  const { cases } = tools;
  const [kept] = await cases.pastes(presser.place, [paste]);
  if (!kept) {
    return null;
  }
  const actor = { ...presser, language: languageFor(kept.text, presser) };
  const made = await cases.actedOn(actor.place, actor.cause);
  const holder = (await cases.list(actor.place)).find(
    ({ case: it }) => it.number === made || it.pastes.includes(paste),
  );
  const title = titleOf(await tools.diagnose([{ source: null, text: kept.text }]), actor.language);
  const thread = kept.thread ?? threadOf(actor.target);
  const reminded = holder ?? (await cases.create(actor.place, creation(title, actor), doing(actor), thread));
  await turnTo(reminded, actor, tools);
  const said = holder ? [] : [openedWith(reminded.case)];
  return addToCase(reminded, paste, actor, tools, said);
}

/** `0xd1 DRIVER_IRQL_NOT_LESS_OR_EQUAL – vwifimf.sys`. */
function titleOf(diagnosis: Diagnosis, language: Language): string {
  const [crash] = summarise(diagnosis).crashes;
  const stop = crash?.title[language] ?? UNTITLED[language];
  return crash === undefined || crash.culprit === 'unknown'
    ? stop
    : `${stop} – ${culpritName(crash.culprit)[language]}`;
}
