import assert from 'node:assert/strict';
import type { AtHand } from '#dialogs/questions/at-hand.ts';
import { type ToRoute, toRoute } from '#dialogs/questions/routing/to-route.ts';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import type { Language } from '#src/language/text.ts';
import { buildReply } from '#src/reply/build-reply.ts';
import { questionInput } from '#src/telling/question.ts';
import { knowledge, vocabulary } from '../../../telling/told-of.ts';
import { SAMPLE } from '../a-sample.ts';

/** A question that no phrase fits, asked of a paste. */
export function openQuestion(words: string, paste = SAMPLE): ToRoute {
  const pastes = [{ source: null, text: paste }];
  const diagnosis = diagnose(pastes, knowledge);
  const at: AtHand = {
    diagnosis,
    pastes,
    reminded: null,
    paste: 'p',
    reply: (language: Language) => buildReply(diagnosis, pastes, language),
    quote: () => [],
    latest: diagnosis.crashes.map(({ crash }) => crash.id),
  };
  return toRoute(words, at, knowledge, vocabulary);
}

/** What is sent of it. */
export function sentOf(words: string, paste?: string): string {
  return questionInput(openQuestion(words, paste).told);
}

/** The place of the choice that has this role, which exists. */
export function placeOf({ told }: ToRoute, role: RegExp): string {
  return told.subjects.find((one) => role.test(one.role))?.name ?? assert.fail(`${role} is no choice`);
}
