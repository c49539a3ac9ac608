import type { Arch, Facts, Hex } from '../facts.ts';
import type { Line } from '../intake/line.ts';
import { isWideText } from '../intake/repair.ts';

const ARM64 =
  /(?:Free|Checked) ARM ?64|ARM ?64(?:-bit)? (?:target|compatible)|OSPLATFORM_TYPE: {1,4}arm64|\bx2[0-8]=[0-9a-f]{16}/i;
/** The cheap look before it, for most lines have neither. */
const MAY_BE_ARM = /arm|x2\d=/i;
const WIDE_ARGUMENT = /Arg[1-4]: {0,2}[0-9a-f]{16}\b/i;
/** What the upper half of a value is that no machine of 32 bits has; tools that show its values wider fill it with the sign. */
const SIGN = 0xffffffffn;
const NARROW = /(?<![0-9a-f`.])[0-9a-f]{8}(?![0-9a-f`])|\beip=/i;

/** The machine's architecture by the width of its values and the names of its registers; null where nothing tells. */
export function readArch(lines: readonly Line[], facts: Facts): Arch | null {
  if (lines.some(({ text }) => MAY_BE_ARM.test(text) && ARM64.test(text))) {
    return 'arm64';
  }
  if (hasWideValue(facts) || lines.some(({ text }) => isWideText(text) || WIDE_ARGUMENT.test(text))) {
    return 'x64';
  }
  const isDump = facts.bugchecks.length + facts.stacks.length + facts.registers.length + facts.poolBlocks.length > 0;
  const isNarrow = lines.some(({ text }) => NARROW.test(text));
  return isNarrow && (isDump || facts.irps.length > 0) ? 'x86' : null;
}

/** Event 1001 and the kernel's banner print no separator: `0x00000050 (0xfffff802c8497c2f, …)`. */
function hasWideValue(facts: Facts): boolean {
  return facts.bugchecks.some(({ args }) => args.some((arg) => arg !== null && isWide(arg)));
}

function isWide(value: Hex): boolean {
  const upper = BigInt(value) >> 32n;
  return upper !== 0n && upper !== SIGN;
}
