import type { ApplicationFact, FieldFact, Lines } from '../../facts.ts';
import { readHex } from '../address.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { linesWith, type SearchedSection } from '../searched-section.ts';
import { analyzeFields } from './analyze-fields.ts';
import { analyzeKeyValues } from './analyze-key-values.ts';

const MARKS: Marks = [
  'exception analysis',
  'application_',
  'managed_stack:',
  'file_in_cab:',
  'exceptioncode:',
  'exception_code_str:',
  'exception_code:',
  'second chance',
  'app:',
];

const BOX = /^\W{0,40}Exception Analysis\W{0,40}$/i;
const FAULT =
  /^\s{0,8}(?:DEFAULT_BUCKET_ID|PRIMARY_PROBLEM_CLASS|BUGCHECK_STR|(?:FAILURE_)?BUCKET_ID): {1,8}\S{0,80}APPLICATION_(?:FAULT|HANG)|^\s{0,8}(?:MANAGED_STACK|APPLICATION_VERIFIER_FLAGS):/i;
const CODE =
  /^\s{0,8}(?:ExceptionCode|EXCEPTION_CODE_STR|EXCEPTION_CODE): {1,8}(?:\(\w{1,20}\) )?(?:0x)?(?<code>[0-9a-f]{8})\b/i;
/** Process and thread stand before it in a debugger of programs only; a first chance is what the program may handle. */
const FATAL =
  /^\s{0,8}\([0-9a-f]{1,6}\.[0-9a-f]{1,6}\): .{3,80} - code (?<code>[0-9a-f]{8}) \(!!! second chance !!!\)/i;
/** The dump of a program is called after it: `explorer.exe.14584.dmp`; those of the kernel are not. */
const OF_PROGRAM = /^(?<program>[\w .+~$()-]{1,80}?\.exe)(?:\.\d{1,10}|\(\d{1,3}\)|_\w{1,30}){0,3}\.[mh]?dmp\b/i;
/** `INVALID_POINTER_WRITE_c0000005_acmeshell.dll!Unknown`. */
const BUCKET = /^[A-Z][A-Z_]{2,60}_(?<code>[8c]0[0-9a-f]{6})_(?<image>[\w.-]{1,80}\.(?:exe|dll))!/i;

/** `!analyze` of an application: recognised so that nobody makes a stop code of it. */
export const application: Parser = {
  command: '!analyze (user mode)',
  marks: [MARKS],
  accepts: (section) => section.prompt === 'user' || linesWith(section, MARKS).some(({ text }) => showsProgram(text)),
  read: (section) => {
    const marks = linesWith(section, MARKS).filter(({ text }) => showsProgram(text) || CODE.test(text));
    const { names, shown } = readNames(section);
    const ends = [marks[0], marks.at(-1)].flatMap((mark) => (mark === undefined ? [] : [mark.lines]));
    const places = [...ends, ...shown];
    const first = Math.min(...places.map(([from]) => from));
    const last = Math.max(...places.map(([, to]) => to));
    const [from] = section.lines;
    return { applications: [{ ...names, lines: places.length === 0 ? [from, from] : [first, last] }] };
  },
};

function showsProgram(text: string): boolean {
  return BOX.test(text) || FAULT.test(text) || FATAL.test(text) || OF_PROGRAM.test(CAB.exec(text)?.groups?.file ?? '');
}

const CAB = /^\s{0,8}FILE_IN_CAB: {1,8}(?<file>\S.{0,160})$/i;

/** What stopped, and where the fields stand that say so. */
function readNames(section: SearchedSection): { names: Omit<ApplicationFact, 'lines'>; shown: readonly Lines[] } {
  const fields = [...(analyzeFields.read(section).fields ?? []), ...(analyzeKeyValues.read(section).fields ?? [])];
  const bucketField = firstOf(fields, ['FAILURE_BUCKET_ID', 'Failure.Bucket']);
  const bucket = BUCKET.exec(bucketField?.value ?? '')?.groups;
  const cab = firstOf(fields, ['FILE_IN_CAB']);
  const program = firstOf(fields, ['PROCESS_NAME', 'APP']);
  const image = firstOf(fields, ['IMAGE_NAME']);
  const module = firstOf(fields, ['MODULE_NAME', 'Failure.Exception.IP.Module']);
  const code = fatalCode(section) ?? firstOf(fields, ['Failure.Exception.Code'])?.value ?? bucket?.code;
  const owner = image ?? (bucket?.image === undefined ? module : bucketField);
  return {
    names: {
      application: program?.value ?? OF_PROGRAM.exec(cab?.value ?? '')?.groups?.program ?? null,
      exception: code === undefined ? null : readHex(code),
      module: image?.value ?? bucket?.image ?? module?.value ?? null,
    },
    shown: [program ?? cab, owner].flatMap((field) => (field === undefined ? [] : [field.lines])),
  };
}

/** The exception that ended the program, else the one that was analysed. */
function fatalCode(section: SearchedSection): string | undefined {
  const lines = linesWith(section, MARKS);
  const codes = (pattern: RegExp) => lines.flatMap(({ text }) => pattern.exec(text)?.groups?.code ?? []);
  return codes(FATAL).at(-1) ?? codes(CODE)[0];
}

function firstOf(fields: readonly FieldFact[], names: readonly string[]): FieldFact | undefined {
  for (const name of names) {
    const field = fields.find((one) => one.name === name && one.value !== '');
    if (field !== undefined) {
      return field;
    }
  }
  return undefined;
}
