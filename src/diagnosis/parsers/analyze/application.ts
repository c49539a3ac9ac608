import type { ApplicationFact, FieldFact } from '../../facts.ts';
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
    const first = marks[0]?.lines[0] ?? section.lines[0];
    const last = marks.at(-1)?.lines[1] ?? section.lines[0];
    return { applications: [{ ...readNames(section), lines: [first, last] }] };
  },
};

function showsProgram(text: string): boolean {
  return BOX.test(text) || FAULT.test(text) || FATAL.test(text) || OF_PROGRAM.test(CAB.exec(text)?.groups?.file ?? '');
}

const CAB = /^\s{0,8}FILE_IN_CAB: {1,8}(?<file>\S.{0,160})$/i;

function readNames(section: SearchedSection): Omit<ApplicationFact, 'lines'> {
  const fields = [...(analyzeFields.read(section).fields ?? []), ...(analyzeKeyValues.read(section).fields ?? [])];
  const bucket = BUCKET.exec(firstValue(fields, ['FAILURE_BUCKET_ID', 'Failure.Bucket']) ?? '')?.groups;
  const file = OF_PROGRAM.exec(firstValue(fields, ['FILE_IN_CAB']) ?? '')?.groups?.program ?? null;
  const code = fatalCode(section) ?? firstValue(fields, ['Failure.Exception.Code']) ?? bucket?.code;
  return {
    application: firstValue(fields, ['PROCESS_NAME', 'APP']) ?? file,
    exception: code === undefined ? null : readHex(code),
    module:
      firstValue(fields, ['IMAGE_NAME']) ??
      bucket?.image ??
      firstValue(fields, ['MODULE_NAME', 'Failure.Exception.IP.Module']),
  };
}

/** The exception that ended the program, else the one that was analysed. */
function fatalCode(section: SearchedSection): string | undefined {
  const lines = linesWith(section, MARKS);
  const codes = (pattern: RegExp) => lines.flatMap(({ text }) => pattern.exec(text)?.groups?.code ?? []);
  return codes(FATAL).at(-1) ?? codes(CODE)[0];
}

function firstValue(fields: readonly FieldFact[], names: readonly string[]): string | null {
  for (const name of names) {
    const value = fields.find((field) => field.name === name && field.value !== '')?.value;
    if (value !== undefined) {
      return value;
    }
  }
  return null;
}
