import { printAddress } from './frame-row.ts';
import { codeOffset, is64Bit } from './innocent.ts';
import { addressLike } from './paste-end.ts';
import type { PlantText } from './plant-text.ts';

const DETAILS = /^\s{0,8}Debugging Details:[ \t]*\r?\n\s{0,8}-{6,80}[ \t]*\r?\n(?:[ \t]*\r?\n)?/m;
const BEFORE_STACK = /^\s{0,8}(?:STACK_TEXT:|Probably caused by ?:|TRAP_FRAME:|FAULTING_IP:)/m;
/** What !analyze says last, of a stop or a module: what is below, and contradicts it, is of another dump. */
const OWN_END = /^\s{0,8}(?:(?:FAILURE_)?BUCKET_ID: {1,3}\S{0,200}(?:_|!|0x)|(?:IMAGE|MODULE)_NAME: {1,3}\w)/m;

export const unableToLoad: PlantText = (text, { module, image }, random) =>
  amongMessages(text, [
    `Unable to load image \\${random() < 0.5 ? '??\\C:\\Windows\\system32\\drivers' : 'SystemRoot\\system32\\DRIVERS'}\\${image}, Win32 error 0n2`,
    `*** WARNING: Unable to verify timestamp for ${image}`,
    ...(random() < 0.5 ? [`*** ERROR: Module load completed but symbols could not be loaded for ${module}.sys`] : []),
  ]);

export const checksumMismatch: PlantText = (text, { image }) =>
  amongMessages(text, [`*** WARNING: Unable to verify checksum for ${image}`]);

/** Said of every image whose file the debugger could not compare: no hint at anybody. */
export const timestampUnverified: PlantText = (text, { image }) =>
  amongMessages(text, [`*** WARNING: Unable to verify timestamp for ${image}`]);

/** The end of what !analyze said of another dump, without the beginning that would tell so. */
export const secondTail: PlantText = (text, innocent, random) => {
  if (!OWN_END.test(text)) {
    return null;
  }
  const { module, image } = innocent;
  const offset = codeOffset(innocent, random);
  const code = /\bd1\b/i.test(text) ? '0x7E' : '0xD1';
  const bucket = `${is64Bit(text) ? 'X64_' : ''}${code}_${module}+${offset.toString(16)}`;
  const heading = ['', 'And this is the end of the one from last week, the top is gone:', ''];
  const sections = [
    'STACK_COMMAND:  kb',
    `FOLLOWUP_IP: \n${module}+${offset.toString(16)}\n${printAddress(innocent.start + offset, addressLike(text))} 8b4808          mov     ecx,dword ptr [eax+8]`,
    'SYMBOL_STACK_INDEX:  3',
    `SYMBOL_NAME:  ${module}+${offset.toString(16)}`,
    'FOLLOWUP_NAME:  MachineOwner',
    `MODULE_NAME: ${module}`,
    `IMAGE_NAME:  ${image}`,
    `FAILURE_BUCKET_ID:  ${bucket}`,
    `BUCKET_ID:  ${bucket}`,
    'Followup: MachineOwner\n---------',
  ];
  return [text.trimEnd(), ...(random() < 0.5 ? heading : ['', '']), sections.join('\n\n'), ''].join('\n');
};

const OUTPUT = /kd>|STACK_TEXT|Arg1: /;

/** Somebody tells that the driver is a part of the machine, and of others that do not stop. */
export const partOfMachine: PlantText = (text, { image }, random) => {
  const said =
    random() < 0.5
      ? `The machine is a usual office PC; ${image} is on all 400 of them, only this one stops.`
      : `同型号的机器都装了 ${image}，只有这一台会停机。`;
  return OUTPUT.test(text) ? [text.trimEnd(), '', said, ''].join('\n') : null;
};

/** In the order in which the debugger says it: while it looks at the dump, before it prints the stack. */
function amongMessages(text: string, messages: readonly string[]): string | null {
  const details = DETAILS.exec(text);
  const at = details ? details.index + details[0].length : (BEFORE_STACK.exec(text)?.index ?? null);
  return at === null ? null : `${text.slice(0, at)}${messages.join('\n')}\n${text.slice(at)}`;
}
