import { type ParseArgsConfig, parseArgs } from 'node:util';

/** What somebody typed is wrong: the sentence is said, and the usage below it. */
export class WrongUsage extends Error {}

interface Command<Config extends ParseArgsConfig> {
  /** As it is called: `triage`. */
  readonly name: string;
  readonly usage: string;
  readonly config: Config;
  /** @returns the exit status */
  readonly run: (asked: ReturnType<typeof parseArgs<Config>>) => number | Promise<number>;
}

const HELP = { help: { type: 'boolean', short: 'h' } } as const;

/**
 * Runs a command of the terminal and sets the exit status: `--help` prints the usage and is a success; a mistake in the call
 * and a failure say what was wrong on standard error and are 1.
 */
export async function runCommand<const Config extends ParseArgsConfig>(command: Command<Config>): Promise<void> {
  const { name, usage, config, run } = command;
  try {
    const asked = read(config);
    if ((asked.values as { help?: boolean }).help) {
      process.stdout.write(`${usage}\n`);
      return;
    }
    process.exitCode = await run(asked);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(error instanceof WrongUsage ? `${reason}\n${usage}\n` : `${name} failed: ${reason}\n`);
    process.exitCode = 1;
  }
}

function read<const Config extends ParseArgsConfig>(config: Config): ReturnType<typeof parseArgs<Config>> {
  // What is added is asked for here alone, so the type stays that of the command's own options.
  const whole = { ...config, options: { ...config.options, ...HELP } } as unknown as Config;
  try {
    return parseArgs(whole);
  } catch (error) {
    // Only the first sentence is about what was typed; the next are advice to programmers.
    const [sentence = ''] = (error instanceof Error ? error.message : String(error)).split('. ');
    throw new WrongUsage(sentence, { cause: error });
  }
}
