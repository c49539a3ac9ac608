/**
 * Names of modules and of their files. A name is what stands in its alphabet, from the first character on, and ends where
 * that ends: `acmeflt.sys & calc` is `acmeflt.sys`. What is cut off inside of a name leaves no name, rather than half of one.
 *
 * Drivers are called with digits first (`3ware.sys`), with dashes (`winfsp-x64.sys`), dots (`klif.kes-21-9.sys`), a plus, and
 * in short paths with a tilde (`ACME~1.SYS`); names with a dollar are made by Windows. None begins with a dash, which is an
 * option to a command, and none has two dots in a row, which lead out of a folder.
 */
const SEGMENT = '[A-Za-z0-9_$~+-]+';
const NAME = `(?![+-])${SEGMENT}(?:\\.${SEGMENT})*`;
/** A letter of another script goes on with the name, however it looks; Chinese is written without blanks between words. */
const GOES_ON = '[A-Za-z0-9_$~+-]|\\.?(?!\\p{Script=Han})[^\\P{L}A-Za-z]|\\p{M}';
const LEADING_NAME = new RegExp(`^${NAME}(?!${GOES_ON})`, 'u');
/** A module's name has no ending that tells where it ends: what a mark of a shell ties to more is none (`a&calc`, `a;calc`). */
const LEADING_MODULE = new RegExp(`^${NAME}(?!${GOES_ON}|[&%^@#;|]+[A-Za-z0-9$(])`, 'u');
const UNLOADED = new RegExp(`^<${NAME}>?`);
/** `.sys`, `.efi`, `.r0`: what a file is called by, whatever it is. */
const ENDING = /\.[A-Za-z][A-Za-z0-9]{0,3}$/;
/** From a root on folders may have blanks in their names; elsewhere a blank ends a name. */
const FOLDERS = /^(?:(?:\\\?\?\\)?(?:[A-Za-z]:|\\)[\w\\ .()~$+-]{0,260}|[\w\\.()~$+-]{1,260})\\/;
const FIRST_FILE = /\.(?:sys|dll|exe)(?![\w.])/i;
/** Where a line break was lost the next word runs into the ending; no driver is called so. */
const RUN_ON = /(?<=\.sys)[A-Za-z0-9].*$/i;
/** Devices of DOS: Windows opens no file under these names, with or without an ending. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i;
/** Not a file: every program that shows it makes a link of it, also behind the mark of the debugger (`Unloaded_www.`). */
const HOST = /(?:^|[^A-Za-z0-9])www\./i;
const LONGEST = 100;
/** Most names, for which no more needs to be asked. */
const PLAIN_MODULE = /^[A-Za-z_][A-Za-z_]{0,60}$/;

/** The debugger's name of a module; `<Unloaded_acme.sys>` too. Null where the text begins with none. */
export function moduleName(text: string): string | null {
  if (PLAIN_MODULE.test(text) && !RESERVED.test(text)) {
    return text;
  }
  const unloaded = UNLOADED.exec(text)?.[0];
  if (unloaded !== undefined) {
    return unloaded.endsWith('>') && !HOST.test(unloaded) ? unloaded : null;
  }
  const name = withoutGluedDigits(LEADING_MODULE.exec(text.trimStart())?.[0] ?? '');
  return isName(name) ? name : null;
}

/** The name of a file, without its folders: with an ending, or as all that was printed. Null where the text begins with none. */
export function imageName(text: string): string | null {
  const printed = withoutFolders(text.trim());
  const leading = LEADING_NAME.exec(printed)?.[0] ?? '';
  const name = withoutGluedDigits(leading).replace(RUN_ON, '');
  return isName(name) && (hasEnding(name) || leading === printed) ? name : null;
}

/** A path behind the file is none of its folders. */
function withoutFolders(text: string): string {
  const file = text.search(FIRST_FILE);
  const folders = FOLDERS.exec(file === -1 ? text : text.slice(0, file))?.[0] ?? '';
  return folders.includes('..') ? text : text.slice(folders.length);
}

function hasEnding(name: string): boolean {
  return ENDING.test(name);
}

/** True where a name may stand in a command: letters, digits and marks that no shell and no debugger takes for its own. */
export function isCommandWord(name: string): boolean {
  return COMMAND_WORD.test(name) && !name.includes('..');
}

/** What the debugger calls a file: without its ending, other marks than letters and digits made underscores. */
export function debuggerModule(image: string): string {
  return image.replace(/\.\w{1,4}$/, '').replace(/\W/g, '_');
}

const COMMAND_WORD = /^[A-Za-z0-9_][A-Za-z0-9_.+-]{0,99}$/;

function isName(name: string): boolean {
  return /[A-Za-z]/.test(name) && name.length <= LONGEST && !RESERVED.test(name) && !HOST.test(name);
}

const ADDRESS_64 = /^[0-9a-f]{16}(?=[A-Za-z_]\w)/i;
/** Few words are made of hex digits; with two digits among them it is an address. */
const ADDRESS_32 = /^(?=(?:[a-f]{0,7}[0-9]){2})[0-9a-f]{8}(?=[A-Za-z_]\w)/i;
/** What is left of an address runs into the name of the kernel; nobody calls a driver so. */
const TORN = /^(?=[a-f]{0,16}[0-9])[0-9a-f]{1,20}nt(?:\.\w{1,4})?$/i;

/** A column whose blank was lost runs into the name behind it: `f8a0bf7000000000nt` is `nt`. Nothing where that cannot be told. */
function withoutGluedDigits(name: string): string {
  const rest = name.replace(ADDRESS_64, '');
  const bare = rest === name ? name.replace(ADDRESS_32, '') : rest;
  return TORN.test(bare) ? '' : bare;
}
