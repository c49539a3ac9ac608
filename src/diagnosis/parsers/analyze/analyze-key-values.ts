import type { FieldFact } from '../../facts.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { linesWith } from '../searched-section.ts';

const MARKS: Marks = ['key', 'value', 'failure.', 'bugcheck.code'];

/** A chat makes a link of what begins like a host. */
const KEY = /^\s{0,12}Key {0,4}: ?(?<name>(?!.{0,117}www\.)[\w.]{2,120})\s*$/i;
/** How people write a pair down. */
const PAIR = /^\s{0,12}(?:[-*] )?(?<name>(?:Failure|Bugcheck)(?:\.\w{1,30}){1,4}) ?[:=] ?(?<value>\S.{0,300})$/;
/** Buckets are the longest, with two or three hundred characters; a line may be megabytes long. */
const LONGEST_VALUE = 1000;
const VALUE = /^\s{0,12}Value ?: ?(?<value>.*)$/i;
/** The value stands right below its key; a mail may put blank lines between. */
const BELOW = 3;

/** The `Key : …` / `Value: …` pairs under KEY_VALUES_STRING, names dotted as printed (`Failure.Bucket`). */
export const analyzeKeyValues: Parser = {
  command: '!analyze',
  marks: [MARKS],
  accepts: (section) => linesWith(section, MARKS).some((line) => KEY.test(line.text) || PAIR.test(line.text)),
  read: (section) => {
    const fields: FieldFact[] = [];
    let key: { name: string; line: number } | null = null;
    for (const { text, lines } of linesWith(section, MARKS)) {
      const pair = PAIR.exec(text)?.groups;
      if (pair !== undefined) {
        fields.push({ name: pair.name ?? '', value: (pair.value ?? '').trim(), lines });
        continue;
      }
      const name = KEY.exec(text)?.groups?.name;
      if (name !== undefined) {
        key = { name, line: lines[0] };
        continue;
      }
      const value = VALUE.exec(text)?.groups?.value;
      if (value !== undefined && key !== null && lines[0] - key.line <= BELOW) {
        fields.push({ name: key.name, value: value.trim().slice(0, LONGEST_VALUE), lines: [key.line, lines[1]] });
        key = null;
      }
    }
    return { fields };
  },
};
