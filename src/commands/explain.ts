import { parseArgs } from 'node:util';
import wrapAnsi from 'wrap-ansi';
import { loadKnowledge } from '../diagnosis/knowledge/load.ts';
import type { Language } from '../diagnosis/text.ts';
import { argumentValue } from '../reply/argument-value.ts';
import { explainCode } from '../reply/explain-code.ts';
import { findCode } from '../reply/find-code.ts';

const USAGE = `Usage: npm run -s explain -- [--lang en|zh] CODE [ARGUMENT…]
Explains a Windows stop code and the arguments given with it.
CODE is hexadecimal (0x9f, 9F) or a name (DPC_WATCHDOG_VIOLATION); up to four ARGUMENTs, hexadecimal, ? for an unknown one.`;

interface Question {
  readonly language: Language;
  readonly code: string;
  readonly args: readonly string[];
}

/** Exit status: 0 explained, 2 the code is unknown, 1 bad usage. */
function main(): number {
  const question = readQuestion(process.argv.slice(2));
  if (typeof question === 'string') {
    process.stderr.write(`${question}\n`);
    return 1;
  }
  const { code, args, language } = question;
  const knowledge = loadKnowledge();
  const width = Math.max(40, process.stdout.columns ?? 100);
  const lines = explainCode(code, args, knowledge, language).map((line) => wrap(line, width));
  process.stdout.write(`${lines.join('\n')}\n`);
  return findCode(code, knowledge).kind === 'unknown' ? 2 : 0;
}

function readQuestion(words: string[]): Question | string {
  try {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: { lang: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    });
    const { lang = 'en' } = values;
    if (values.help) return USAGE;
    if (lang !== 'en' && lang !== 'zh') return `--lang takes en or zh, not "${lang}".\n${USAGE}`;
    const [code, ...args] = positionals;
    if (code === undefined) return USAGE;
    const wrong = args.find((arg) => arg !== '?' && argumentValue(arg) === null);
    if (wrong !== undefined) return `"${wrong}" is not a hexadecimal argument.\n${USAGE}`;
    if (args.length > 4) return `A stop code has four arguments, not ${args.length}.\n${USAGE}`;
    return { language: lang, code, args };
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n${USAGE}`;
  }
}

/** Wraps a line and keeps its indent; a Chinese character takes two columns. */
function wrap(line: string, width: number): string {
  const text = line.trimStart();
  const margin = ' '.repeat(line.length - text.length);
  const wrapped = wrapAnsi(text, width - margin.length, { hard: false, trim: true });
  return wrapped.replaceAll(/^/gm, margin);
}

process.exitCode = main();
