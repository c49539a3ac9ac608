import type { ApplicationFact, FieldFact, Lines } from '../../facts.ts';
import { readHex } from '../address.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { linesWith, type SearchedSection } from '../searched-section.ts';
import { analyzeFields } from './analyze-fields.ts';

const MARKS: Marks = [
  'exception analysis',
  'application_',
  'managed_stack:',
  'file_in_cab:',
  'exceptioncode:',
  'exception_code_str:',
];

const BOX = /^\W{0,40}Exception Analysis\W{0,40}$/i;
const FAULT =
  /^\s{0,8}(?:DEFAULT_BUCKET_ID|PRIMARY_PROBLEM_CLASS|BUGCHECK_STR|(?:FAILURE_)?BUCKET_ID): {1,8}\S{0,80}APPLICATION_(?:FAULT|HANG)|^\s{0,8}(?:MANAGED_STACK|APPLICATION_VERIFIER_FLAGS):/i;
const CODE = /^\s{0,8}(?:ExceptionCode|EXCEPTION_CODE_STR): {1,8}(?<code>[0-9a-f]{8})\b/i;

/** `!analyze` of an application: recognised so that nobody makes a stop code of it. */
export const application: Parser = {
  command: '!analyze (user mode)',
  marks: [MARKS],
  accepts: (section) =>
    section.prompt === 'user' || linesWith(section, MARKS).some(({ text }) => BOX.test(text) || FAULT.test(text)),
  read: (section) => {
    const marks = linesWith(section, MARKS).filter(({ text }) => BOX.test(text) || FAULT.test(text) || CODE.test(text));
    const { names, shown } = readNames(section);
    const ends = [marks[0], marks.at(-1)].flatMap((mark) => (mark === undefined ? [] : [mark.lines]));
    const places = [...ends, ...shown];
    const first = Math.min(...places.map(([from]) => from));
    const last = Math.max(...places.map(([, to]) => to));
    const [from] = section.lines;
    return { applications: [{ ...names, lines: places.length === 0 ? [from, from] : [first, last] }] };
  },
};

/** What stopped, and where its fields stand. */
function readNames(section: SearchedSection): { names: Omit<ApplicationFact, 'lines'>; shown: readonly Lines[] } {
  const fields = analyzeFields.read(section).fields ?? [];
  const code = linesWith(section, MARKS)
    .map(({ text }) => CODE.exec(text)?.groups?.code)
    .find((one) => one !== undefined);
  const program = firstOf(fields, 'PROCESS_NAME');
  const module = firstOf(fields, 'IMAGE_NAME') ?? firstOf(fields, 'MODULE_NAME');
  return {
    names: {
      application: program?.value ?? null,
      exception: code === undefined ? null : readHex(code),
      module: module?.value ?? null,
    },
    shown: [program, module].flatMap((field) => (field === undefined ? [] : [field.lines])),
  };
}

function firstOf(fields: readonly FieldFact[], name: string): FieldFact | undefined {
  return fields.find((field) => field.name === name && field.value !== '');
}
