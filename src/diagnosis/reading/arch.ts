import type { Arch, Facts } from '../facts.ts';
import type { Line } from '../intake/line.ts';
import { isWideText } from '../intake/repair.ts';

const ARM64 =
  /(?:Free|Checked) ARM ?64|ARM ?64(?:-bit)? (?:target|compatible)|OSPLATFORM_TYPE: {1,4}arm64|\bx2[0-8]=[0-9a-f]{16}/i;
/** The cheap look before it, for most lines have neither. */
const MAY_BE_ARM = /arm|x2\d=/i;
const WIDE_ARGUMENT = /Arg[1-4]: {0,2}[0-9a-f]{16}\b/i;
const NARROW = /(?<![0-9a-f`.])[0-9a-f]{8}(?![0-9a-f`])|\beip=/i;

/** The machine's architecture by the width of its values and the names of its registers; null where nothing tells. */
export function readArch(lines: readonly Line[], facts: Facts): Arch | null {
  if (lines.some(({ text }) => MAY_BE_ARM.test(text) && ARM64.test(text))) {
    return 'arm64';
  }
  if (lines.some(({ text }) => isWideText(text) || WIDE_ARGUMENT.test(text))) {
    return 'x64';
  }
  const isDump = facts.bugchecks.length + facts.stacks.length + facts.registers.length + facts.poolBlocks.length > 0;
  const isNarrow = lines.some(({ text }) => NARROW.test(text));
  return isNarrow && (isDump || facts.irps.length > 0) ? 'x86' : null;
}
