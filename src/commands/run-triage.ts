import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { buffer as readAll } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import type { Paste } from '../diagnosis/crash.ts';
import { diagnose } from '../diagnosis/diagnose.ts';
import { decodeText } from '../diagnosis/intake/decode-text.ts';
import { loadKnowledge } from '../diagnosis/knowledge/load.ts';
import { languageOf } from '../language/language-of.ts';
import type { Language } from '../language/text.ts';
import { buildReply } from '../reply/build-reply.ts';
import { toReport } from '../report/to-report.ts';
import { writeJson } from '../report/write-json.ts';
import { drawReply } from '../terminal/draw-reply.ts';
import { drawScreen } from '../terminal/draw-screen.ts';
import { endWithReader } from '../terminal/end-with-reader.ts';
import { paintFor } from '../terminal/paint.ts';
import { readFailure } from '../terminal/read-failure.ts';
import { widthOf } from '../terminal/width-of.ts';

const USAGE = `Usage: npm run -s triage -- [--short | --json] [--lang en|zh] [FILE…|-]
Reads debugger output from the files, or from standard input, and says which driver is suspect and why.
Several files are several pastes of one case. --short prints one screen: who, the story, what first.`;

const EXPECTED =
  'No crash found. Expected Windows debugger output: the text of !analyze -v, k, .trap, !pool, lmvm and the like, ' +
  'or a stop code with its arguments. Paste it whole, from the prompt line on.';

interface Options {
  readonly json: boolean;
  readonly short: boolean;
  readonly language: Language | null;
  readonly files: readonly string[];
}

/** Exit status: 0 a crash was found, 2 none was, 1 a failure. */
async function main(): Promise<number> {
  endWithReader();
  const options = readOptions(process.argv.slice(2));
  if (options === USAGE) {
    return explainUsage();
  }
  if (typeof options === 'string') {
    return complain(options, 1);
  }
  const pastes = await readPastes(options.files);
  const diagnosis = diagnose(pastes, loadKnowledge());
  const language = options.language ?? languageOf(pastes.map((paste) => paste.text).join('\n'), 'en');
  if (options.json) {
    print(`${writeJson(toReport(diagnosis, language), 2)}\n`);
  }
  if (diagnosis.crashes.length === 0) {
    const notes = diagnosis.warnings.map((warning) => warning.text[language]);
    const isTold = diagnosis.warnings.some(({ instead }) => instead);
    return complain([...(isTold ? [] : [EXPECTED]), ...notes].join('\n'), 2);
  }
  if (!options.json) {
    const screen = { width: widthOf(process.stdout), paint: paintFor(process.stdout) };
    const draw = options.short ? drawScreen : drawReply;
    print(draw(buildReply(diagnosis, pastes, language), screen));
  }
  return 0;
}

function readOptions(args: string[]): Options | string {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        short: { type: 'boolean' },
        lang: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) {
      return USAGE;
    }
    if (values.lang !== undefined && values.lang !== 'en' && values.lang !== 'zh') {
      return `--lang takes en or zh, not "${values.lang}".\n${USAGE}`;
    }
    if (values.json && values.short) {
      return `--json is the whole report: --short goes without it.\n${USAGE}`;
    }
    // The same file twice is no second paste.
    const { json = false, short = false, lang = null } = values;
    return { json, short, language: lang, files: [...new Set(positionals)] };
  } catch (error) {
    // Only the first sentence is about what was typed; the next are advice to programmers.
    const [sentence = ''] = (error instanceof Error ? error.message : String(error)).split('. ');
    return `${sentence}\n${USAGE}`;
  }
}

async function readPastes(files: readonly string[]): Promise<Paste[]> {
  if (files.length === 0) {
    return [{ source: null, text: await readInput() }];
  }
  return Promise.all(
    files.map(async (file) =>
      file === '-'
        ? { source: null, text: await readInput() }
        : { source: sourceName(file, files), text: textOf(await readBytes(file), file) },
    ),
  );
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new Error(readFailure(file, error), { cause: error });
  }
}

/** The bare file name, unless two of the files share it. */
function sourceName(file: string, files: readonly string[]): string {
  const name = basename(file);
  return files.filter((other) => basename(other) === name).length > 1 ? file : name;
}

async function readInput(): Promise<string> {
  if (process.stdin.isTTY) {
    process.stderr.write('Paste the debugger output, then end with Ctrl+D.\n');
  }
  return textOf(await readAll(process.stdin), 'standard input');
}

function textOf(bytes: Uint8Array, name: string): string {
  const text = decodeText(bytes);
  if (text !== null) {
    return text;
  }
  throw new Error(
    `${name} is binary. A dump itself cannot be read: open it in WinDbg and give the text of !analyze -v.`,
  );
}

function explainUsage(): number {
  print(`${USAGE}\n`);
  return 0;
}

function print(text: string): void {
  process.stdout.write(text);
}

function complain(sentence: string, status: number): number {
  process.stderr.write(`${sentence}\n`);
  return status;
}

try {
  process.exitCode = await main();
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  process.exitCode = complain(`triage failed: ${reason}`, 1);
}
