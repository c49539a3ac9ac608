import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { buffer as readAll } from 'node:stream/consumers';
import type { Paste } from '../diagnosis/crash.ts';
import { diagnose } from '../diagnosis/diagnose.ts';
import { decodeText } from '../diagnosis/intake/decode-text.ts';
import { loadKnowledge } from '../diagnosis/knowledge/load.ts';
import { languageOf } from '../language/language-of.ts';
import type { Language, Text } from '../language/text.ts';
import { askedCode } from '../reply/asked-code.ts';
import { buildReply } from '../reply/build-reply.ts';
import { explainCode } from '../reply/explain-code.ts';
import { toReport } from '../report/to-report.ts';
import { writeJson } from '../report/write-json.ts';
import { drawReply } from '../terminal/draw-reply.ts';
import { drawScreen } from '../terminal/draw-screen.ts';
import { endWithReader } from '../terminal/end-with-reader.ts';
import { hang } from '../terminal/flow.ts';
import { paintFor } from '../terminal/paint.ts';
import { readFailure } from '../terminal/read-failure.ts';
import { runCommand, WrongUsage } from '../terminal/run-command.ts';
import { widthOf } from '../terminal/width-of.ts';
import { languageNamed } from './language-named.ts';

const USAGE = `Usage: npm run -s triage -- [--short | --json] [--lang en|zh] [FILE…|-]
Reads debugger output from the files, or from standard input, and says which driver is suspect and why.
Several files are several pastes of one case. --short prints one screen: who, the story, what first.
Exit status: 0 a crash was found, 2 none was, 1 a failure.`;

const EXPECTED: Text = {
  en: 'No crash found. Expected Windows debugger output: the text of !analyze -v, k, .trap, !pool, lmvm and the like, or a stop code with its arguments. Paste it whole, from the prompt line on.',
  zh: '未发现崩溃。需要的是 Windows 调试器的输出：!analyze -v、k、.trap、!pool、lmvm 等命令的文本，或停止代码及其参数。请从提示符那一行起完整粘贴。',
};
/** The chat explains a code that few words are about, too. */
const ONLY_A_CODE: Text = {
  en: 'No crash is told here. What the stop code means:',
  zh: '这里没有讲述某次崩溃。该停止代码的含义：',
};

interface Options {
  readonly json: boolean;
  readonly short: boolean;
  readonly language: Language | null;
  readonly files: readonly string[];
}

const OPTIONS = {
  json: { type: 'boolean', default: false },
  short: { type: 'boolean', default: false },
  lang: { type: 'string' },
} as const;

await runCommand({
  name: 'triage',
  usage: USAGE,
  config: { allowPositionals: true, options: OPTIONS },
  run: ({ values: { json, short, lang }, positionals }) => {
    if (json && short) {
      throw new WrongUsage('--json is the whole report: --short goes without it.');
    }
    // The same file twice is no second paste.
    const files = [...new Set(positionals)];
    return triage({ json, short, language: lang === undefined ? null : languageNamed(lang), files });
  },
});

/** Exit status: 0 a crash was found, 2 none was. */
async function triage(options: Options): Promise<number> {
  endWithReader();
  const pastes = await readPastes(options.files, options.language ?? 'en');
  const knowledge = loadKnowledge();
  const diagnosis = diagnose(pastes, knowledge);
  const language = options.language ?? languageOf(pastes.map((paste) => paste.text).join('\n'), 'en');
  if (options.json) {
    print(`${writeJson(toReport(diagnosis, language), 2)}\n`);
  }
  if (diagnosis.crashes.length === 0) {
    const notes = diagnosis.warnings.map((warning) => warning.text[language]);
    const isTold = diagnosis.warnings.some(({ instead }) => instead);
    const asked = isTold ? null : askedCode(pastes.map(({ text }) => text).join('\n'), knowledge);
    if (asked !== null && !options.json) {
      const lines = [ONLY_A_CODE[language], ...explainCode(asked.code, asked.args, knowledge, language)];
      print(`${lines.map((line) => hang(line, widthOf(process.stdout))).join('\n')}\n`);
      return 2;
    }
    return complain([...(isTold ? [] : [EXPECTED[language]]), ...notes].join('\n'), 2);
  }
  if (!options.json) {
    const screen = { width: widthOf(process.stdout), paint: paintFor(process.stdout) };
    const draw = options.short ? drawScreen : drawReply;
    print(draw(buildReply(diagnosis, pastes, language), screen));
  }
  return 0;
}

async function readPastes(files: readonly string[], language: Language): Promise<Paste[]> {
  if (files.length === 0) {
    return readInput(language);
  }
  const read = files.map(async (file) =>
    file === '-' ? readInput(language) : textsOf(await readFileBytes(file), sourceName(file, files), file, language),
  );
  return (await Promise.all(read)).flat();
}

async function readFileBytes(file: string): Promise<Uint8Array> {
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

async function readInput(language: Language): Promise<Paste[]> {
  if (process.stdin.isTTY) {
    process.stderr.write('Paste the debugger output, then end with Ctrl+D.\n');
  }
  return textsOf(await readAll(process.stdin), null, 'standard input', language);
}

/** The text, or those of a zip; what is no text is said, and ends the command where nothing else is there to read. */
async function textsOf(bytes: Uint8Array, source: string | null, name: string, language: Language): Promise<Paste[]> {
  const text = decodeText(bytes);
  if (text !== null) {
    return [{ source, text }];
  }
  // Most files are text: what unpacks is loaded for the others.
  const [{ readBytes }, { WHY_REFUSED }] = await Promise.all([
    import('../files/read-bytes.ts'),
    import('../files/why-refused.ts'),
  ]);
  const read = readBytes(name, bytes);
  if (read.kind === 'text') {
    return [{ source, text: read.text }];
  }
  const refused = read.kind === 'refused' ? [{ name, reason: read.reason }] : read.refused;
  const said = refused.map((one) => `${one.name} ${WHY_REFUSED[one.reason][language]}`).join('\n');
  const texts = read.kind === 'unpacked' ? read.texts : [];
  if (texts.length === 0) {
    throw new Error(said);
  }
  if (said !== '') {
    process.stderr.write(`${said}\n`);
  }
  return texts.map((one) => ({ source: one.name, text: one.text }));
}

function print(text: string): void {
  process.stdout.write(text);
}

function complain(sentence: string, status: number): number {
  process.stderr.write(`${sentence}\n`);
  return status;
}
