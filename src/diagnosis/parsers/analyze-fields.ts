import type { FieldFact } from '../facts.ts';
import type { Parser } from './parser.ts';

const FIELD = /^\s{0,12}(?<name>[A-Z][A-Z0-9_]{3,60}):\s{0,8}(?<value>\S.*)?$/;

/** `NAME:  value` lines of `!analyze -v`. */
export const analyzeFields: Parser = {
  command: '!analyze',
  accepts: (section) => section.body.some((line) => FIELD.test(line.text)),
  read: (section) => {
    const fields: FieldFact[] = [];
    for (const line of section.body) {
      const found = FIELD.exec(line.text);
      if (found?.groups?.name !== undefined) {
        fields.push({ name: found.groups.name, value: found.groups.value?.trim() ?? '', lines: line.lines });
      }
    }
    return { fields };
  },
};
