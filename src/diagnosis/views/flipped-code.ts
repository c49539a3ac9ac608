import type { InstructionFact } from '../facts.ts';
import { view } from '../look.ts';
import { isKernelModule } from './crash-machinery.ts';
import { hexValue, turnedBit } from './hex-value.ts';

/** One instruction as memory has it and as the file has it, one bit apart. */
export interface FlippedCode {
  readonly place: string;
  readonly one: InstructionFact;
  readonly other: InstructionFact;
}

/** Images are loaded at page boundaries: in the same build a place has the same last three digits wherever it is loaded. */
const PAGE = 0xfffn;
/** Rows below a label are of its function for as long as they follow each other. */
const LONGEST_ROW = 16n;

/**
 * Two disassemblies of the same place that differ in one bit, and in nothing else: somebody compared the dump with the file.
 * Null where none do; a patch, a hook or another build differs in more.
 */
export const flippedCode = view(({ facts }): FlippedCode | null => {
  const first = new Map<string, InstructionFact>();
  const differing: FlippedCode[] = [];
  for (const { place, row } of placedRows(facts.instructions)) {
    const one = first.get(place);
    if (one === undefined) {
      first.set(place, row);
    } else if (one.bytes !== row.bytes && one.address !== row.address) {
      differing.push({ place, one, other: row });
    }
  }
  const [pair] = differing;
  return pair !== undefined && differing.length === 1 && isFlipped(pair) ? pair : null;
});

function isFlipped({ one, other }: FlippedCode): boolean {
  const [bytes, others] = [hexValue(`0x${one.bytes}`), hexValue(`0x${other.bytes}`)];
  return (
    bytes !== null && others !== null && one.bytes.length === other.bytes.length && turnedBit(bytes, others) !== null
  );
}

function placedRows(rows: readonly InstructionFact[]): { place: string; row: InstructionFact }[] {
  const placed: { place: string; row: InstructionFact }[] = [];
  let label: { readonly name: string; readonly at: bigint } | null = null;
  let last = 0n;
  for (const row of rows) {
    const address = hexValue(row.address) ?? 0n;
    const follows = address > last && address - last <= LONGEST_ROW;
    if (row.symbol !== null) {
      label = { name: nameOf(row.symbol), at: address };
    } else if (!follows) {
      label = null;
    }
    last = address;
    if (label !== null) {
      placed.push({
        place: `${label.name} at ${(address - label.at).toString(16)} …${(address & PAGE).toString(16)}`,
        row,
      });
    }
  }
  return placed;
}

/** `nt!KiDeliverApc+0x144` of a dump is `ntoskrnl!KiDeliverApc+0x144` of the file. */
function nameOf(symbol: string): string {
  const [module = '', rest = ''] = symbol.toLowerCase().split(/!(?<rest>.*)/s);
  return `${isKernelModule(module) ? 'nt' : module}!${rest}`;
}
