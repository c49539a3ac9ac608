import { runCommand, WrongUsage } from '#src/terminal/run-command.ts';
import { play, type Row, waitsAlone } from './chaos/play.ts';
import { headerLine, rowLine } from './chaos/print-rows.ts';
import { roundsOf, SCENARIOS } from './chaos/scenarios.ts';
import { type DatabaseName, onStage } from './chaos/stage.ts';

const USAGE = `Usage: npm run -s chaos -- [--short] [--only NAME,…] [--database pglite|postgres] [--seed N] [--json]
Starts the bot as npm start does, on this machine only, and does to it what goes wrong in the world, on PGlite and on
PostgreSQL with two instances (where TEST_DATABASE_URL or DATABASE_URL names one: databases are made and dropped there).
Prints what was sent, answered, lost and answered twice, and what others waited meanwhile. Exit status 1 where a target
is missed.
${SCENARIOS.map(({ name, about }) => `  ${name.padEnd(12)} ${about}`).join('\n')}`;

const server = process.env.TEST_DATABASE_URL || process.env.DATABASE_URL;

interface Asked {
  readonly names: readonly string[];
  readonly databases: readonly DatabaseName[];
  readonly isShort: boolean;
  readonly isJson: boolean;
  readonly seed: number;
}

const OPTIONS = {
  short: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  only: { type: 'string' },
  database: { type: 'string' },
  seed: { type: 'string', default: '1' },
} as const;

await runCommand({
  name: 'chaos',
  usage: USAGE,
  config: { options: OPTIONS },
  run: ({ values: { only, database, short: isShort, json: isJson, seed } }) =>
    chaos({ names: namesIn(only), databases: databasesFor(database), isShort, isJson, seed: wholeNumber(seed) }),
});

function namesIn(only: string | undefined): string[] {
  const names = only?.split(',') ?? SCENARIOS.map(({ name }) => name);
  const unknown = names.filter((name) => !SCENARIOS.some((scenario) => scenario.name === name));
  if (unknown.length > 0) {
    throw new WrongUsage(`There is no scenario ${unknown.join(', ')}.`);
  }
  return names;
}

function wholeNumber(seed: string): number {
  if (!Number.isInteger(Number(seed))) {
    throw new WrongUsage('--seed takes a whole number.');
  }
  return Number(seed);
}

function databasesFor(wanted: string | undefined): DatabaseName[] {
  if (wanted === 'pglite' || wanted === 'postgres') {
    return [wanted];
  }
  if (wanted !== undefined) {
    throw new WrongUsage('--database is pglite or postgres.');
  }
  return server ? ['pglite', 'postgres'] : ['pglite'];
}

/** Throws where nothing of what was asked for is part of the short form. */
function chosenRounds({ names, isShort }: Asked) {
  const rounds = roundsOf(names, isShort);
  if (rounds.length === 0) {
    throw new WrongUsage(`${names.join(', ')} is not part of the short form; leave out --short.`);
  }
  return rounds;
}

async function chaos(asked: Asked): Promise<number> {
  const { databases, isShort, isJson, seed } = asked;
  const rounds = chosenRounds(asked);
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  const all: (Row & { database: DatabaseName })[] = [];
  for (const database of databases) {
    say(`${database}: starting`);
    await onStage({ database, server, isShort, seed }, async (stage) => {
      const alone = await waitsAlone(stage);
      const unloaded = `help ${Math.round(alone.help)} ms, paste ${Math.round(alone.paste)} ms`;
      if (!isJson) {
        process.stdout.write(`${database}, nothing happening: ${unloaded}\n${headerLine()}\n`);
      }
      for (const round of rounds) {
        for (const { name, about } of round) {
          say(`${database}: ${name}, ${about}`);
        }
        const rows = await play(round, stage, alone);
        all.push(...rows.map((row) => ({ ...row, database })));
        if (!isJson) {
          process.stdout.write(rows.map((row) => `${rowLine(row)}\n`).join(''));
        }
      }
    });
  }
  if (isJson) {
    process.stdout.write(`${JSON.stringify(all, null, 2)}\n`);
  }
  return all.some(({ complaints }) => complaints.length > 0) ? 1 : 0;
}
