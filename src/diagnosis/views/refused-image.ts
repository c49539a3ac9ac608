import type { Hex, Lines } from '../facts.ts';
import { isProcessEnd } from '../knowledge/routines.ts';
import { view } from '../look.ts';
import { hexValue } from './hex-value.ts';
import { argumentLines } from './stop-code-of.ts';

export interface RefusedImage {
  /** 32 bits, as the list of statuses has it. */
  readonly status: Hex;
  /** `Arg2`, `nt!PspCatchCriticalBreak`, a field of !analyze. */
  readonly from: string;
  readonly lines: Lines;
}

/** What loading an image ends with where its signature does not hold, or its certificate no longer does ([MS-ERREF] 2.3.1). */
const REFUSED = new Set([0xc0000428n, 0xc00002d1n, 0xc0000603n, 0xc0000605n]);
const STATUS = 0xffffffffn;
const FIELDS = new Set(['EXCEPTION_CODE', 'ERROR_CODE', 'EXCEPTION_CODE_STR']);
const IN_FIELD = /\b(?:0x)?(?:f{8})?(?<status>c0(?:000428|0002d1|000603|000605))\b/i;
const POSITIONS = [1, 2, 3, 4] as const;

/** A status that says of a file that its signature was refused, wherever it is handed on on the way to the stop; null without one. */
export const refusedImage = view(({ crash, facts }): RefusedImage | null => {
  const { bugcheck, stack } = crash;
  for (const position of bugcheck ? POSITIONS : []) {
    const status = refusal(bugcheck?.args[position - 1]);
    if (status !== null && bugcheck) {
      return { status, from: `Arg${position}`, lines: argumentLines(bugcheck, position) };
    }
  }
  for (const { module, function: name, args, lines } of stack?.isCallChain ? stack.frames : []) {
    const status = isProcessEnd(name) ? args.map(refusal).find((one) => one !== null) : null;
    if (status) {
      return { status, from: `${module}!${name}`, lines };
    }
  }
  for (const { name, value, lines } of facts.fields) {
    const status = FIELDS.has(name) ? IN_FIELD.exec(value)?.groups?.status : undefined;
    if (status) {
      return { status: `0x${status.toLowerCase()}`, from: name, lines };
    }
  }
  return null;
});

/** As 64-bit code hands it over, sign-extended, or in 32 bits. */
function refusal(value: Hex | null | undefined): Hex | null {
  const number = hexValue(value);
  if (number === null || !(number >> 32n === 0n || number >> 32n === STATUS)) {
    return null;
  }
  return REFUSED.has(number & STATUS) ? `0x${(number & STATUS).toString(16)}` : null;
}
