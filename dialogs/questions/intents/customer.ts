import { COLON } from '#src/language/joined.ts';
import { CONFIDENCE, suspectLabel } from '#src/reply/words.ts';
import { type AnswerPart, accused, evidenceClaims, evidenceOf, type On, part, plain } from '../on.ts';
import { HEADINGS, TELL_CUSTOMER, WHOLE_MAIL } from '../words.ts';
import { ofCrashes, suspectedFor } from '../words-on-crashes.ts';
import { stepsOf } from './first.ts';

const MOST_STEPS = 1;
const MOST_COMMANDS = 4;

/** A few sentences for a customer who has no case yet: what happened, who is suspected, what comes next. */
export function customer(on: On): AnswerPart[] {
  const { say, crashes, group } = on;
  const [one] = crashes;
  const { culprit, confidence, sentence } = accused(on);
  const isUnnamed = culprit === 'unknown';
  const stopped = one.reply.meaning === null ? one.reply.title : `${one.reply.title}${say(COLON)}${one.reply.meaning}`;
  // Our names of the crashes say nothing to a customer.
  const happened = group ? say(ofCrashes(group.crashes.length)) : stopped;
  const blamed =
    group && !isUnnamed
      ? say(suspectedFor(suspectLabel(culprit), CONFIDENCE[confidence], group.crashes.length, group.likely.length))
      : sentence;
  const steps = stepsOf(on).slice(0, MOST_STEPS);
  const next = one.reply.nextCommands.slice(0, MOST_COMMANDS);
  const found = evidenceOf(on).filter(({ evidence }) => evidence.for && evidence.suspect === culprit);
  return [
    ...part(
      [happened, blamed, ...steps.map(({ title, text }) => `${title}${say(COLON)}${text}`)].map(plain),
      say(TELL_CUSTOMER),
    ),
    ...(steps.length === 0 && next.length > 0
      ? [{ title: say(HEADINGS.run), commands: next.map(({ command }) => command) }]
      : []),
    ...part(evidenceClaims(on, found, 1), say(HEADINGS.pointsTo)),
    ...part([plain(say(WHOLE_MAIL))]),
  ];
}
