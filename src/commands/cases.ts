import { openDatabase } from '../adapters/store/database.ts';
import { exportCases } from '../adapters/store/export-cases.ts';
import { importCases } from '../adapters/store/import-cases.ts';
import { readDatabase } from '../config.ts';
import { writeJson } from '../report/write-json.ts';
import { runCommand, WrongUsage } from '../terminal/run-command.ts';

const USAGE = `Usage: npm run -s cases -- export > cases.jsonl
       npm run -s cases -- import < cases.jsonl
Copies every case with its timeline, pastes and follow-up settings, one JSON document a line: for a backup, and to move
from the embedded database (STOPCODE_DATA) to PostgreSQL (DATABASE_URL). Stop the bot first where it is embedded.
Exit status: 0 everything, 2 all but what is damaged, which is named on standard error, 1 a failure.`;

async function copyCases(command: string | undefined): Promise<number> {
  if (command !== 'export' && command !== 'import') {
    throw new WrongUsage('Say export or import.');
  }
  const database = await openDatabase(readDatabase(process.env), (error) => process.stderr.write(`${error.message}\n`));
  try {
    if (command === 'import') {
      const lines = linesOf(process.stdin.setEncoding('utf8'));
      const { added, known, leftOut } = await importCases(database.kysely, lines);
      process.stdout.write(`${added} records imported, ${known} were there already\n`);
      for (const what of leftOut) {
        tellLeftOut(what);
      }
      return leftOut.length === 0 ? 0 : 2;
    }
    await write({ type: 'stopcode-export', schema: 1 });
    let damaged = 0;
    const leftOut = (what: string) => {
      damaged++;
      tellLeftOut(what);
    };
    for await (const record of exportCases(database.kysely, leftOut)) {
      await write(record);
    }
    return damaged === 0 ? 0 : 2;
  } finally {
    await database.close();
  }
}

function tellLeftOut(what: string): void {
  process.stderr.write(`left out: ${what}\n`);
}

/** Not `node:readline`: it drops the lines that arrive before somebody asks for them. */
async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') {
    yield rest;
  }
}

/** Waits for a slow reader. */
function write(record: object): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(`${writeJson(record)}\n`, (error) => (error ? reject(error) : resolve()));
  });
}

await runCommand({
  name: 'cases',
  usage: USAGE,
  config: { allowPositionals: true },
  run: ({ positionals: [command] }) => copyCases(command),
});
