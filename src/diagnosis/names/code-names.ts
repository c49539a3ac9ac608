import { moduleName } from './file-names.ts';

/**
 * Names of functions and what is made of them. C++ and Rust fill theirs with brackets, blanks and quotation marks
 * (`std::vector<int,0>::operator[]`, `` `anonymous namespace'::Run ``, `closure$0::{impl#1}`), so more is allowed than in the
 * name of a file, and none of them ever stands in a command.
 */
const OPERATOR = 'operator[%^|/]{1,2}=?';
/** An address of the web or of a mailbox is no part of a name. */
const LINK = 'www\\.|@[\\w-]{1,60}\\.[A-Za-z]';
const FUNCTION = new RegExp(`^(?:${OPERATOR}|(?!${LINK})[\\w$?@~:<>,.*&()[\\]{}'\`=!+^%#-]| (?! ))+`);
const LONGEST = 2000;
/** Only a template, a name made by the compiler and an operator (`operator new`) hold blanks. */
const HOLDS_BLANKS = /^ \?\? |[<`]|\boperator /;
/** A fast call begins with an `@` and decorated names hold them (`nt!@HalpInit@4`, `??0Thing@@QEAA@XZ`); behind any other mark it would call somebody. */
const CALLS = /(?<=[^\w!@])@(?=[A-Za-z])/;
const PLAIN = /^[A-Za-z_]\w*$/;

/** @returns the function that a text begins with; null where it begins with none */
export function functionName(text: string): string | null {
  if (PLAIN.test(text)) {
    return text;
  }
  const bounded = text.slice(0, LONGEST);
  const name = uncalled(
    FUNCTION.exec(HOLDS_BLANKS.test(bounded) ? bounded : (bounded.split(' ', 1)[0] ?? ''))?.[0] ?? '',
  );
  return /\w/.test(name) ? name : null;
}

function uncalled(name: string): string {
  const at = name.search(CALLS);
  return at === -1 ? name : name.slice(0, at);
}

/** `nt!KiPageFault+0x369`, `acmeflt+0x1f92`, or a word in its place (`ONE_BIT`); null where the module is no name. */
export function symbolName(text: string): string | null {
  const name = functionName(text.trim());
  if (name === null) {
    return null;
  }
  // What a mark of a shell ties to the rest is no module: half of `a;calc+0x12` would be another's name.
  if (/^[;|]/.test(text.trim().slice(name.length)) && !/[!+]/.test(name)) {
    return null;
  }
  const end = name.search(/[!+]/);
  const module = moduleName(end === -1 ? name : name.slice(0, end));
  return module === null ? null : `${module}${end === -1 ? '' : name.slice(end)}`.replace(/[!+]$/, '');
}

/** Up to the file of a program: the only part of a bucket that may have blanks. */
const TO_PROGRAM = /^\w[\w.+-]{0,160}(?: [\w(][\w.+()-]{0,40}){1,6}(?<=\.(?:exe|dll))(?=!)/i;

/** A failure bucket: words, codes, a module and a symbol in one; no blanks but those in the name of a program. */
export function bucketName(text: string): string | null {
  const printed = text.trim();
  const program = TO_PROGRAM.exec(printed)?.[0] ?? '';
  const name = uncalled(FUNCTION.exec(printed.slice(program.length).split(' ', 1)[0] ?? '')?.[0] ?? '');
  // In a sentence the mark of code and the full stop follow.
  const bucket = `${program}${name}`.replace(/[`"]?[.,;]?$/, '');
  return /^\w/.test(bucket) ? bucket : null;
}
