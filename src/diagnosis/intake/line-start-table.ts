/**
 * What begins a line in debugger output, in one table: it breaks a paste that lost its line breaks, and it tells
 * a line of its own from the rest of a wrapped one.
 *
 * `anywhere` is certain enough to break any line; `collapsed` only one that plainly holds many lines;
 * `never` is good for recognising a line but too weak to break one.
 */
export interface LineStart {
  readonly what: string;
  readonly pattern: string;
  readonly breaks: 'anywhere' | 'collapsed' | 'never';
}

const WIDE = '[0-9a-f]{8}`?[0-9a-f]{8}';
const ADDRESS = '(?:[0-9a-f]{8}`?[0-9a-f]{8}|[0-9a-f]{8})';
const MODULE = '[A-Za-z_<][\\w.>]{0,40}';

/** What `lmv` prints below a module's row. */
const MODULE_FIELDS = [
  'Loaded symbol image file',
  'Mapped memory image file',
  'Image path',
  'Image name',
  'Timestamp',
  'CheckSum',
  'ImageSize',
  'File version',
  'Product version',
  'File flags',
  'File OS',
  'File type',
  'File date',
  'Translations',
  'CompanyName',
  'ProductName',
  'InternalName',
  'OriginalFilename',
  'ProductVersion',
  'FileVersion',
  'FileDescription',
  'LegalCopyright',
].join('|');

export const LINE_STARTS: readonly LineStart[] = [
  {
    what: 'prompt',
    // Each alternative begins with what it must have: most places are ruled out by that alone.
    pattern: 'l?kd(?::x86|:x64)?>|\\d{1,3}: ?l?kd(?::x86|:x64)?>|\\d:\\d{3}(?::x86)?>',
    breaks: 'anywhere',
  },
  { what: 'argument of a stop code', pattern: 'Arg[1-4]: {0,4}(?:0x)?[0-9a-f`]{8}', breaks: 'anywhere' },
  {
    what: 'numbered frame',
    pattern: `[0-9a-f]{1,2} {1,12}(?:[0-9a-f]{1,5} {1,4})?${WIDE} {1,6}${WIDE}(?![0-9a-f])(?! {0,8}: (?:[A-Za-z_]|0x))`,
    breaks: 'anywhere',
  },
  {
    what: 'numbered kb frame of x64',
    pattern: `[0-9a-f]{2} {1,4}${WIDE} {1,8}: (?:${WIDE} ){3}${WIDE} {1,2}:`,
    breaks: 'collapsed',
  },
  {
    what: 'damaged numbered frame',
    pattern: `[0-9a-f]{2} f{4,5}[0-9a-f]{5}\`[0-9a-f]{8} ${WIDE}(?! {0,8}: (?:[A-Za-z_]|0x))`,
    breaks: 'anywhere',
  },
  { what: 'inline frame', pattern: '(?:[0-9a-f]{1,2} +)?\\(Inline(?: Function)?\\)', breaks: 'anywhere' },
  { what: 'x64 frame', pattern: `${WIDE} ${WIDE} {0,8}: (?:${WIDE}|\\.\\.\\.)`, breaks: 'anywhere' },
  {
    what: 'kb frame of x64',
    pattern: `(?<![0-9a-f]{8} {1,4})${WIDE} {1,8}: (?:${WIDE} ){3}${WIDE} {1,2}:`,
    breaks: 'collapsed',
  },
  { what: 'elided frame', pattern: '\\.\\.\\. : [A-Za-z_]\\w{0,40}!', breaks: 'anywhere' },
  {
    what: 'x86 frame',
    pattern: `[0-9a-f]{8} [0-9a-f]{8}(?: [0-9a-f]{8}){3} (?:${MODULE}[!+|]|0x)`,
    breaks: 'collapsed',
  },
  {
    what: 'numbered x86 frame with arguments',
    pattern: `[0-9a-f]{2} {1,4}[0-9a-f]{8} [0-9a-f]{8}(?: [0-9a-f]{8}){3} (?:${MODULE}[!+|]|0x)`,
    breaks: 'collapsed',
  },
  { what: 'k frame', pattern: `${WIDE} ${WIDE} {1,6}${MODULE}[!+|]`, breaks: 'collapsed' },
  {
    what: 'row of dps',
    pattern: `(?:${WIDE} {2}${WIDE}|[0-9a-f]{8} {2}[0-9a-f]{8}) {1,6}${MODULE}[!+]`,
    breaks: 'collapsed',
  },
  { what: 'x86 k frame', pattern: `[0-9a-f]{2} [0-9a-f]{8} [0-9a-f]{8} ${MODULE}[!+|]`, breaks: 'collapsed' },
  { what: 'kc frame', pattern: '[0-9a-f]{2} [A-Za-z_]\\w{1,40}![A-Za-z_]', breaks: 'collapsed' },
  {
    what: 'call site behind another',
    pattern: `(?=${MODULE}![A-Za-z_])(?<=![\\w:~]{1,80}(?:\\+0x[0-9a-f]{1,8})? )${MODULE}!`,
    breaks: 'collapsed',
  },
  { what: 'structure member', pattern: '\\+0x[0-9a-f]{3} [A-Za-z_]\\w{0,60} {0,40}:', breaks: 'anywhere' },
  { what: 'pool block', pattern: '\\*?[0-9a-f]{8}(?:`?[0-9a-f]{8})? size:', breaks: 'anywhere' },
  {
    what: 'stop-code header',
    pattern: '[A-Z][A-Z0-9]{1,30}(?:_[A-Z0-9]{1,30}){1,12} \\([0-9a-f]{1,8}\\)(?= |$)',
    breaks: 'collapsed',
  },
  { what: 'field', pattern: '[A-Z][A-Z0-9]{1,20}(?:_[A-Z0-9]{1,20}){1,6}:(?= |$)', breaks: 'collapsed' },
  { what: 'arguments', pattern: 'Arguments: |Arguments:$|Arguments [0-9a-f`]{8}', breaks: 'collapsed' },
  { what: 'key and value', pattern: 'Key {0,4}: |Value: ', breaks: 'collapsed' },
  {
    what: 'field in words',
    pattern: [
      'Debugging Details:',
      'Followup: ',
      'Probably caused by ?:',
      'CONTEXT: ',
      'COMMENT: ',
      'IRP_ADDRESS:',
      'Defaulted to',
      'Use !analyze',
      'BugCheck [0-9A-F]{1,8}, ?\\{',
      'Bugcheck(?: code)?:? [0-9A-F]{1,8}\\b',
      '\\*\\*\\* (?:STOP|ERROR|WARNING|Fatal)',
    ].join('|'),
    breaks: 'collapsed',
  },
  {
    what: 'registers',
    pattern: '(?:rax|rdx|rip|r8|r11|r14|eax|eip|iopl|cs|x0|x4|x8|x12|x16|x20|x24|x28|pc)=[0-9a-f]{1,16}\\b',
    breaks: 'collapsed',
  },
  {
    what: 'instruction',
    pattern: `${ADDRESS} (?:[0-9a-f]{2}){1,15} {1,20}[a-z]{2,10}\\b(?! ?[!:])`,
    breaks: 'collapsed',
  },
  { what: 'code label', pattern: `${MODULE}![\\w$:~]{1,120}(?:\\+(?:0x)?[0-9a-f]{1,8})?: `, breaks: 'collapsed' },
  {
    what: 'exception record',
    pattern:
      'ExceptionAddress: |ExceptionCode: |ExceptionFlags: |NumberParameters: |Parameter\\[|Attempt to (?:read|write|execute)',
    breaks: 'collapsed',
  },
  {
    what: 'lm row',
    pattern: `${ADDRESS} ${ADDRESS} {1,8}[A-Za-z_][\\w.]{0,40} {1,20}(?:[A-Z#] {1,6})?\\((?:no|pdb|private|deferred|export)`,
    breaks: 'collapsed',
  },
  {
    what: 'lmvm field',
    pattern: `(?:${MODULE_FIELDS}): `,
    breaks: 'collapsed',
  },
  {
    what: 'banner',
    pattern: [
      'Windows (?:\\d{1,2}|XP|Vista|Server|NT) [^:]{0,40}Version',
      'Product: ',
      'Built by: ',
      'Edition build lab: ',
      'Machine Name:',
      'Kernel base = ',
      'Debug session time: ',
      'System Uptime: ',
      'Loading (?:Dump|Kernel|User|unloaded)',
      'Microsoft \\(R\\) Windows Debugger',
      'Connected to',
      'Symbol search path',
      'Executable search path',
      'Browse full module list',
      'start +end +module name',
    ].join('|'),
    breaks: 'collapsed',
  },
  {
    what: 'stack heading',
    pattern: [
      '# Child-SP',
      '# ChildEBP',
      '(?<!# ?)Child-SP +RetAddr',
      '(?<!# ?)ChildEBP +RetAddr',
      'WARNING: ',
      'NOTE: ',
      'Resetting default scope',
      'THREAD [0-9a-f]{8}',
      'PROCESS [0-9a-f]{8}',
      'Owning Process',
      'Pool page',
      'Owning component',
      'Irp is active',
    ].join('|'),
    breaks: 'collapsed',
  },
  {
    what: 'thread',
    pattern: [
      'Process {1,40}Thread {1,40}CID',
      'Not impersonating',
      'DeviceMap ',
      'Attached Process',
      'Wait Start',
      'Context Switch',
      'UserTime +\\d',
      'KernelTime +\\d',
      'Win32 Start',
      'Stack Init',
      'Priority:? ',
      'Irp List:',
      '[\\w.]{1,40} \\([0-9a-f]{16}\\) [0-9a-f]{16} ',
    ].join('|'),
    breaks: 'collapsed',
  },
  {
    what: 'IRP stack location',
    pattern:
      '>?\\[(?:IRP_MJ|N/A\\(| {0,2}[0-9a-f]{1,2}, ?[0-9a-f]{1,2}\\])|\\\\(?:Driver|FileSystem)\\\\|Args: [0-9a-f]{8}|cmd +flg|!Dev(?:Obj|Node) ',
    breaks: 'collapsed',
  },
  {
    what: 'row of a tag search',
    pattern:
      'Name {1,20}Number of Hits|Hits(?= =)|[\\w.]{1,40} {1,40}\\d{1,6} \\d{1,5}(?:\\.\\d{1,5}){3} \\d\\d/\\d\\d/\\d{4} ',
    breaks: 'collapsed',
  },
  { what: 'rule', pattern: '[*]{20,90}|(?<!\\) {1,4})-{9,90}|={9,90}', breaks: 'collapsed' },
  { what: 'x86 frame whose site was wrapped away', pattern: '[0-9a-f]{8}(?: [0-9a-f]{8}){4}(?: |$)', breaks: 'never' },
  {
    what: 'numbered frame whose backticks became blanks',
    pattern: '[0-9a-f]{2} f{4,5}[0-9a-f]{3,4} [0-9a-f]{8} [0-9a-f]{8} [0-9a-f]{8}',
    breaks: 'never',
  },
  {
    what: 'row of memory',
    pattern: `${ADDRESS} {2}(?:[0-9a-f]{2}[ -]){4}|${ADDRESS} {2}[0-9a-f]{8}(?:\`?[0-9a-f]{8})?(?: |$)`,
    breaks: 'never',
  },
  { what: 'blank box row', pattern: '\\* {20}', breaks: 'never' },
];
