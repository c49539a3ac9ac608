import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runCommand } from '#src/terminal/run-command.ts';
import { wordLists } from './words/word-lists.ts';

const USAGE = `Usage: npm run -s words
Writes src/telling/words/: the words that a model may be told of and may say. Run it where a text of ours or a table has
changed; a test tells when.`;

await runCommand({
  name: 'words',
  usage: USAGE,
  config: {},
  run: () => {
    const root = fileURLToPath(new URL('../', import.meta.url));
    for (const [file, text] of Object.entries(wordLists(root))) {
      writeFileSync(`${root}src/telling/words/${file}`, text);
      process.stdout.write(`${file}: ${text.split('\n').length - 1}\n`);
    }
    return 0;
  },
});
