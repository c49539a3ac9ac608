import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { STEPS } from '#src/diagnosis/advice/steps.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { CRASH_TOP, stackText, THREAD_END } from '../verdict/debugger-text.ts';
import { judged } from '../verdict/verdict-of.ts';

const knowledge = loadKnowledge();

interface Situation {
  readonly line: string;
  readonly text: string;
  readonly must: readonly string[];
  readonly may: readonly string[];
  readonly never: readonly string[];
}

const DUMPS: Readonly<Record<string, string>> = {
  mini: 'Mini Kernel Dump File: Only registers and stack trace are available\n\n',
  full: 'Kernel Bitmap Dump File: Full address space is available\n\n',
};

const SITUATIONS = readFileSync(new URL('./situations.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map(readSituation);

function readSituation(line: string): Situation {
  const [what = '', must = '', may = '', never = ''] = line.split('|');
  const ids = (list: string) => list.trim().split(' ').filter(Boolean);
  return { line, text: pasteOf(what.trim()), must: ids(must), may: ids(may), never: ids(never) };
}

/** A paste as the debugger prints it, of a stop in code of that image, or of a stop without a stack. */
function pasteOf(what: string): string {
  const [image = '-', code = '', args = '', ...others] = what.split(' ');
  const name = knowledge.bugcheck(`0x${code}`)?.name;
  const values = args.split(',').map((value, at) => `Arg${at + 1}: ${value.padStart(16, '0')}`);
  const title = name ? `${name} (${code})` : `Unknown bugcheck code (${code})`;
  const dump = others.map((word) => DUMPS[word] ?? '').join('');
  const header = `${dump}0: kd> !analyze -v\n\n${title}\nArguments:\n${values.join('\n')}\n\n`;
  if (image === '-') {
    return header;
  }
  const module = image.replace('.sys', '').replace(/\W/g, '_');
  const calls = others.flatMap((word) => (word.startsWith('calls:') ? [word.slice('calls:'.length)] : []));
  const top = name ? CRASH_TOP : ['nt!KeBugCheckEx'];
  const stack = stackText(...top, `${module}+0x1092`, ...calls, `${module}+0x2044`, ...THREAD_END);
  return `${header}${stack}MODULE_NAME: ${module}\n\nIMAGE_NAME:  ${image}\n\n`;
}

test('in each situation the steps that must be given are, and none that may not', () => {
  assert.ok(SITUATIONS.length >= 60, `${SITUATIONS.length} situations`);
  const wrong = SITUATIONS.flatMap(({ line, text, must, may, never }) => {
    const given = judged(text).judgement.recommendations.map(({ id }) => id);
    const lacks = must.filter((id) => !given.includes(id));
    const bad = given.filter((id) => never.includes(id) || !(must.includes(id) || may.includes(id)));
    return lacks.length + bad.length === 0 ? [] : [{ situation: line.split('|')[0]?.trim(), lacks, bad, given }];
  });
  assert.deepEqual(wrong, []);
});

test('the table speaks of steps that there are', () => {
  const ids = new Set(STEPS.map(({ id }) => id));
  const named = SITUATIONS.flatMap(({ must, may, never }) => [...must, ...may, ...never]);
  assert.deepEqual(
    [...new Set(named)].filter((id) => !ids.has(id)),
    [],
  );
});

test('no command of a step looks at what the paste does not hold, and none guesses the name of a service', () => {
  for (const { line, text } of SITUATIONS) {
    const { recommendations, nextCommands } = judged(text).judgement;
    for (const command of recommendations.flatMap(({ commands, undo }) => [...commands, ...undo])) {
      assert.doesNotMatch(command, /^(?:sc\.exe \w+|fltmc \w+(?: -f)?) (?!WinFsp|<|filters)[a-z]\w*(?: |$)/, line);
    }
    for (const { command } of nextCommands) {
      assert.doesNotMatch(
        command,
        /^!(?:pool|pte|poolval) 0x(?:[0-7]?[0-9a-f]{1,11}|0000[0-9a-f`]{1,13})(?: |$)/,
        line,
      );
    }
  }
});
