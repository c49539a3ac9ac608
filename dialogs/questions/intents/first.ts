import { joined, LIST_COMMA } from '#src/language/joined.ts';
import type { StepReply } from '#src/reply/reply.ts';
import { type AnswerPart, type On, part, plain } from '../on.ts';
import { HEADINGS, NO_STEPS } from '../words.ts';
import { may } from './may.ts';

const MOST_COMMANDS = 4;

/** The steps for the crashes that are meant; those about a shared cause stand with the group, said once. */
export function stepsOf({ groups, crashes }: Pick<On, 'groups' | 'crashes'>): readonly StepReply[] {
  const [one] = crashes;
  const shared = groups.find(({ crashes: ids }) => ids.includes(one.reply.id))?.steps ?? [];
  return [...shared, ...one.reply.steps];
}

/** What to do first, and what comes after that; before it what is said to whoever means to do something else. */
export function first(on: On): AnswerPart[] {
  const { about } = on.asked;
  const plan = stepsOf(on);
  if (about === null || about === 'verifier' || about === 'no-start') {
    return planned(on, plan);
  }
  const { lead, steps } = may(on, about, plan);
  return [...lead, ...planned(on, steps)];
}

function planned(on: On, [step, ...others]: readonly StepReply[]): AnswerPart[] {
  const { say } = on;
  const next = on.crashes[0].reply.nextCommands;
  if (!step) {
    const commands = next.slice(0, MOST_COMMANDS).map(({ command }) => command);
    return [{ claims: [plain(say(NO_STEPS))], commands }];
  }
  return [
    { title: step.title, claims: [plain(step.text), plain(step.reason)], commands: step.commands },
    ...(step.undo.length > 0 ? [{ title: say({ en: 'To undo', zh: '如何恢复' }), commands: step.undo }] : []),
    ...part(
      others.length > 0
        ? [
            plain(
              say(
                joined(
                  others.map(({ title }) => title),
                  LIST_COMMA,
                ),
              ),
            ),
          ]
        : [],
      say(HEADINGS.others),
    ),
  ];
}
