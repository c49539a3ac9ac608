import { COLON } from '#src/language/joined.ts';
import { type AnswerPart, type On, part, plain } from '../on.ts';
import { ENOUGH, SEND_THESE } from '../words.ts';

const MOST_COMMANDS = 5;

/** What is still to be sent: the commands that would decide, of the crashes that are meant. */
export function need({ crashes, say }: On): AnswerPart[] {
  const asked = crashes.flatMap(({ reply }) => reply.nextCommands.map((next) => ({ ...next, id: reply.id })));
  const distinct = asked.filter(({ command }, at) => asked.findIndex((other) => other.command === command) === at);
  const shown = distinct.slice(0, MOST_COMMANDS);
  if (shown.length === 0) {
    return part([plain(say(ENOUGH))]);
  }
  const of = (id: string) => (crashes.length > 1 ? `${id} – ` : '');
  return [
    { claims: [plain(say(SEND_THESE))], commands: shown.map(({ command }) => command) },
    ...part(shown.map(({ command, why, id }) => plain(`${of(id)}${command}${say(COLON)}${why}`))),
  ];
}
