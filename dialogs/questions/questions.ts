import type { Diagnosis } from '#src/diagnosis/diagnosis.ts';
import type { Reminded } from '#src/follow-ups/next-follow-up.ts';
import type { Answer } from '#src/ports/answer.ts';
import type { Turn } from '#src/ports/turn.ts';
import { type Actor, actorOf } from '../actor.ts';
import { defineDialog, type Tools } from '../dialog.ts';
import { explained, readAsked } from '../explain.ts';
import { withoutCourtesy } from '../hearing/courtesy.ts';
import { isAnsweredAlone, readPaste } from '../pastes/diagnose-paste.ts';
import { insteadOf } from '../pastes/instead-of-crash.ts';
import { say } from '../say.ts';
import { answerAsked } from './answer.ts';
import type { Asked } from './asked.ts';
import { type AtHand, atHand, caseAtHand } from './at-hand.ts';
import { asksSomething, canBeAsked } from './can-be-asked.ts';
import { hearQuestion } from './hear.ts';
import { languageAsked, NO_NAMES, route } from './route.ts';
import { namesSeen } from './seen.ts';
import { FROM_NOW_ON, NO_DUMPS_IN_CASE } from './words.ts';

/**
 * Questions about what was diagnosed: "why?", "why not ndis?", "怎么恢复". Read are few words that may be one; whether they
 * are is known only with a diagnosis at hand. Without one they are answered as if nobody could ask.
 */
export const questions = defineDialog({
  name: 'questions',
  read: (_, { message }, { knowledge }) => {
    const isAlone = message.files.length === 0 && message.unreadable.length === 0;
    const said = isAlone ? hearQuestion(message.text) : null;
    return said !== null && (asksSomething(said) || route(said, NO_NAMES, knowledge) !== null) ? said : null;
  },
  reply: async (said, turn, tools) => {
    const chosen = route(said, NO_NAMES, tools.knowledge)?.into ?? null;
    if (chosen !== null) {
      await tools.people.speaks(turn.target.tenant, turn.message.author?.id ?? '', { chosen });
    }
    const actor = await actorOf(turn, tools);
    const at = await atHand(actor, tools);
    if (chosen !== null && at === null) {
      return say({ ...turn, language: chosen }, FROM_NOW_ON);
    }
    return (at && (await answerTo(said, at, turn, actor, tools))) ?? asIfNobodyAsked(said, turn, tools);
  },
});

/** Few words after the number of a case; null where they ask nothing. */
export async function askedOfCase(
  words: string,
  reminded: Reminded,
  turn: Turn,
  actor: Actor,
  tools: Tools,
): Promise<Answer | null> {
  const said = hearQuestion(words);
  const asked = said === null ? null : route(said, NO_NAMES, tools.knowledge);
  if (said === null || !(asked ?? asksSomething(said))) {
    return null;
  }
  const at = await caseAtHand(reminded, null, tools, actor);
  if (at) {
    return answerTo(said, at, turn, actor, tools);
  }
  return asked ? say({ ...turn, language: languageAsked(said) }, NO_DUMPS_IN_CASE) : null;
}

/** Null where the words are no question about what is at hand: debugger output, or a machine that stopped again. */
async function answerTo(said: string, at: AtHand, turn: Turn, actor: Actor, tools: Tools): Promise<Answer | null> {
  const names = namesSeen(
    at.diagnosis.crashes.map(({ crash }) => crash),
    tools.knowledge,
  );
  const asked = route(said, names, tools.knowledge);
  const alone = await tools.diagnose([{ source: null, text: said }]);
  if (isAnotherCrash(alone, at.diagnosis) || isForExplaining(asked, at, tools)) {
    return null;
  }
  if (asked) {
    return answerAsked(asked, at, actor, tools);
  }
  return asksSomething(said) && !isAnsweredAlone(said, tools)
    ? canBeAsked(said, at, languageAsked(said), actor, turn.message, tools)
    : null;
}

/**
 * What somebody tells of a machine that stopped is a crash of its own, unless it is the one that is at hand; so is a loss of
 * power or a program that ended.
 */
export function isAnotherCrash(
  told: Pick<Diagnosis, 'crashes' | 'warnings'>,
  { crashes }: Pick<Diagnosis, 'crashes'>,
): boolean {
  if (insteadOf(told).length > 0) {
    return true;
  }
  const known = new Set(crashes.flatMap(({ crash, bugcheck }) => [crash.bugcheck?.code, bugcheck?.code]));
  return told.crashes.some(({ crash, bugcheck }) => {
    const code = crash.bugcheck?.code ?? bugcheck?.code;
    return crash.bugcheck?.told !== true || (code !== undefined && code !== null && !known.has(code));
  });
}

/** A stop code that is none of these is explained as ever. */
function isForExplaining(asked: Asked | null, { diagnosis }: AtHand, { knowledge }: Tools): boolean {
  const code = asked?.intent === 'meaning' && asked.subject?.kind === 'code' ? asked.subject.text : null;
  if (code === null || !knowledge.bugcheck(code)) {
    return false;
  }
  return !diagnosis.crashes.some(({ crash, bugcheck }) =>
    [crash.bugcheck?.code, bugcheck?.code, ...(crash.bugcheck?.args ?? [])].includes(code),
  );
}

function asIfNobodyAsked(said: string, turn: Turn, tools: Tools): Answer | Promise<Answer> {
  const code = readAsked(withoutCourtesy(said).plain, tools.knowledge);
  return code ? explained(code, turn, tools.knowledge) : readPaste(turn, tools);
}
