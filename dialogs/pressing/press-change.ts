import type { AdaptiveCard } from '#src/cards/adaptive-card.ts';
import { caseCard } from '#src/cards/case-card.ts';
import { foldCase } from '#src/cases/case.ts';
import { Change } from '#src/cases/case-event.ts';
import { collides, collision, isSame } from '#src/cases/collisions.ts';
import { isPlaceholder } from '#src/cases/placeholder.ts';
import type { Press } from '#src/cases/press.ts';
import { localDay, type Reminded } from '#src/follow-ups/next-follow-up.ts';
import type { Text } from '#src/language/text.ts';
import { type Actor, ownName } from '../actor.ts';
import { calendarFor } from '../cases/case-calendar.ts';
import { HINTS } from '../cases/case-hints.ts';
import { viewOf } from '../cases/case-view.ts';
import { changedMeanwhile, needsOutcome } from '../cases/case-words.ts';
import { changeCase } from '../cases/change-case.ts';
import type { Tools } from '../dialog.ts';
import { digestNow } from './digest-now.ts';

/** The presses that change fields: those that carry the version their card showed, but for deleting and taking back. */
type ChangePress = Exclude<Extract<Press, { version: number }>, { verb: 'case.forget' | 'case.undo' }>;

/**
 * Does what a button says to the case that its card showed. Where somebody has decided otherwise since, that part is
 * not done, and the current card says so; what was only added since is no reason to refuse.
 */
export async function pressChange(
  press: ChangePress,
  reminded: Reminded,
  actor: Actor,
  tools: Tools,
): Promise<AdaptiveCard> {
  const asked = hintsOf(press);
  if (asked.length > 0) {
    return show(press, reminded, actor, tools, asked);
  }
  // As they would be kept: compared with what is, and told.
  const wanted = changesOf(press, reminded, actor).map((change) => Change.parse(change));
  if (wanted.length === 0) {
    return show(press, reminded, actor, tools, press.verb === 'case.close' ? [needsOutcome(reminded.case)] : []);
  }
  const isRepeated = (await tools.cases.actedOn(actor.place, actor.cause)) !== null;
  if (isRepeated || isEcho(press, reminded, wanted, actor)) {
    return show(press, reminded, actor, tools, []);
  }
  const { zone } = calendarFor(reminded.case, actor.calendar);
  const since = reminded.case.events.slice(press.version);
  const collided = collision(wanted, since);
  const said: Text[] = collided ? [changedMeanwhile(collided, zone)] : [];
  let now = reminded;
  for (const [step, change] of wanted.entries()) {
    if (collides(change, since)) {
      continue;
    }
    const changed = await changeCase(now, change, actor, tools, step);
    now = changed.after;
    said.push(changed.said);
  }
  return show(press, now, actor, tools, said);
}

function changesOf(press: ChangePress, reminded: Reminded, actor: Actor): Change[] {
  switch (press.verb) {
    case 'case.still-waiting':
      return [{ kind: 'still-waiting' }];
    case 'case.archive':
      return [{ kind: 'archived' }];
    case 'case.reopen':
      return [{ kind: 'reopened' }];
    case 'case.take-over':
      return [{ kind: 'owner-set', owner: ownName(actor) }];
    case 'case.remind':
      return [
        { kind: 'follow-up-set', day: localDay(actor.now, actor.calendar.zone).add({ days: press.days }).toString() },
      ];
    case 'case.close':
      return press.outcome?.trim() && !isPlaceholder(press.outcome)
        ? [{ kind: 'closed', outcome: press.outcome.trim() }]
        : [];
    case 'case.save':
      return formChanges(press, reminded, actor);
  }
}

/** A field in which only a placeholder of a value was left. */
function hintsOf(press: ChangePress): Text[] {
  if (press.verb !== 'case.save') {
    return [];
  }
  return FIELDS.filter(([field]) => isPlaceholder(press[field] ?? '')).map(([, hint]) => hint);
}

const FIELDS = [
  ['title', HINTS.title],
  ['owner', HINTS.owner],
  ['note', HINTS.emptyNote],
] as const;

/** Only what differs from what the form showed was meant: what others have set since stands in no old form. */
function formChanges(
  { severity, waiting, followUp, shown, title, owner, note, version }: Extract<ChangePress, { verb: 'case.save' }>,
  now: Reminded,
  actor: Actor,
): Change[] {
  const seen = foldCase(now.case.number, now.case.events.slice(0, version));
  const reminded = { ...now, case: seen };
  const text = note?.trim() ?? '';
  // Days as `2026-11-25` compare as texts.
  const isLater = followUp && followUp >= localDay(actor.now, calendarFor(now.case, actor.calendar).zone).toString();
  return [
    ...(text === '' ? [] : [{ kind: 'noted' as const, text }]),
    ...typedChange(title, reminded.case.title, (text) => ({ kind: 'titled', title: text })),
    ...typedChange(owner, reminded.case.owner ?? '', (text) => ({ kind: 'owner-set', owner: text })),
    ...(severity && severity !== reminded.case.severity ? [{ kind: 'severity-set' as const, severity }] : []),
    ...(waiting && waiting !== reminded.case.waiting.for ? [{ kind: 'waiting-set' as const, for: waiting }] : []),
    ...(isLater && followUp !== (shown ?? viewOf(reminded, actor).nextFollowUp)
      ? [{ kind: 'follow-up-set' as const, day: followUp }]
      : []),
  ];
}

/** A field that was emptied is left as it was: a case has a title. */
function typedChange(typed: string | undefined, now: string, change: (text: string) => Change): Change[] {
  const text = typed?.trim() ?? '';
  return text === '' || text === now.trim() ? [] : [change(text)];
}

/** Teams delivers a slow press again within seconds, also under a new id. */
const ECHO_MS = 120_000;

/** The same person has just done exactly this. */
function isEcho(
  { version }: ChangePress,
  { case: it }: Reminded,
  wanted: readonly Change[],
  { author, now }: Actor,
): boolean {
  const own = it.events
    .slice(version)
    .filter(({ by, at }) => by.id === author.id && Date.parse(now) - Date.parse(at) <= ECHO_MS);
  return wanted.every((change) => own.some(({ what }) => isSame(what, change)));
}

async function show(
  press: ChangePress,
  reminded: Reminded,
  actor: Actor,
  tools: Tools,
  said: readonly Text[],
): Promise<AdaptiveCard> {
  if (press.digest && press.of) {
    return digestNow(press.digest, press.of, actor, tools, ...said.map((text) => about(reminded.case.number, text)));
  }
  const typed = press.verb === 'case.close' && reminded.case.status !== 'closed' ? (press.outcome ?? '') : '';
  return caseCard(viewOf(reminded, actor), actor.language, said, typed);
}

/** A digest has several cases: what was done says to which. */
function about(number: number, { en, zh }: Text): Text {
  return { en: `Case ${number} – ${en}`, zh: `案例 ${number}——${zh}` };
}
