import type { Hex } from '../diagnosis/facts.ts';
import type { Bugcheck, Knowledge, StatusCode } from '../diagnosis/knowledge/knowledge.ts';
import { stopCode, unmasked } from '../diagnosis/knowledge/stop-code.ts';

export type FoundCode =
  | {
      readonly kind: 'bugcheck';
      /** As asked for: `0x100000d1`. */
      readonly code: Hex;
      /** The row that explains it, of `0xd1` there. */
      readonly bugcheck: Bugcheck;
      /** Bits taken off to find it, null where the code itself is listed. */
      readonly mask: Hex | null;
      readonly readAs: 'hex' | 'decimal' | 'name';
    }
  | { readonly kind: 'status'; readonly status: StatusCode }
  | { readonly kind: 'unknown'; readonly code: Hex | null };

/**
 * What someone means who types `0x9f`, `9F`, `0x0000009F`, `DPC_WATCHDOG_VIOLATION`, `dpc watchdog violation` or `292`.
 * Bare digits are hexadecimal, as everywhere in the field; decimal only where the hexadecimal reading is unknown.
 */
export function findCode(text: string, knowledge: Knowledge): FoundCode {
  const named = knowledge.bugcheckByName(text);
  if (named) return { kind: 'bugcheck', code: named.code, bugcheck: named, mask: null, readAs: 'name' };
  const code = stopCode(text);
  if (code === null) return { kind: 'unknown', code: null };
  return byNumber(code, 'hex', knowledge) ?? byStatus(code, knowledge) ?? byDecimal(text, knowledge) ?? unknown(code);
}

function byNumber(code: Hex, readAs: 'hex' | 'decimal', knowledge: Knowledge): FoundCode | null {
  const bugcheck = knowledge.bugcheck(code);
  if (!bugcheck) return null;
  const mask = unmasked(code).find((bare) => bare.code === bugcheck.code)?.mask ?? null;
  return { kind: 'bugcheck', code, bugcheck, mask, readAs };
}

function byStatus(code: Hex, knowledge: Knowledge): FoundCode | null {
  const status = knowledge.status(code);
  return status && { kind: 'status', status };
}

function byDecimal(text: string, knowledge: Knowledge): FoundCode | null {
  if (!/^[0-9]{1,10}$/.test(text.trim())) return null;
  return byNumber(`0x${Number(text).toString(16)}`, 'decimal', knowledge);
}

function unknown(code: Hex): FoundCode {
  return { kind: 'unknown', code };
}
