import type { Diagnosis } from '#src/diagnosis/diagnosis.ts';
import { readLines } from '#src/diagnosis/intake/read-lines.ts';
import type { Knowledge } from '#src/diagnosis/knowledge/knowledge.ts';
import type { Reply } from '#src/reply/reply.ts';

const NOBODY = new Set(['unknown', 'hardware', 'os']);
const FILE = /[a-z0-9_$~+-]+(?:\.[a-z0-9_$~+-]+)*\.sys\b/gi;

/** Every driver that an answer names: as a verdict, a suspect, a culprit of several, or in any sentence or command. */
export function namedIn({ crashes, groups }: Diagnosis, reply: Reply): ReadonlySet<string> {
  const judged = crashes.flatMap(({ judgement: { verdict, suspects } }) => [
    verdict.culprit,
    ...suspects.map(({ driver }) => driver),
  ]);
  const told = JSON.stringify([crashes.map(({ judgement }) => judgement), groups, withoutQuotes(reply)]);
  const inText = (told.replaceAll('\\\\', '\\').match(FILE) ?? []).map((name) => name.toLowerCase());
  const all = [...judged, ...groups.map(({ culprit }) => culprit), ...inText];
  return new Set(all.filter((name) => !NOBODY.has(name)));
}

function withoutQuotes(reply: Reply): unknown {
  return JSON.parse(JSON.stringify(reply, (key, value) => (key === 'quotes' || key === 'details' ? [] : value)));
}

/**
 * The drivers that an answer names though nobody wrote them: no table holds them, and the paste shows them neither as a file
 * nor by the name of a module or an object, even after its damage is undone and its wrapped lines are joined.
 */
export function namedByNobody(paste: string, diagnosis: Diagnosis, reply: Reply, knowledge: Knowledge): string[] {
  const unlisted = [...namedIn(diagnosis, reply)].filter((driver) => knowledge.driver(driver) === null);
  if (unlisted.length === 0) {
    return [];
  }
  const read = readLines(paste).lines.map(({ text }) => text);
  const text = [paste, ...read, read.map((line) => line.trim()).join('')].join('\n').toLowerCase();
  return unlisted.filter((driver) => !shows(text, driver));
}

function shows(text: string, driver: string): boolean {
  const name = driver.replace(/\.sys$/, '');
  const places = [...file(quoted(driver)), ...(name === driver ? [] : module(quoted(name)))];
  return text.includes(name) && places.some((place) => new RegExp(place, 'm').test(text));
}

function quoted(name: string): string {
  return name.replace(/[$+.]/g, '\\$&');
}

/** A column that lost its blank may stand right before a name. */
const BEFORE = '(?:(?<![\\w$~+-])|(?<=_image_|unloaded_)|(?<=(?<![0-9a-f])(?:[0-9a-f]{8}|[0-9a-f]{16})))';
const ADDRESS = '[0-9a-f]{8}(?:`?[0-9a-f]{8})?';

function file(name: string): string[] {
  return [`${BEFORE}${name}${name.endsWith('.sys') ? '' : '(?![\\w$~-])'}`];
}

function module(name: string): string[] {
  const alone = `${name}(?![\\w$~+.-])`;
  return [
    `${BEFORE}${name}(?:[!|]|\\+(?:0x)?[0-9a-f])`,
    `(?:module_name|image_name|symbol_name|bugchecking_driver):?\\s*${name}(?![\\w$~.-])`,
    `${ADDRESS} +${ADDRESS} +${alone}`,
    `\\\\(?:driver|filesystem(?:\\\\filters)?)\\\\${alone}`,
    `(?:servicename is|flt_filter: \\S+|flt_instance: \\S+) "${name}"`,
    `name: ${alone}`,
    // A bucket joins its words with underscores.
    `_${name}(?:!|\\+|_image_|_dev_)`,
    // Rows of tables: a frame that is a bare module, a driver with its hits, a filter with its altitude, a client with its version.
    `^\\s*[0-9a-f]{1,3} +${name}\\s*$`,
    `^\\s*${name} +\\d+ +(?:\\d+\\.\\d|\\d+\\/\\d|\\\\|\\w:)`,
    `^\\s*${name} +\\d+ +\\d{5,6}`,
    `^\\s*${name}(?:\\.\\w{3})? +v\\d`,
  ];
}
