import type { Crash } from '../diagnosis/crash.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { SystemFact } from '../diagnosis/facts.ts';
import { inert, visible } from '../diagnosis/names/inert.ts';
import { crashDay } from '../diagnosis/views/crash-day.ts';
import { joined, LIST_COMMA } from '../language/joined.ts';
import type { Text } from '../language/text.ts';

/** What the dumps of a case are called where `c3` means nothing to the reader: in a mail. */
export type DumpNames = ReadonlyMap<string, Text>;

/** By file, by what somebody called it, by day, else by stop code; what else tells it from others stands behind, in brackets. */
export function dumpNames({ crashes }: Pick<Diagnosis, 'crashes'>): DumpNames {
  return distinct(crashes.map(({ crash }) => ({ id: crash.id, name: nameOf(crash) })));
}

/** Of dumps whose pastes are deleted only the stop code is known. */
export function keptNames(dumps: readonly { readonly id: string; readonly code: string | null }[]): DumpNames {
  return distinct(dumps.map(({ id, code }) => ({ id, name: byCode(code) })));
}

function distinct(names: readonly { readonly id: string; readonly name: Text }[]): DumpNames {
  return new Map(
    names.map(({ id, name }, index) => {
      const isShared = names.filter((other) => other.name.en === name.en).length > 1;
      const before = names.slice(0, index).filter((other) => other.name.en === name.en).length;
      return [id, isShared ? numbered(name, before + 1) : name];
    }),
  );
}

function nameOf({ kind, name, source, bugcheck, process, facts: { systems, applications } }: Crash): Text {
  const code = bugcheck?.code ?? bugcheck?.name ?? null;
  const machine = systems.find((fact) => fact.name === 'computer')?.value ?? null;
  const day = crashDay(systems);
  const file = fileOf(source, systems);
  if (file !== null) {
    return withMore({ en: file, zh: file }, [day, machine, code]);
  }
  if (name !== undefined) {
    return withMore(toldName(inert(visible(name))), [day, machine, code]);
  }
  if (day !== null) {
    return withMore({ en: `the dump of ${day}`, zh: `${day} 的转储` }, [machine, code]);
  }
  const program = kind === 'user' ? (process ?? applications[0]?.application ?? null) : null;
  return withMore(program === null ? byCode(code) : byProgram(program), [machine]);
}

/** `Here is Monday's dump`: what leads to the name is no part of it. */
const LEAD = /^(?:and |now )?(?:here(?:'s| is)|this is|that is|that's)\s|^(?:这是|下面是|以下是|另外是)\s?/i;
/** What says itself that it is a dump reads as a name; other words of somebody are quoted. */
const NAMES_DUMP =
  /^(?:(?:the )?(?:dump|crash) (?:of|from|on) [\w .,-]{1,40}|[\w-]{1,20}'s (?:dump|crash)|[\p{Script=Han}\w-]{1,20}的 ?(?:转储|dump))$/iu;

const DAY =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{1,2} [a-z]{3,9}|[a-z]{3,9} \d{1,2}|\d[\d./-]{5,9}|\d{1,2}月\d{1,2}[日号]|(?:周|星期)[一二三四五六日天])$/iu;

const CHINESE_DAY = /^(?<month>\d{1,2})月(?<day>\d{1,2})[日号]$/u;
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

function toldName(told: string): Text {
  const name = told.replace(LEAD, '').replace(/^The /, 'the ');
  const chinese = CHINESE_DAY.exec(name)?.groups;
  const month = MONTHS[Number(chinese?.month) - 1];
  if (chinese && month) {
    return { en: `the dump of ${chinese.day} ${month}`, zh: `${chinese.month} 月 ${chinese.day} 日的转储` };
  }
  if (DAY.test(name)) {
    return { en: `the dump of ${name}`, zh: `${name}${/\w$/.test(name) ? ' ' : ''}的转储` };
  }
  if (!NAMES_DUMP.test(name)) {
    return { en: `the dump "${told}"`, zh: `“${told}”的转储` };
  }
  // Within a Chinese sentence it needs a mark of where it ends, unless it is Chinese itself.
  return { en: name, zh: /\p{Script=Han}/u.test(name) ? name : `“${name}”` };
}

function byProgram(program: string): Text {
  const name = inert(visible(program));
  return { en: `the dump of ${name}`, zh: `${name} 的转储` };
}

function byCode(code: string | null): Text {
  return code === null
    ? { en: 'the dump without a stop code', zh: '没有停止代码的转储' }
    : { en: `the ${code} dump`, zh: `${code} 的转储` };
}

/** Every machine has a MEMORY.DMP, and a text file holds what was copied from a dump: both tell no dump from another. */
function fileOf(source: string | null, systems: readonly SystemFact[]): string | null {
  const path = systems.find((fact) => fact.name === 'dump-file')?.value ?? source ?? '';
  const file = inert(visible(path.slice(path.search(/[^\\/]{1,80}$/)))).trim();
  return /\.h?dmp$/i.test(file) && !/^memory\.dmp$/i.test(file) ? file : null;
}

function withMore(name: Text, more: readonly (string | null)[]): Text {
  const known = more.flatMap((part) => (part === null ? [] : [inert(visible(part))]));
  if (known.length === 0) {
    return name;
  }
  const list = joined(known, LIST_COMMA);
  return { en: `${name.en} (${list.en})`, zh: `${name.zh}（${list.zh}）` };
}

function numbered({ en, zh }: Text, number: number): Text {
  return { en: `${en} no. ${number}`, zh: `第 ${number} 个 ${zh}` };
}

/** `c1`, `c1 (0x1e)`: not a part of a longer name. */
const NUMBERED = /(?<![\w.!+-])(?<id>c[1-9]\d{0,3})(?: \(0x[0-9a-f]{1,16}\))?(?![\w.!+-])/g;
const BLANK_WITHIN_HAN = /(?<=[\p{Script=Han}）]) (?=[\p{Script=Han}“])/gu;

/** A sentence of ours in which every number of a dump gives way to its name. */
export function inNames({ en, zh }: Text, names: DumpNames): Text {
  const named = (language: keyof Text) => (said: string, id: string) => names.get(id)?.[language] ?? said;
  return {
    en: capital(en.replace(NUMBERED, named('en'))),
    zh: zh.replace(NUMBERED, named('zh')).replace(BLANK_WITHIN_HAN, ''),
  };
}

/** The beginning of a sentence or of a heading. */
export function capital(text: string): string {
  return text.replace(/^(?:a|the)(?= )/, (word) => word.slice(0, 1).toUpperCase() + word.slice(1));
}
