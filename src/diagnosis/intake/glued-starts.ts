import { largePattern } from '../../language/large-pattern.ts';

/**
 * Beginnings of lines that are certain without a blank before them: the lengths of addresses and the names of fields tell
 * where the line before ends. A compose box that takes line feeds out leaves a paste so.
 */
const HALF = '[0-9a-f]{8}';
const WIDE = `(?:${HALF}\`${HALF}|[0-9a-f]{16})`;
/** Not the second half of a wide one. */
const NARROW = `(?<!\`)(?<![0-9a-f]{8})${HALF}`;
const SITE = '[A-Za-z_<][\\w.>]{0,40}[!+]';
const FIELDS = [
  'KEY_VALUES_STRING',
  'DUMP_(?:CLASS|QUALIFIER|TYPE)',
  'BUGCHECK_(?:CODE|P[1-4]|STR)',
  '(?:READ|WRITE)_ADDRESS',
  '(?:FAULTING|FOLLOWUP)_IP',
  'CONTEXT',
  'TRAP_FRAME',
  'EXCEPTION_(?:RECORD|CODE(?:_STR)?|PARAMETER[1-4])',
  'ERROR_CODE',
  'CURRENT_IRQL',
  'DEFAULT_BUCKET_ID',
  'CUSTOMER_CRASH_COUNT',
  'PROCESS_NAME',
  'LAST_CONTROL_TRANSFER',
  'STACK_(?:TEXT|COMMAND)',
  'CHKIMG_EXTENSION',
  'SYMBOL_(?:STACK_INDEX|NAME)',
  'MODULE_NAME',
  'IMAGE_(?:NAME|VERSION)',
  'DEBUG_FLR_IMAGE_TIMESTAMP',
  'FOLLOWUP_NAME',
  '(?:FAILURE_)?BUCKET_ID(?:_FUNC_OFFSET)?',
  'FAILURE_ID_HASH(?:_STRING)?',
  'OS_VERSION',
  'BUILDLAB_STR',
  'OSPLATFORM_TYPE',
  'OSNAME',
  'OSBUILD',
  'ANALYSIS_(?:VERSION|SOURCE|SESSION_\\w{1,20})',
  'DRIVER_OBJECT',
  'DEVICE_OBJECT',
  'IRP_ADDRESS',
  'DRVPOWERSTATE_SUBCODE',
  'FAULTING_THREAD',
  'BLACKBOX\\w{2,12}',
  'MISALIGNED_IP',
  'MEMORY_CORRUPTOR',
  'POOL_ADDRESS',
  'FILE_IN_CAB',
  'PRIMARY_PROBLEM_CLASS',
  'BUGCHECKING_DRIVER',
  'STACKHASH_ANALYSIS',
  'TARGET_TIME',
  'THREAD_SHA1_HASH_\\w{2,20}',
].join('|');
const WORDS = [
  'Arguments:',
  'Arguments [0-9a-f`]{8}',
  'Arg[1-4]: ',
  'Bugcheck code [0-9A-F]{8}',
  'Bugcheck: [0-9A-F]{1,8} \\(',
  'start {3,20}end',
  'Name {2,20}Number of Hits',
  'Hits[=-]{3}',
  'Debugging Details:',
  'Followup: ',
  'Probably caused by',
  'Use !analyze',
  'Resetting default scope',
  'BugCheck [0-9A-F]{1,8}, \\{',
  'Edition build lab:',
  'Built by: ',
  'Machine Name:',
  'Kernel base = ',
  'Debug session time:',
  'System Uptime:',
  'Loading (?:Dump|Kernel|User|unloaded)',
  'Product: ',
  'ExceptionAddress: ',
  'ExceptionCode: ',
  'ExceptionFlags: ',
  'NumberParameters: ',
  'Attempt to (?:read|write|execute)',
  'Loaded symbol image file:',
  'Image path:',
  'Image name:',
  'Timestamp: ',
  'CheckSum: ',
  'ImageSize: ',
  'Browse ',
  'Irp is active',
  'Pool page ',
  'Owning component',
  'Owning Process',
  '# Child-SP',
  'Child-SP',
  'ChildEBP',
  'WARNING: ',
  'Windows \\d{1,2} Kernel',
].join('|');
const ROWS = [
  `${WIDE} ${WIDE} {0,8}: `,
  `(?<![0-9a-f] )${WIDE} ${WIDE} {1,8}${SITE}`,
  // Rows of `dps`: two blanks behind the place.
  `${WIDE} {2}${WIDE} {1,8}${SITE}`,
  `${NARROW} {2}${HALF} {1,8}${SITE}`,
  `${NARROW}(?: ${HALF}){4} (?:${SITE}|0x[0-9a-f])`,
  `(?<![0-9a-f])[0-9a-f]{2} ${HALF} ${HALF} ${SITE}`,
  `(?:${WIDE}|${NARROW}) (?:(?:[0-9a-f]{2}){1,15} {2,20}[a-z]{2,10}\\b|\\?\\? {2,20}\\?)`,
  `(?<!\\*)\\*?(?:${WIDE}|${NARROW}) size:`,
  `(?:${WIDE}|${NARROW}) (?:${WIDE}|${HALF}) {2,8}\\w{1,40} {1,20}(?:[A-Z#] {1,6})?\\(`,
  `${WIDE} (?:[0-9a-f]{2}[ -]){4}`,
  '(?<==)[A-Za-z_]\\w{1,40} {2,60}\\d{1,6} \\d',
  '\\+0x[0-9a-f]{3} [A-Za-z_]\\w{0,60} {0,40}:',
  '>?\\[(?:IRP_MJ|N/A\\()',
].join('|');

const STARTS = [
  `(?<=[^\\s_])(?=(?:${FIELDS}):)|(?<=(?:STACK_TEXT|_IP):)(?=\\S)`,
  `(?<=\\S)(?=${WORDS})`,
  `(?<=\\S)(?=${ROWS})`,
  // Any other field, where small letters, digits or a bracket end before it.
  '(?<=[a-z0-9)\\]])(?=[A-Z][A-Z0-9]{1,20}(?:_[A-Z0-9]{1,20}){1,6}:(?:\\s|$))',
  // A number before the prompt: behind an address what is more than its digits, elsewhere one digit or whatever is no hexadecimal one.
  '(?<=(?:`|(?<![0-9a-f`])[0-9a-f]{8}|(?<![0-9a-f`]))[0-9a-f]{8})(?=\\d{1,3}: l?kd>)|(?<=[^\\s0-9a-f])(?=\\d{1,3}: l?kd>)',
  '(?<![0-9a-f]{8})(?<=[0-9a-f])(?=\\d: l?kd>)|(?<=[^\\s\\d:])(?=l?kd>)',
  // The stop code's header, and its description.
  '(?<=[^\\sA-Z0-9_])(?=[A-Z][A-Z0-9]{2,30}(?:_[A-Z0-9]{1,30}){1,12} \\([0-9a-fA-F]{1,8}\\))|(?<=[A-Z0-9] \\([0-9a-fA-F]{1,8}\\))(?=[A-Z])',
  // Registers that begin a row, and the label behind the last one.
  '(?<=[0-9a-f]{8})(?=(?:[re]ax|rdx|[re]ip|r11|r14|iopl|cs|x\\d{1,2}|pc)=)|(?<= (?:nc|cy))(?=cs=)|(?<=efl=[0-9a-f]{8})(?=[A-Za-z_])',
].join('|');
const GLUED_START = largePattern(STARTS, 'g');
/** What stands at a glued start or right beside it; asked of every place of a log, the starts themselves took most of the time. */
const MAY_START = new RegExp(
  [
    '_[A-Z0-9]|CONTEXT:|OSNAME:|OSBUILD:|BLACKBOX|kd>|cs=|efl=|\\[N/A\\(',
    `${HALF}(?:\`| {0,2}${HALF}| size:| (?:[0-9a-f]{2}){1,15} {2}| \\?\\?|[a-z0-9]{2,4}=)`,
    '[A-Z0-9] \\([0-9a-fA-F]{1,8}\\)[A-Z]|=[A-Za-z_]\\w{1,40} {2}|\\+0x[0-9a-f]{3} ',
    WORDS,
  ].join('|'),
);
/** Looked through piece by piece, each with what a start may have before and behind it. */
const PIECE = 2000;
const BEFORE = 100;
const BEHIND = 600;
/** The blank behind the number of a frame. */
const NUMBERED = new RegExp(`(?<=[0-9a-f]) (?=${WIDE} ${WIDE} {1,8}${SITE}|\\(Inline)`, 'g');
/** `kL` and `kc` print no addresses: there a few numbers in a row show that they are numbers. */
const NUMBERED_BARE = /(?<=[0-9a-f]) (?=[A-Za-z_]\w{0,40}![A-Za-z_])/g;
const FEWEST_BARE = 3;

/** A line shorter than this holds no paste. */
const LONG = 200;
/** One may be chance. */
const FEWEST = 3;

/** Puts a blank before each beginning of a line that is glued to the line before; a text with few of them stays as it is. */
export function partGluedStarts(text: string): string {
  if (text.length < LONG) {
    return text;
  }
  const places = new Set(gluedStarts(text));
  for (const place of [...numberedFrames(text, NUMBERED, 1), ...numberedFrames(text, NUMBERED_BARE, FEWEST_BARE)]) {
    places.add(place);
  }
  return places.size < FEWEST
    ? text
    : insertBlanks(
        text,
        [...places].toSorted((a, b) => a - b),
      );
}

function gluedStarts(text: string): number[] {
  const places: number[] = [];
  for (let from = 0; from < text.length; from += PIECE) {
    const before = Math.max(0, from - BEFORE);
    const piece = text.slice(before, from + PIECE + BEHIND);
    if (MAY_START.test(piece)) {
      for (const { index } of piece.matchAll(GLUED_START())) {
        if (before + index >= from && before + index < from + PIECE) {
          places.push(before + index);
        }
      }
    }
  }
  return places;
}

/**
 * Where the numbers of frames begin. Digits of an offset stand right before them, so a number is what comes next in the
 * count: `00`, `01` … of `k`, `0`, `1` … of `!mex.t`.
 * @param fewest so many in a row are needed
 */
function numberedFrames(text: string, behind: RegExp, fewest: number): number[] {
  const places: number[] = [];
  let run: number[] = [];
  let next = 0;
  let width: number | null = null;
  for (const { index } of text.matchAll(behind)) {
    for (const [number, digits] of [next, 0].flatMap((count) => [2, 1].map((one) => [count, one] as const))) {
      const printed = number.toString(16).padStart(digits, '0');
      const fits = number === 0 || width === null || width === digits;
      if (!fits || text.slice(index - printed.length, index) !== printed) {
        continue;
      }
      run = number === 0 ? [] : run;
      if (/\S/.test(text[index - printed.length - 1] ?? ' ')) {
        run.push(index - printed.length);
      }
      next = number + 1;
      if (next >= fewest) {
        places.push(...run.splice(0));
      }
      width = digits;
      break;
    }
  }
  return places;
}

function insertBlanks(text: string, places: readonly number[]): string {
  let from = 0;
  const parts: string[] = [];
  for (const place of places) {
    parts.push(text.slice(from, place));
    from = place;
  }
  parts.push(text.slice(from));
  return parts.join(' ');
}
