import { COLON, joined, LIST_COMMA } from '../language/joined.ts';
import { sayIn } from '../language/say.ts';
import { capital } from '../reply/dump-names.ts';
import type { Findings } from '../reply/findings.ts';
import type { Reply } from '../reply/reply.ts';
import { type Block, code, heading, list, paragraph } from './mail.ts';
import { MAIL_WORDS } from './mail-words.ts';

const MOST_COMMANDS = 6;

/** Commands that several dumps are asked for are asked for once. */
export interface Asked {
  readonly ids: readonly string[];
  readonly commands: readonly string[];
}

/** Whether the report names anybody. */
export function isKnown({ groups, crashes }: Reply): boolean {
  return [...groups, ...crashes.map(({ verdict }) => verdict)].some(({ culprit }) => culprit !== 'unknown');
}

/** What is asked of which dump. Nobody but us can fill in `<address>`, and what one dump told of a driver holds for all. */
export function askedOf({ reply: { crashes }, records }: Findings): Asked[] {
  const known = records
    .filter(({ builds }) => builds.length > 0)
    .map(({ image }) => `lmvm ${image.replace(/\.\w{1,4}$/, '')}`);
  const asked: { ids: string[]; commands: string[] }[] = [];
  for (const { id, nextCommands } of crashes) {
    const commands = nextCommands
      .map(({ command }) => command)
      .filter((command) => !/<\w/.test(command) && !known.includes(command))
      .slice(0, MOST_COMMANDS);
    const same = asked.find((other) => other.commands.join('\n') === commands.join('\n'));
    if (same) {
      same.ids.push(id);
    } else if (commands.length > 0) {
      asked.push({ ids: [id], commands });
    }
  }
  return asked;
}

/** Commands only: why they help is for those who sit at the debugger. */
export function needed(asked: readonly Asked[], { reply, names }: Findings): Block[] {
  if (asked.length === 0) {
    return [];
  }
  const say = sayIn(reply.language);
  const title = heading(say(isKnown(reply) ? MAIL_WORDS.surer : MAIL_WORDS.needed));
  const [only] = asked;
  if (reply.crashes.length === 1 && only) {
    return [title, paragraph(say(MAIL_WORDS.commands)), ...code(only.commands)];
  }
  // Of several dumps a line each: who has them all open looks for the dump, then for its commands.
  const rows = asked.map(({ ids, commands }) => {
    const dumps = joined(
      ids.map((id) => names.get(id) ?? id),
      LIST_COMMA,
    );
    return `${capital(say(dumps))}${say(COLON)}${commands.join('; ')}`;
  });
  return [title, paragraph(say(MAIL_WORDS.commands)), ...list(rows)];
}
