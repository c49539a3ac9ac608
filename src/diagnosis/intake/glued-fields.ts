import type { Line } from './line.ts';

/** Fields of `!analyze` that a site glued to the value before them when it swallowed the blank lines between. */
const NAMES = [
  'BUGCHECK_(?:CODE|STR)',
  '(?:PROCESS|SYMBOL|MODULE|IMAGE|FOLLOWUP)_NAME',
  'IMAGE_VERSION',
  '(?:FAILURE_|DEFAULT_)?BUCKET_ID',
  'FAILURE_ID_HASH',
  'STACK_(?:TEXT|COMMAND)',
  'TRAP_FRAME',
  '(?:FAULTING|FOLLOWUP)_IP',
  '(?:READ|WRITE)_ADDRESS',
  'EXCEPTION_(?:CODE|RECORD|PARAMETER[12])',
  'CURRENT_IRQL',
  'LAST_CONTROL_TRANSFER',
  'DEBUG_FLR_IMAGE_TIMESTAMP',
  'OS_VERSION',
  'Debugging Details',
].join('|');
const GLUED = new RegExp(`(?<=[^\\s_"'(\\[])(?=(?:${NAMES}):(?:\\s|$))`, 'g');
/** Looked for first, because they cost nothing to look for; a glued text has at least one of them. */
const COMMON = ['PROCESS_NAME:', 'SYMBOL_NAME:', 'BUGCHECK_STR:', 'STACK_TEXT:', 'MODULE_NAME:', 'IMAGE_NAME:'];
/** One may be a word that somebody made up. */
const FEWEST = 2;

/** Breaks `0x116PROCESS_NAME: SystemCURRENT_IRQL: 0` before each field; the parts keep the line's numbers. */
export function partGluedFields(lines: readonly Line[]): readonly Line[] {
  if (!lines.some(({ text }) => isGlued(text))) {
    return lines;
  }
  const parted = lines.flatMap(partLine);
  return parted.length - lines.length < FEWEST ? lines : parted;
}

function isGlued(text: string): boolean {
  return text.includes('_') && text.includes(':') && COMMON.some((name) => isBehindValue(text, text.indexOf(name)));
}

function isBehindValue(text: string, at: number): boolean {
  return at > 0 && /[^\s_"'([]/.test(text.charAt(at - 1));
}

function partLine({ text, lines }: Line): Line[] {
  return text.split(GLUED).map((part) => ({ text: part, lines }));
}
