import { loadKnowledge } from '../diagnosis/knowledge/load.ts';
import type { Language } from '../language/text.ts';
import { argumentValue } from '../reply/argument-value.ts';
import { explainCode } from '../reply/explain-code.ts';
import { findCode } from '../reply/find-code.ts';
import { readQuestion } from '../reply/read-question.ts';
import { endWithReader } from '../terminal/end-with-reader.ts';
import { hang } from '../terminal/flow.ts';
import { runCommand, WrongUsage } from '../terminal/run-command.ts';
import { widthOf } from '../terminal/width-of.ts';
import { languageNamed } from './language-named.ts';

const USAGE = `Usage: npm run -s explain -- [--lang en|zh] CODE [ARGUMENT…]
Explains a Windows stop code and the arguments given with it.
CODE is hexadecimal (0x9f, 9F), decimal with 0n before it (0n159) or a name (DPC_WATCHDOG_VIOLATION);
up to four ARGUMENTs, hexadecimal, ? for an unknown one. A line of a debugger or log may be pasted in quotes.
Exit status: 0 explained, 2 the code is unknown, 1 a failure.`;

const OPTIONS = { lang: { type: 'string', default: 'en' } } as const;

await runCommand({
  name: 'explain',
  usage: USAGE,
  config: { allowPositionals: true, options: OPTIONS },
  run: ({ values, positionals }) => explain(positionals.join(' '), languageNamed(values.lang)),
});

/** Exit status: 0 explained, 2 the code is unknown. */
function explain(question: string, language: Language): number {
  endWithReader();
  if (question.trim() === '') {
    throw new WrongUsage('Which stop code?');
  }
  const knowledge = loadKnowledge();
  const { code, args } = readQuestion(question, knowledge);
  const wrong = wrongArgument(args);
  if (wrong !== null) {
    throw new WrongUsage(wrong);
  }
  const width = widthOf(process.stdout);
  const lines = explainCode(code, args, knowledge, language).map((line) => hang(line, width));
  process.stdout.write(`${lines.join('\n')}\n`);
  return findCode(code, knowledge).kind === 'unknown' ? 2 : 0;
}

function wrongArgument(args: readonly string[]): string | null {
  const wrong = args.find((arg) => arg !== '?' && argumentValue(arg) === null);
  if (wrong !== undefined) {
    return `"${wrong}" is not a hexadecimal argument.`;
  }
  return args.length > 4 ? `A stop code has four arguments, not ${args.length}.` : null;
}
