import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommand, WrongUsage } from '#src/terminal/run-command.ts';
import { recordCrash } from './recording/record-crash.ts';

const USAGE = `Usage: npm run -s record -- NAME [PASTE]
Writes test/crashes/NAME: the paste, and what each step of the diagnosis made of it.
Without PASTE the folder's own paste.txt is read again (after a change that is meant to alter the results).
Read the difference before you commit it: it is the test.`;

await runCommand({
  name: 'record',
  usage: USAGE,
  config: { allowPositionals: true },
  run: ({ positionals: [name, paste] }) => {
    if (name === undefined || !/^[a-z0-9-]+$/.test(name)) {
      throw new WrongUsage('NAME is made of small letters, digits and hyphens.');
    }
    record(name, paste);
    return 0;
  },
});

function record(name: string, paste: string | undefined): void {
  const folder = join(fileURLToPath(new URL('../test/crashes/', import.meta.url)), name);
  const text = readFileSync(paste ?? join(folder, 'paste.txt'), 'utf8');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'paste.txt'), text);
  for (const [file, content] of Object.entries(recordCrash(text))) {
    writeFileSync(join(folder, file), content);
    process.stdout.write(`wrote test/crashes/${name}/${file}\n`);
  }
}
