import type { HardwareErrorFact } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { holds } from '../searched-section.ts';
import { span } from '../span.ts';
import { readPcieSections } from './pcie-section.ts';

const MARKS: Marks = [
  'errortype',
  'error record',
  'whea',
  'machine check',
  'processor error',
  'mci_stat',
  'error type',
  'nmi',
  'genuineintel',
  'authenticamd',
  'ip_misaligned',
  'pci express',
  'memory error',
  'cache error',
  '_err',
  'bus error',
];

/**
 * Hardware error records of `!errrec`, `!whea`, `!mca` and the fields of 0x124 and 0x9C.
 * Source: Microsoft Learn, "!errrec", "!whea", "Bug Check 0x124"; UEFI Specification, appendix N.
 */
export const hardwareError: Parser = {
  command: '!errrec',
  marks: [MARKS],
  accepts: (section) => holds(section, MARKS),
  read: ({ body }) => ({
    hardwareErrors: [...body.flatMap((line) => readLine(line)), ...readPcieSections(body)],
  }),
};

/**
 * Rows of a record, never words of a sentence: an article about machine checks, or the debugger's own "typically due to a
 * hardware malfunction", is no record. First what names the part; the rest are details of the same record.
 */
const SIGNS: readonly [RegExp, string | ((value: string) => string)][] = [
  [/^\s{0,12}ErrorType\s{1,20}: 0x[0-9a-f]{1,4} - (?<words>\w[\w /]{2,40})/i, sourceOf],
  [/^\s{0,12}Processor Error: \((?<words>\S.{2,80})\)/i, 'cpu'],
  [/^\s{0,12}(?:##? )?Section \d{1,2}\s{1,8}: (?<words>PCI Express|Memory|x86\/x64 MCA|PCI\b)/i, sourceOf],
  [/^\s{0,12}Error\s{1,20}: (?<words>\S.{2,100}(?:ERR|Error).{0,80})$/, sourceOf],
  [/^\s{0,12}Error\s{1,20}: (?<words>\S[\w */]{2,60} \(Proc \d{1,4} Bank \d{1,3}\))/, sourceOf],
  [
    /^\s{0,12}(?:Error Type|Operation|Error Source)\s{1,20}: (?<words>\S.{2,80}(?:error|cache|bus|memory|TLB).{0,60})$/i,
    sourceOf,
  ],
  [
    /^\s{0,12}(?:[\w .#/()-]{1,40}: ?)?(?<words>(?:[DI]?CACHE|[DI]?TLB|BUS|MEMORY)[LG\d]{0,3}_[A-Z\d_]{0,40}ERR[A-Z\d_]{0,40})\b/,
    sourceOf,
  ],
  [/^\s{0,12}(?:MODULE_NAME|IMAGE_NAME):\s{1,8}(?<words>(?:GenuineIntel|AuthenticAMD)\S{0,8})/i, 'cpu'],
  [/^\s{0,12}(?:MODULE_NAME|IMAGE_NAME|BUGCHECK_STR):\s{1,8}(?<words>\S{0,8}IP_MISALIGNED\S{0,30})/i, 'cpu'],
  [
    /^\s{0,12}(?:Arg1\s?: ?\S{1,20},? |Error Source\s{0,12}: |Error Record\s{0,12}: )\s{0,3}(?<words>Machine Check Exception)\b/i,
    sourceOf,
  ],
  [/^[*\s]{0,8}(?<words>NMI: (?:Parity Check|Channel Check|Fail-?safe timer)\b.{0,60})$/i, 'nmi'],
];

/** `!whea` lists every source of errors the machine could report, most of them without any error. */
const SOURCE_LIST = /^\s{0,12}Notify Type\s{1,20}:/i;

const BANK = /\(Proc \d{1,4} Bank \d{1,3}\)/;

function readLine(line: Line): HardwareErrorFact[] {
  const text = line.text.slice(0, 400);
  if (SOURCE_LIST.test(text)) {
    return [];
  }
  for (const [pattern, source] of SIGNS) {
    const found = pattern.exec(text)?.groups;
    if (found !== undefined) {
      const name = typeof source === 'string' ? source : source(found.words ?? '');
      const part = BANK.test(text) ? { namesPart: true as const } : {};
      return [{ source: name, detail: text.trim(), ...part, lines: span(line) }];
    }
  }
  return [];
}

/** The part the words speak of. A machine check without further words is the processor's report, not its fault. */
function sourceOf(text: string): string {
  const words = text.toLowerCase();
  if (words.includes('pci')) {
    return 'pcie';
  }
  if (/machine check/.test(words)) {
    return 'machine-check';
  }
  if (/memory|controller|dram/.test(words) && !/cache/.test(words)) {
    return 'memory';
  }
  return 'cpu';
}
