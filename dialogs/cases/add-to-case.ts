import { leadLines, subtleLines } from '#src/cards/case-card.ts';
import { caseName } from '#src/cards/case-view.ts';
import { CASE_WORDS, unreadableText } from '#src/cards/case-words.ts';
import { execute } from '#src/cards/execute.ts';
import type { Frame } from '#src/cards/frame.ts';
import { otherLanguage } from '#src/cards/other-language.ts';
import type { SentCard } from '#src/cards/sent-card.ts';
import { verdictCard } from '#src/cards/verdict-card.ts';
import { viewOf } from '#src/cards/view-asked.ts';
import { type Case, foldCase } from '#src/cases/case.ts';
import { seenBefore } from '#src/cases/seen-before.ts';
import { whatChanged } from '#src/cases/what-changed.ts';
import type { Reminded } from '#src/follow-ups/next-follow-up.ts';
import type { Language, Text } from '#src/language/text.ts';
import type { Reply } from '#src/reply/reply.ts';
import type { Actor } from '../actor.ts';
import type { Tools } from '../dialog.ts';
import { otherWay } from '../pastes/case-pastes.ts';
import { partButton } from '../pastes/part-button.ts';
import { toBeTold } from '../telling/to-be-told.ts';
import { caseReply, isRepeat, newestCrashes } from './case-reply.ts';
import { restsStill } from './case-words.ts';
import { changeCase } from './change-case.ts';
import { readCase } from './read-case.ts';

/** Several people may paste into one case at once; each of them is read with what came before. */
const MOST_TRIES = 6;

/**
 * Adds a paste that is kept under `pasteId` to a case, reads all pastes of the case together, and says what the new
 * one changed; `lead` says what was done before.
 */
export async function addToCase(
  seen: Reminded,
  pasteId: string,
  actor: Actor,
  tools: Tools,
  lead: readonly Text[] = [],
): Promise<SentCard> {
  for (let tries = 1; ; tries++) {
    const reminded = tries === 1 ? seen : ((await tools.cases.find(actor.place, seen.case.number)) ?? seen);
    const added = await tryToAdd(reminded, pasteId, actor, tools, tries >= MOST_TRIES);
    if (added) {
      return answer(added, pasteId, lead, actor, tools);
    }
  }
}

interface Added {
  /** The case as it is with the paste. */
  readonly it: Case;
  readonly reply: Reply;
  readonly changed: readonly Text[];
}

/** Null where somebody added another dump meanwhile: then that one has to be read together with this one. */
async function tryToAdd(
  seen: Reminded,
  pasteId: string,
  actor: Actor,
  tools: Tools,
  isLast: boolean,
): Promise<Added | null> {
  const before = withoutPaste(seen, pasteId);
  const ids = [...before.pastes, pasteId];
  const { pastes, diagnosis, summary } = await readCase(before, await tools.cases.pastes(actor.place, ids), tools);
  let it = seen.case;
  if (!it.pastes.includes(pasteId)) {
    const { isDone, after } = await changeCase(seen, { kind: 'dump-added', paste: pasteId, summary }, actor, tools, 1);
    if (!isDone && !isLast) {
      return null;
    }
    if (!isDone) {
      throw new Error('the case changed each time a dump was to be added');
    }
    it = after.case;
  }
  const shown = newestCrashes(diagnosis, pastes);
  // Dumps whose pastes are deleted cannot be read together with this one.
  const known = before.pastes.length === 0 ? { crashes: [], groups: [] } : before.summary;
  const changed = whatChanged(known, summary, shown, isRepeat(diagnosis, pastes));
  const reply = caseReply(diagnosis, pastes, actor.language, shown);
  return { it, reply, changed };
}

/** The case as it was before this paste: the answer is the same when the message has to be answered again. */
function withoutPaste({ case: it }: Reminded, pasteId: string): Case {
  const index = it.events.findLastIndex(({ what }) => what.kind === 'dump-added' && what.paste === pasteId);
  if (index < 0) {
    return it;
  }
  return foldCase(it.number, it.events.slice(0, index));
}

/** The verdict on one paste of a case, or on all where it shows no dump, led by what was `changed`. */
export async function caseVerdict(
  it: Case,
  pasteId: string,
  changed: readonly Text[],
  lead: readonly Text[],
  actor: Actor,
  tools: Tools,
): Promise<SentCard> {
  const reply = await replyOnPaste(it, pasteId, actor, tools);
  return answer({ it, changed, reply }, pasteId, lead, actor, tools);
}

/** What is said of one paste of a case, read with all the others. */
export async function replyOnPaste(
  it: Case,
  pasteId: string,
  { place, language }: Actor,
  tools: Pick<Tools, 'cases' | 'diagnose'>,
): Promise<Reply> {
  const { diagnosis, pastes, summary } = await readCase(it, await tools.cases.pastes(place, it.pastes), tools);
  const shown = summary.crashes.filter(({ at }) => at?.paste === pasteId).map(({ id }) => id);
  return caseReply(diagnosis, pastes, language, shown);
}

async function answer(
  { it, reply, changed }: Added,
  pasteId: string,
  before: readonly Text[],
  { language, place }: Actor,
  tools: Tools,
): Promise<SentCard> {
  const summary = [...changed.map((text) => text[language]), reply.summary].join(' ');
  const others = (await tools.cases.list(place))
    .map((reminded) => reminded.case)
    .filter(({ number }) => number !== it.number);
  const frame = caseFrame(it, pasteId, before, changed, language);
  const how = otherWay(pasteId, await tools.cases.pastes(place, it.pastes), it.parted);
  const parting = how && partButton({ verb: 'case.part', case: it.number, paste: pasteId, how }, language);
  const after = [...subtleLines(seenBefore(it.summary, others), language), ...frame.after];
  const card = {
    ...verdictCard(
      { ...reply, summary },
      { ...frame, before: [...frame.before, ...(parting ? [parting] : [])], after },
    ),
    isVerdict: true,
  } as const;
  return toBeTold(card, { paste: pasteId, case: it.number, language }, tools);
}

/** Around a verdict in a case: which case, what was done before, what `changed`, and the way to the case; its buttons stay in its language. */
export function caseFrame(
  it: Case,
  paste: string,
  before: readonly Text[],
  changed: readonly Text[],
  language: Language,
): Required<Frame> {
  const name = `${CASE_WORDS.case[language]} ${caseName(it)}: ${it.title}`;
  const lead = [
    ...[...before, { en: name, zh: name }, ...changed],
    ...(it.status === 'open' ? [] : [restsStill(it)]),
    ...(it.unreadable === 0 ? [] : [unreadableText(it.unreadable)]),
  ];
  const { number, version } = it;
  const actions = [
    execute(CASE_WORDS.show[language], { verb: 'case.show', case: number }),
    ...(it.status === 'open'
      ? []
      : [execute(CASE_WORDS.reopen[language], { verb: 'case.reopen', case: number, version })]),
    otherLanguage({ verb: 'case.verdict', case: number, paste, view: 'screen' }, language),
  ];
  return {
    before: leadLines(lead, language),
    after: [{ type: 'ActionSet', actions }],
    ask: (crash) => ({
      verb: 'case.verdict',
      case: number,
      paste,
      ...viewOf(crash),
      in: language,
    }),
  };
}
