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

/** The commands of a prompt line in the order they ran; none where it is missing. */
export function splitCommands(typed: string | null): readonly TypedCommand[] {
  if (typed === null) {
    return NONE;
  }
  return typed
    .slice(0, MAX_COMMAND_LENGTH)
    .split(';')
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text) => {
      const [name = '', ...args] = text.split(/\s+/);
      return { name: name.toLowerCase(), args, text };
    });
}

/** The first typed command of these names; `!pool` also matches `!kdexts.pool`, whose extension was spelled out. */
export function findTyped(
  section: { readonly typed: () => readonly TypedCommand[] },
  names: readonly string[],
): TypedCommand | null {
  return section.typed().find((command) => names.some((name) => isNamed(command.name, name))) ?? null;
}

function isNamed(typed: string, name: string): boolean {
  if (typed === name) {
    return true;
  }
  return name.startsWith('!') && typed.startsWith('!') && typed.endsWith(`.${name.slice(1)}`);
}
