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
      /** What the same digits are as a decimal number, where they were read as hexadecimal and both readings are known. */
      readonly inDecimal: Bugcheck | null;
    }
  | { readonly kind: 'status'; readonly status: StatusCode }
  | { readonly kind: 'unknown'; readonly code: Hex | null };

/**
 * What someone means who types `0x9f`, `9F`, `0x0000009F`, `DPC_WATCHDOG_VIOLATION`, `dpc watchdog violation`, `292` or
 * `0n159`. Bare digits are hexadecimal, as everywhere in the field; decimal only where that reading is unknown, or where
 * the debugger's `0n` says so.
 */
export function findCode(text: string, knowledge: Knowledge): FoundCode {
  const named = knowledge.bugcheckByName(text);
  if (named) {
    return { ...plain(named), readAs: 'name' };
  }
  const decimal = /^0n(?<decimal>[0-9]{1,10})$/i.exec(text.trim())?.groups?.decimal;
  if (decimal !== undefined) {
    return byDecimal(decimal, knowledge) ?? unknown(toHex(decimal));
  }
  const code = stopCode(text);
  if (code === null) {
    return byDecimal(text, knowledge) ?? unknown(null);
  }
  return byHex(code, text, knowledge) ?? byStatus(code, knowledge) ?? byDecimal(text, knowledge) ?? unknown(code);
}

function byHex(code: Hex, text: string, knowledge: Knowledge): FoundCode | null {
  const found = byNumber(code, knowledge);
  if (!found) {
    return null;
  }
  const decimal = byDecimal(text, knowledge);
  const differs = decimal?.kind === 'bugcheck' && decimal.bugcheck !== found.bugcheck;
  return { ...found, readAs: 'hex', inDecimal: differs ? decimal.bugcheck : null };
}

function byNumber(code: Hex, knowledge: Knowledge) {
  const bugcheck = knowledge.bugcheck(code);
  if (!bugcheck) {
    return null;
  }
  const mask = code === bugcheck.code ? null : (unmasked(code)?.mask ?? null);
  return { ...plain(bugcheck), code, mask };
}

function plain(bugcheck: Bugcheck) {
  return { kind: 'bugcheck', code: bugcheck.code, bugcheck, mask: null, inDecimal: null } as const;
}

function byStatus(code: Hex, knowledge: Knowledge): FoundCode | null {
  const status = knowledge.status(code);
  return status && { kind: 'status', status };
}

function byDecimal(text: string, knowledge: Knowledge): FoundCode | null {
  if (!/^[0-9]{1,10}$/.test(text.trim())) {
    return null;
  }
  const found = byNumber(toHex(text), knowledge);
  return found && { ...found, readAs: 'decimal' };
}

function toHex(decimal: string): Hex {
  return `0x${Number(decimal).toString(16)}`;
}

function unknown(code: Hex | null): FoundCode {
  return { kind: 'unknown', code };
}
