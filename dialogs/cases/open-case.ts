import type { Case } from '#src/cases/case.ts';
import { LONGEST_NOTE } from '#src/cases/case-event.ts';
import { cleanText } from '#src/cases/clean-text.ts';
import { findCustomerNumber, withoutNumber } from '#src/cases/customer-number.ts';
import { isPlaceholder } from '#src/cases/placeholder.ts';
import type { Reminded } from '#src/follow-ups/next-follow-up.ts';
import { languageOf } from '#src/language/language-of.ts';
import type { Text } from '#src/language/text.ts';
import type { Answer } from '#src/ports/answer.ts';
import { threadOf } from '#src/ports/place.ts';
import type { Turn } from '#src/ports/turn.ts';
import { type Actor, doing } from '../actor.ts';
import { alsoSaid } from '../also-said.ts';
import type { Tools } from '../dialog.ts';
import type { CaseCommand } from '../hearing/case-wish.ts';
import { collectPastes, keptText, leftUnread } from '../pastes/collect-pastes.ts';
import { keepText } from '../pastes/keep-paste.ts';
import { say } from '../say.ts';
import { filesAdded } from '../words.ts';
import { addToCase } from './add-to-case.ts';
import { showCase } from './case-view.ts';
import { NEEDS_TITLE, NOBODY_REMINDS, NOTE_CUT, opened, REST_UNREAD, sameTitle } from './case-words.ts';
import { changeCase } from './change-case.ts';

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
  if (kept.length === 0) {
    return showCase(noted.reminded, actor, ...said, ...noted.said);
  }
  const text = keptText(kept);
  await keepText(text, actor, tools, kept[0]?.source === null ? rest.length : 0);
  const speaker = { ...actor, language: languageOf(text, actor.language) };
  return addToCase(noted.reminded, actor.cause, speaker, tools, [...said, ...noted.said]);
}

/** Nothing is opened: whoever pasted below a placeholder is told that it was not read. */
function withoutTitle(rest: string, turn: Turn): Answer {
  const asked = say(turn, NEEDS_TITLE, ...(rest === '' ? [] : [REST_UNREAD]));
  return alsoSaid(asked, leftUnread(turn.message), turn.language);
}

/** Who sends a title twice may have meant one case. */
async function twins({ case: it }: Reminded, { place }: Actor, { cases }: Tools): Promise<readonly Text[]> {
  const isTwin = (other: Case) => other.number !== it.number && other.status === 'open' && other.title === it.title;
  const twin = (await cases.list(place)).find(({ case: other }) => isTwin(other));
  return twin ? [sameTitle(twin.case.number, it.number)] : [];
}

function creation(title: string, { author }: Actor) {
  const customerNumber = findCustomerNumber(title);
  return {
    kind: 'created' as const,
    title: withoutNumber(title, customerNumber),
    severity: UNJUDGED,
    owner: author.name || null,
    customerNumber,
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
