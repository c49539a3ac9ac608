import type { Section } from '../intake/line.ts';

/** What was typed at the prompt: `.frame 0n6; !mex.x` holds two of these. */
export interface TypedCommand {
  /** Lower case, extension name included: `!mex.tag`, `.trap`, `dt`. */
  readonly name: string;
  readonly args: readonly string[];
  /** As typed, trimmed. */
  readonly text: string;
}

const MAX_COMMAND_LENGTH = 600;
const NONE: readonly TypedCommand[] = [];

const commands = new WeakMap<Section, readonly TypedCommand[]>();

/** The commands of the section's prompt line in the order they ran; empty where the output stands alone. */
export function typedCommands(section: Section): readonly TypedCommand[] {
  if (section.command === null) {
    return NONE;
  }
  let typed = commands.get(section);
  if (typed === undefined) {
    typed = splitCommands(section);
    commands.set(section, typed);
  }
  return typed;
}

/** Split once: some twenty parsers ask what was typed. */
function splitCommands(section: Section): readonly TypedCommand[] {
  const typed = (section.command ?? '').slice(0, MAX_COMMAND_LENGTH);
  return typed
    .split(';')
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text) => {
      const [name = '', ...args] = text.split(/\s+/);
      return { name: name.toLowerCase(), args, text };
    });
}

/** The first typed command of these names; `!pool` also matches `!kdexts.pool`, whose extension was spelled out. */
export function findTyped(section: Section, names: readonly string[]): TypedCommand | null {
  return typedCommands(section).find((command) => names.some((name) => isNamed(command.name, name))) ?? null;
}

function isNamed(typed: string, name: string): boolean {
  if (typed === name) {
    return true;
  }
  return name.startsWith('!') && typed.startsWith('!') && typed.endsWith(`.${name.slice(1)}`);
}
