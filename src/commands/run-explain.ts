import { parseArgs } from 'node:util';
import { loadKnowledge } from '../diagnosis/knowledge/load.ts';
import type { Language } from '../language/text.ts';
import { argumentValue } from '../reply/argument-value.ts';
import { explainCode } from '../reply/explain-code.ts';
import { findCode } from '../reply/find-code.ts';
import { readQuestion } from '../reply/read-question.ts';
import { endWithReader } from '../terminal/end-with-reader.ts';
import { hang } from '../terminal/flow.ts';

const USAGE = `Usage: npm run -s explain -- [--lang en|zh] CODE [ARGUMENT…]
Explains a Windows stop code and the arguments given with it.
CODE is hexadecimal (0x9f, 9F), decimal with 0n before it (0n159) or a name (DPC_WATCHDOG_VIOLATION);
up to four ARGUMENTs, hexadecimal, ? for an unknown one. A line of a debugger or log may be pasted in quotes.`;

interface Asked {
  readonly language: Language;
  readonly text: string;
}

/** Exit status: 0 explained, 2 the code is unknown, 1 bad usage. */
function main(): number {
  endWithReader();
  const asked = readArguments(process.argv.slice(2));
  if (typeof asked === 'string') {
    return complain(asked);
  }
  const knowledge = loadKnowledge();
  const { code, args } = readQuestion(asked.text, knowledge);
  const wrong = wrongArgument(args);
  if (wrong !== null) {
    return complain(wrong);
  }
  const width = Math.max(40, process.stdout.columns ?? 100);
  const lines = explainCode(code, args, knowledge, asked.language).map((line) => hang(line, width));
  process.stdout.write(`${lines.join('\n')}\n`);
  return findCode(code, knowledge).kind === 'unknown' ? 2 : 0;
}

function readArguments(args: string[]): Asked | string {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { lang: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    });
    const { lang = 'en' } = values;
    if (lang !== 'en' && lang !== 'zh') {
      return `--lang takes en or zh, not "${lang}".`;
    }
    return values.help || positionals.length === 0 ? '' : { language: lang, text: positionals.join(' ') };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function wrongArgument(args: readonly string[]): string | null {
  const wrong = args.find((arg) => arg !== '?' && argumentValue(arg) === null);
  if (wrong !== undefined) {
    return `"${wrong}" is not a hexadecimal argument.`;
  }
  return args.length > 4 ? `A stop code has four arguments, not ${args.length}.` : null;
}

function complain(sentence: string): number {
  process.stderr.write(`${sentence === '' ? '' : `${sentence}\n`}${USAGE}\n`);
  return 1;
}

process.exitCode = main();
