import { look } from '#src/diagnosis/look.ts';
import { driverRole, isWindows } from '#src/diagnosis/views/driver-role.ts';
import type { StepReply } from '#src/reply/reply.ts';
import type { Meant } from '../asked.ts';
import { type AnswerPart, accused, type Claim, type On, plain } from '../on.ts';
import {
  AS_STEPS_SAY,
  GOES_ON,
  NO_OTHER_STEP,
  NO_REINSTALL,
  NOTHING_TO_REMOVE,
  notAbout,
  notToRemove,
  RESTART_MENDS_NOTHING,
  reinstallBringsBack,
  reinstallMendsNone,
} from '../words-on-plans.ts';

/** What is said before the plan to somebody who means to do something else, and the steps of the plan that are about that. */
export interface May {
  readonly lead: readonly AnswerPart[];
  readonly steps: readonly StepReply[];
}

/**
 * Whether something may be done: nothing is known of that but what the plan says of the driver that is named. The steps come
 * in the order in which that is asked: a warning first, then the step that does it.
 */
export function may(on: On, meant: Meant, plan: readonly StepReply[]): May {
  const { say } = on;
  const { culprit, sentence } = accused(on);
  const whole = (...claims: readonly string[]): May => ({
    lead: [{ claims: [sentence, ...claims].map((text): Claim => plain(text)) }],
    steps: plan,
  });
  if (meant === 'go-on') {
    return whole(say(GOES_ON));
  }
  if (meant === 'else') {
    const [, ...others] = plan;
    return others.length > 0 ? { lead: [], steps: others } : whole(say(NO_OTHER_STEP));
  }
  if (meant === 'restart') {
    return whole(say(RESTART_MENDS_NOTHING));
  }
  const isDriver = isThirdParty(on, culprit);
  if (meant === 'reinstall') {
    return whole(
      say(culprit === 'hardware' ? reinstallMendsNone() : isDriver ? reinstallBringsBack(culprit) : NO_REINSTALL),
    );
  }
  if (culprit === 'unknown') {
    return whole(say(NOTHING_TO_REMOVE));
  }
  if (!isDriver) {
    return whole(say(notToRemove(culprit)));
  }
  const { subject } = on.asked;
  if (subject?.kind === 'driver' && subject.image !== culprit) {
    return whole(say(notAbout(subject.image, culprit)));
  }
  const inEnglish = englishOf(on);
  const warns = plan.filter((step) => WARNS.test(inEnglish(step)));
  const tells = plan.filter((step) => DOES[meant].test(inEnglish(step)));
  return { ...whole(say(AS_STEPS_SAY)), steps: [...new Set([...warns, ...tells, ...plan])] };
}

const WARNS = /\b(?:do not|never) (?:disable|delete|remove|uninstall)\b/i;
const DOES: Readonly<Record<'remove' | 'disable', RegExp>> = {
  remove: /\b(?:uninstall(?:er)?|remove the product)\b/i,
  disable: /\b(?:disable|unbind|unload)\b/i,
};

/** What a step says, in one language: what it is about hangs on no translation. */
function englishOf({ crashes, say }: On): (step: StepReply) => string {
  const known = crashes.flatMap(({ diagnosed }) => diagnosed.judgement.recommendations);
  const texts = new Map(known.map(({ title, text }) => [say(title), `${title.en} ${text.en}`]));
  return ({ title }) => texts.get(title) ?? '';
}

/** Nobody takes out what is a part of Windows, whatever it is suspected of. */
function isThirdParty({ crashes, knowledge }: On, culprit: string): boolean {
  if (culprit === 'unknown' || culprit === 'os' || culprit === 'hardware') {
    return false;
  }
  return crashes.some(({ diagnosed: { crash } }) => {
    const role = driverRole(culprit, look(crash, knowledge));
    return role !== null && !isWindows(role);
  });
}
