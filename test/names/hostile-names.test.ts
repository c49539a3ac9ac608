import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { STEPS } from '#src/diagnosis/advice/steps.ts';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { readLines } from '#src/diagnosis/intake/read-lines.ts';
import { splitSections } from '#src/diagnosis/intake/sections.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { PARSERS, searchMarks } from '#src/diagnosis/parsers/index.ts';
import type { Parser } from '#src/diagnosis/parsers/parser.ts';
import { searchedSection } from '#src/diagnosis/parsers/searched-section.ts';
import { readCrashes } from '#src/diagnosis/read-crashes.ts';
import { CardShape } from '../cards/card-shape.ts';
import { crashFolders } from '../support/crash-folders.ts';
import { everyOtherCommand, ruleExamples } from './every-parser.ts';
import { BEHIND, INSTEAD, MARK } from './hostile.ts';
import { type Outputs, outputsOf } from './outputs.ts';

const knowledge = loadKnowledge();
const folders = crashFolders();

test('whatever stands behind or in place of any value of a paste, nothing that is shown runs, links, calls or binds', () => {
  for (const [at, { name, paste }] of folders.entries()) {
    for (const [nth, value] of valuesOf(paste).entries()) {
      const turn = at + nth;
      check(
        paste.replaceAll(value, `${value}${BEHIND[turn % BEHIND.length]}`),
        `${name}: ${value}, behind ${turn}`,
        true,
      );
      check(paste.replaceAll(value, `${INSTEAD[turn % INSTEAD.length]}`), `${name}: ${value}, instead ${turn}`, true);
    }
  }
});

const others = [...ruleExamples(), ...everyOtherCommand()];

test('the texts in which names are planted hold something for every parser', () => {
  const sections = [...folders.map(({ paste }) => paste), ...others].flatMap((text) => {
    const { lines } = readLines(text);
    const find = searchMarks(lines);
    return splitSections(lines).map((section) => searchedSection(section, find, section.from));
  });
  const reads = (parser: Parser) =>
    sections.some(
      (section) => parser.accepts(section) && Object.values(parser.read(section)).some(({ length }) => length > 0),
    );
  assert.deepEqual(
    PARSERS.filter((parser) => !reads(parser)).map(({ command }) => command),
    [],
  );
});

test('no parser lets through more than a name, wherever the name stands', () => {
  for (const [at, text] of others.entries()) {
    for (const [nth, value] of valuesOf(text).entries()) {
      const turn = at + nth;
      const texts = [`${value}${BEHIND[turn % BEHIND.length]}`, `${INSTEAD[turn % INSTEAD.length]}`];
      for (const hostile of texts) {
        assertSafeFacts(text.replaceAll(value, hostile), `${value} became ${hostile} in ${text}`);
      }
    }
  }
});

/** A word alone may stand where a name does; with a mark of a shell, a path or an option on it, it may not. */
const WORDS = new RegExp(`(?<= )[\\w.+]*${MARK}[\\w.+-]*(?= |$)`, 'g');

function assertSafeFacts(text: string, about: string): void {
  const { crashes } = diagnose([{ source: null, text }], knowledge);
  for (const { crash, judgement } of crashes) {
    for (const fact of textsOf(crash.facts)) {
      assert.doesNotMatch(fact, STEERS, about);
      assert.doesNotMatch(fact, WEB, about);
    }
    for (const { driver } of judgement.suspects) {
      assert.match(driver, /^[a-z0-9_$~.+-]+$/, about);
    }
    for (const { command } of judgement.nextCommands) {
      assert.ok(!command.replace(WORDS, '').includes(MARK), `${command}: ${about}`);
    }
  }
}

const planted = fc.record({
  at: fc.nat(),
  word: fc.nat(),
  value: fc.oneof(fc.constantFrom(...BEHIND, ...INSTEAD), hostileWord()),
  isBehind: fc.boolean(),
});

test('nor does it wherever in a paste it stands', () => {
  fc.assert(
    fc.property(planted, ({ at, word, value, isBehind }) => {
      const paste = folders[at % folders.length]?.paste ?? '';
      const words = [...paste.matchAll(/[\w$.\\-]{3,80}/g)];
      const found = words[word % words.length];
      const from = found?.index ?? 0;
      const to = from + (found?.[0].length ?? 0);
      check(
        `${paste.slice(0, isBehind ? to : from)}${value}${paste.slice(to)}`,
        JSON.stringify({ at, from, value }),
        false,
      );
    }),
    // The same placements each time, so that what fails can be run again.
    { numRuns: 300, seed: 20261130 },
  );
});

/** Marks that mean something to a shell, a debugger, a card or a page, in any order around the word. */
function hostileWord(): fc.Arbitrary<string> {
  const mark = fc.constantFrom(
    ...'&|;<>()[]{}$%^"\'`!@#*~=+-,.:/\\ \t\u0007\u001b\u009b\u202e\u2066\u200b\u2028'.split(''),
  );
  const marks = fc.string({ unit: mark, minLength: 1, maxLength: 6 });
  return fc.tuple(marks, marks).map(([before, behind]) => `${before}${MARK}${behind}`);
}

/** Every word that a fact of any kind holds, as the paste prints it. */
function valuesOf(paste: string): string[] {
  const { crashes } = readCrashes([{ source: null, text: paste }]);
  const found = new Set<string>();
  const collect = (value: unknown) => {
    if (typeof value === 'string') {
      found.add(value);
    } else if (typeof value === 'object' && value !== null) {
      Object.values(value).map(collect);
    }
  };
  for (const { facts } of crashes) {
    collect(facts);
  }
  return [...found].filter((value) => /[a-z]{2}/i.test(value) && value.length < 60 && paste.includes(value));
}

/** @param isNobody what was planted cannot be a name: no command may hold even a word of it */
function check(text: string, about: string, isNobody: boolean): void {
  const diagnosis = diagnose([{ source: null, text }], knowledge);
  // Where no crash is found nothing of the paste is shown.
  if (diagnosis.crashes.length === 0) {
    return;
  }
  for (const language of ['en', 'zh'] as const) {
    const outputs = outputsOf(diagnosis, text, language);
    try {
      assertSafeCommands(outputs);
      if (isNobody) {
        assert.ok(!outputs.commands.some((command) => command.includes(MARK)), 'it reaches a command');
      }
      assertSafeCards(outputs);
      assertSafeMarkdown(outputs);
      assertVisible(outputs);
    } catch (error) {
      throw new Error(`${about} (${language}): ${error instanceof Error ? error.message : error}`);
    }
  }
}

const KNOWLEDGE = fileURLToPath(new URL('../../src/diagnosis/knowledge/', import.meta.url));
/** What the rows of our tables write between words and addresses. */
const SKELETONS = new Set(['w', ...rowsOf(STEPS), ...tables().flatMap(rowsOf)].map(skeleton));

/** A command without its words, addresses, options and places to fill in: only the marks are left that mean something. */
function skeleton(command: string): string {
  // An instance path in quotation marks: keys, values and hexadecimal digits only.
  const instance = command.replace(/"[A-Z0-9]+\\[A-Z]+_[A-Z0-9]+(?:&[A-Z]+_[A-Z0-9]+)*\\[\da-fA-F&.]+"/g, '"w"');
  // What somebody called a connection, in any script.
  const plain = instance.replace(/(?<=-Name )"[\p{L}\p{N}][\p{L}\p{N}_#(). -]*"/gu, '"w"');
  const words = plain.replace(
    /<(?:address|arg\d|image|module|drivers|decides|ServiceName|FilterName|StartMode|ComponentID|Name|InstanceId|InfName|VendorId|DeviceId|CurrentAC|CrashDumpEnabled)>|[\w.+][\w.+`-]*/g,
    'w',
  );
  return words.replace(/(?<=^| )[-!.~/]{1,2}(?=w)/g, '').replace(/\bw(?: w)+/g, 'w');
}

function tables(): unknown[] {
  const files = globSync('{bugchecks/*,debugger-commands}.json', { cwd: KNOWLEDGE });
  return files.map((file) => JSON.parse(readFileSync(join(KNOWLEDGE, file), 'utf8')));
}

function rowsOf(table: unknown): string[] {
  if (typeof table !== 'object' || table === null) {
    return [];
  }
  return Object.entries(table).flatMap(([key, value]) =>
    key === 'commands' || key === 'undo' ? textsOf(value) : rowsOf(value),
  );
}

function assertSafeCommands({ commands }: Outputs): void {
  for (const command of commands) {
    assert.ok(SKELETONS.has(skeleton(command)), `"${command}" has marks that no row has: ${skeleton(command)}`);
  }
}

const BINDING = /\$\{|\{\{|<\/?at\b/i;
const STEERS = /[^\P{Cc}\n\t]|\p{Cf}|[\u2028\u2029]/u;
const WEB = new RegExp(`:\\/\\/${MARK}|www\\.${MARK}|\\w@${MARK}\\.`, 'i');
/** A function may begin with an @ (`nt!@HalpInit@4`, a fast call). */
const LINKS = new RegExp(`:\\/\\/${MARK}|www\\.${MARK}|\\w@${MARK}\\.|(?<![\\w!])@${MARK}`, 'i');

function assertSafeCards({ cards }: Outputs): void {
  for (const card of cards) {
    CardShape.parse(card);
    for (const text of textsOf(card)) {
      assert.doesNotMatch(text, BINDING);
      assert.doesNotMatch(text, STEERS);
      assert.doesNotMatch(text, LINKS);
    }
  }
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') {
    return [value];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

/** Outside of fences every mark of the paste is escaped; a fence ends where it is closed, and not before. */
function assertSafeMarkdown({ markdown }: Outputs): void {
  for (const mail of markdown) {
    const prose = mail.replace(/^(?<fence>`{3,})\n[\s\S]*?\n\k<fence>$/gm, '');
    for (const line of prose.split('\n')) {
      const bare = line.replace(/\\[!-/:-@[-`{-~]/g, '').replace(/^(?:## |- |\*\*)|\*\*$/g, '');
      assert.doesNotMatch(bare, /[<>`[\]|~&$*_]/, line);
      assert.doesNotMatch(line, LINKS);
    }
  }
}

function assertVisible({ terminal, markdown, json }: Outputs): void {
  for (const text of [...terminal, ...markdown]) {
    assert.doesNotMatch(text, STEERS);
    assert.doesNotMatch(text, LINKS);
  }
  assert.doesNotMatch(json, STEERS);
  assert.doesNotThrow(() => JSON.parse(json));
}
