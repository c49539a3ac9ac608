import type { Case } from '#src/cases/case.ts';
import { whatEditChanged } from '#src/cases/what-edit-changed.ts';
import type { Reminded } from '#src/follow-ups/next-follow-up.ts';
import type { Answer } from '#src/ports/answer.ts';
import type { Deed, StoredPaste } from '#src/ports/case-store.ts';
import type { Turn } from '#src/ports/turn.ts';
import { type Actor, actorOf } from '../actor.ts';
import { addToCase, caseVerdict } from '../cases/add-to-case.ts';
import { showCase } from '../cases/case-view.ts';
import { EDITED } from '../cases/case-words.ts';
import { caseOfPaste } from '../cases/find-case.ts';
import type { Tools, Understood } from '../dialog.ts';
import { hint, say } from '../say.ts';
import { languageFor } from '../tongue.ts';
import { collectPastes } from './collect-pastes.ts';
import { readPaste } from './diagnose-paste.ts';
import { isFurtherPart } from './further-part.ts';
import { type Revised, revisePaste } from './revise-paste.ts';
import {
  DONE_ALREADY,
  EDIT_CHANGES_NOTHING,
  EDIT_LEFT_NOTHING,
  EDIT_READ,
  movedToCase,
  stillDone,
} from './words-on-edits.ts';

/**
 * A message was edited. A paste is replaced where it is kept; a command that was carried out is not carried out again;
 * what was never understood is taken `asNew`.
 */
export async function replyToEdit(
  turn: Turn,
  understood: Understood,
  tools: Tools,
  asNew: () => Promise<Answer>,
): Promise<Answer> {
  const actor = await actorOf(turn, tools);
  const ids = (turn.earlier ?? []).map(({ id }) => id);
  const own = await tools.cases.deeds(actor.place, [actor.cause]);
  const paste = (await tools.cases.pastes(actor.place, ids)).at(-1);
  const deeds = (await tools.cases.deeds(actor.place, ids)).filter(({ what }) => !OF_PASTES.has(what.kind));
  if (paste && own.length === 0) {
    const revised = await revisedText(paste, understood.paste, turn, tools);
    if (revised.text !== paste.text) {
      return editPaste(paste, revised, turn, actor, tools);
    }
    if (deeds.length === 0) {
      return hint(turn, EDIT_CHANGES_NOTHING);
    }
  }
  if (paste && own[0]) {
    return showAgain(own[0], turn, actor, tools);
  }
  const [deed] = deeds;
  if (deed) {
    return say(
      turn,
      deeds.some(({ what }) => understood.means(what)) ? DONE_ALREADY : stillDone(deed.what, deed.number),
    );
  }
  if ((turn.earlier ?? []).some(({ acted }) => acted)) {
    return hint(turn, EDITED);
  }
  return asNew();
}

/** What becomes of pastes is told apart from what commands do. */
const OF_PASTES: ReadonlySet<Deed['what']['kind']> = new Set(['dump-added', 'paste-edited', 'paste-removed']);

/** The same edit again, after a crash. */
async function showAgain({ number }: Deed, turn: Turn, actor: Actor, tools: Tools): Promise<Answer> {
  const reminded = await tools.cases.find(actor.place, number);
  return reminded ? showCase(reminded, actor, EDIT_READ) : say(turn, EDIT_READ);
}

/** Files cannot be edited, and an edit may come without them: what was read of them stays. */
async function revisedText(
  paste: StoredPaste,
  typed: string,
  { message }: Turn,
  tools: Tools,
): Promise<NonNullable<Revised>> {
  const typedBefore = paste.typed ?? paste.text.length;
  const files = paste.text.slice(typedBefore);
  const added = files === '' ? message.files : [];
  const { pastes } = await collectPastes({ text: typed, files: added, unreadable: [] }, tools.readFile);
  const text = pastes.map((each) => each.text).join('\n');
  const kept = text === '' || typedBefore === 0 ? files.replace(/^\n/, '') : files;
  const glue = text !== '' && kept !== '' && !kept.startsWith('\n') ? '\n' : '';
  return { text: `${text}${glue}${kept}`, typed: typed.trim() === '' ? 0 : typed.length };
}

async function editPaste(
  paste: StoredPaste,
  revised: NonNullable<Revised>,
  turn: Turn,
  actor: Actor,
  tools: Tools,
): Promise<Answer> {
  const { text } = revised;
  const alone = await tools.diagnose([{ source: null, text }]);
  if (alone.crashes.length === 0 && !isFurtherPart(text)) {
    const lost = await revisePaste(paste, null, () => false, actor, tools);
    return afterwards(lost, turn, actor, tools);
  }
  const named = await caseOfPaste(text, actor.place, actor.place, tools);
  const isMeant = (it: Case) => named === null || named.case.number === it.number || isMany;
  const holdersNow = (await tools.cases.list(actor.place)).filter(({ case: it }) => it.pastes.includes(paste.id));
  // One that buttons have put into several cases is edited in all of them.
  const isMany = holdersNow.length > 1;
  const before = await revisePaste(paste, revised, isMeant, actor, tools);
  const speaker = { ...actor, language: languageFor(text, actor) };
  const from = before.find(({ case: it }) => !isMeant(it));
  if (named && (before.length === 0 || from)) {
    const lead = [EDIT_READ, ...(from ? [movedToCase(from.case.number)] : [])];
    return addToCase(named, paste.id, speaker, tools, lead);
  }
  const [holder] = before;
  if (holder) {
    return inCase(holder, paste.id, speaker, tools);
  }
  const message = { ...turn.message, kind: 'message' as const, text, files: [] };
  return readPaste({ ...turn, id: paste.id, message }, tools, { lead: [EDIT_READ], alone });
}

/** The case with the edit, and what that changed. */
async function inCase(before: Reminded, paste: string, actor: Actor, tools: Tools): Promise<Answer> {
  const after = (await tools.cases.find(actor.place, before.case.number)) ?? before;
  const changed = whatEditChanged(before.case.summary, after.case.summary);
  return caseVerdict(after.case, paste, changed, [EDIT_READ], actor, tools);
}

async function afterwards(lost: readonly Reminded[], turn: Turn, actor: Actor, tools: Tools): Promise<Answer> {
  const [before] = lost;
  const after = before && (await tools.cases.find(actor.place, before.case.number));
  if (!before || !after) {
    return hint(turn, EDIT_LEFT_NOTHING);
  }
  return showCase(after, actor, EDIT_LEFT_NOTHING, ...whatEditChanged(before.case.summary, after.case.summary));
}
