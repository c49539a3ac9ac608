import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { readCrashes } from '#src/diagnosis/read-crashes.ts';
import { buildReply } from '#src/reply/build-reply.ts';
import { toReport } from '#src/report/to-report.ts';

/** What people write above their dumps to tell them apart, in the languages they write in. */

const KNOWLEDGE = loadKnowledge();
const stack = (driver: string) =>
  `nt!KeBugCheckEx\nnt!ExFreePool+0x9\n${driver}!Take+0x12\n${driver}!Work+0x45\nnt!KiStartSystemThread+0x28\n`;

const names = (text: string) => readCrashes([{ source: null, text }]).crashes.map(({ name }) => name);
const crashes = (text: string) => readCrashes([{ source: null, text }]).crashes.length;

test('each dump keeps the number, day, machine or file that stands above it', () => {
  for (const [first, second] of [
    ['First crash:', 'Second crash:'],
    ['## Monday', '## Thursday'],
    ['12 August', '17 August'],
    ['**2026-08-12**', '**2026-08-17**'],
    ['(MEMORY_112.DMP)', '(MEMORY_113.DMP)'],
    ['The first (MEMORY_112.DMP):', 'The second (MEMORY_113.DMP):'],
    ['Machine: LAB-04', 'Machine: LAB-07'],
    ['081226-11234-01.dmp', '081726-9876-01.dmp'],
    ['8月12日', '8月17日'],
    ['第一个转储', '第二个转储'],
    ["Monday's dump:", "Thursday's dump:"],
    ['周一的转储：', '周三的转储：'],
    ['这是8月12日的 dump：', '这是8月17日的 dump：'],
    ['Dump from LAB-04:', 'Dump from LAB-07:'],
    ['Erster Absturz (12.8.)', 'Zweiter Absturz (17.8.)'],
    ['Premier plantage', 'Deuxième plantage'],
    ['Primer volcado', 'Segundo volcado'],
    ['Первый дамп', 'Второй дамп'],
    ['1つ目のダンプ', '2つ目のダンプ'],
    ['첫 번째 덤프', '두 번째 덤프'],
  ] as const) {
    const bare = (heading: string) =>
      heading.replace(/^[#* ]+|[*:：]+$/g, '').replace(/^\((?=.+\)$)|(?<=^\(.+)\)$/g, '');
    const text = `${first}\n\n${stack('acmetape')}\n${second}\n\n${stack('acmescan')}`;
    assert.deepEqual(names(text), [bare(first), bare(second)], first);
  }
});

test('words about another dump or machine are obeyed where only a module follows', () => {
  const module = '1: kd> lmvm acmescan\n    Image name: acmescan.sys\n';
  for (const words of [
    'Another dump, of 17 August, other machine:',
    '另一台机器的 dump：',
    '别的电脑上的转储：',
    'Und hier der Dump vom anderen Rechner:',
    "Voici l'autre machine :",
    'De otro equipo:',
    'Дамп с другого компьютера:',
    '別のPCのダンプ',
    '다른 컴퓨터:',
  ]) {
    assert.equal(crashes(`${stack('acmetape')}\n${words}\n\n${module}`), 2, words);
  }
  for (const words of ['The other driver is this one:', 'On the second try it said:', 'Then the first thread of it:']) {
    assert.equal(crashes(`${stack('acmetape')}\n${words}\n\n${module}`), 1, words);
  }
});

test('what the text calls a dump stands in the report and in the place line, inert; a single dump needs no name', () => {
  const text = `Dump 1 <at>all</at>\n${stack('acmetape')}\nDump 2: LAB-07\n${stack('acmescan')}`;
  const pastes = [{ source: null, text }];
  const diagnosis = diagnose(pastes, KNOWLEDGE);
  assert.deepEqual(
    toReport(diagnosis, 'en').crashes.map(({ name }) => name),
    names(text),
  );
  const where = (language: 'en' | 'zh') => buildReply(diagnosis, pastes, language).crashes.map((crash) => crash.where);
  assert.deepEqual(where('en').at(-1), 'lines 9–13 – "Dump 2: LAB-07"');
  assert.deepEqual(where('zh').at(-1), '第 9–13 行——“Dump 2: LAB-07”');
  assert.deepEqual(names(`Monday\n${stack('acmetape')}`), [undefined]);
});
