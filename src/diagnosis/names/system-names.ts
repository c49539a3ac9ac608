import { moduleName } from './file-names.ts';
import { inert } from './inert.ts';

/** Names of what Windows manages: processes, pool tags, driver objects, devices, folders, versions. */

/**
 * Programs may be called in any script and with blanks (`System Idle Process`, `微信.exe`). Marks that a shell, a card or a
 * sentence takes for its own are left out; a name ends at its ending, whatever was written behind it.
 */
const PROCESS = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_.+~$()-]| (?=[\p{L}\p{N}_(]))*/u;
const PROGRAM = /^.{1,80}?\.(?:exe|com|scr|bin|tmp)(?=[ ]|$)/i;
const LONGEST_PROCESS = 80;

export function processName(text: string): string | null {
  const name = PROCESS.exec(text.trim().slice(0, LONGEST_PROCESS))?.[0] ?? '';
  return name === '' ? null : inert(PROGRAM.exec(name)?.[0] ?? name);
}

const WORD = '[\\p{L}\\p{N}_.+~$()-]{1,40}';
/** No driver, so that its name stands in no command; all that is printed is the name, or nothing is. */
const PROGRAM_FILE = new RegExp(`^(?=[\\p{L}\\p{N}_])${WORD}(?: ${WORD}){1,6}(?<=\\.(?:exe|dll))$`, 'iu');

/** The file of a program, or of a part of it, that has blanks in its name: `Photo Desk.exe`. Null for any other. */
export function programFile(text: string): string | null {
  const name = text.trim();
  return PROGRAM_FILE.test(name) ? inert(name) : null;
}

/** Four bytes that can be printed. They are shown, and stand in a command only where they are a word. */
export function poolTag(text: string): string | null {
  return /^[!-~][ -~]{0,3}$/.test(text) ? text : null;
}

const OBJECT_FOLDER = /^\\(?:Driver|FileSystem(?:\\Filters)?)\\/i;

/** `\Driver\acmenic`, or the service alone; `***Unknown***` where the debugger could not tell. */
export function driverObject(text: string): string | null {
  if (/^\*{0,3}Unknown\*{0,3}$/i.test(text)) {
    return text;
  }
  const folder = OBJECT_FOLDER.exec(text)?.[0] ?? '';
  const service = moduleName(text.slice(folder.length));
  return service === null ? null : `${folder}${service}`;
}

/** A device, an instance path (`PCI\VEN_8086&DEV_15B8\3&11583659&0&FE`), the name of an adapter or filter in words. */
export function deviceName(text: string): string | null {
  const name = /^[\w\\{(](?:[\w\\&{}.#(),:+~-]| (?! )){0,199}/.exec(text.trim())?.[0].trimEnd() ?? '';
  return /\w/.test(name) ? inert(name) : null;
}

/**
 * What somebody called a connection, in any script (`Ethernet 2`, `以太网 2`): it stands in commands, all of it or not at all.
 * What every program would make a link of is none.
 */
export function adapterName(text: string): string | null {
  return /^(?!.{0,60}www\.)[\p{L}\p{N}](?:[\p{L}\p{N}_#().-]| (?! )){0,60}$/iu.test(text) ? text : null;
}

/** The folders of a file and the file. */
export function filePath(text: string): string | null {
  const path = /^(?:\\\?\?\\)?(?:[A-Za-z]:|\\)[\w\\ .()~$+-]{1,260}/.exec(text.trim())?.[0].trimEnd() ?? '';
  return path === '' || path.includes('..') ? null : inert(path);
}

export function versionName(text: string): string | null {
  const version = /^\w(?:[\w.,()+-]| (?! )){0,79}/.exec(text.trim())?.[0].trimEnd();
  return version === undefined ? null : inert(version);
}
