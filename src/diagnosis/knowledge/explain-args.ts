import type { Arch, Hex } from '../facts.ts';
import type { Text } from '../text.ts';
import type { BugcheckParameter, BugcheckRow } from './bugcheck-row.ts';
import { decodeValue } from './decode-value.ts';
import type { StatusCode } from './knowledge.ts';

export interface ArgContext {
  readonly arch: Arch | null;
  readonly status: (code: Hex) => StatusCode | null;
}

/**
 * The four arguments of a stop code in words: what each means in the case that the arguments select, then what the
 * value given says (`0x2: DISPATCH_LEVEL`). Values that decode to nothing are left to speak for themselves.
 */
export function explainArgs(row: BugcheckRow, args: readonly (Hex | null)[], context: ArgContext): readonly Text[] {
  const parameters = parametersFor(row, args);
  return parameters.map((parameter, index) => {
    const value = args[index] ?? null;
    const decoded = value === null ? null : decodeValue(row.code, parameter, value, context);
    return decoded === null || value === null ? parameter.meaning : withValue(parameter.meaning, value, decoded);
  });
}

/** The parameters that hold for these arguments: those of the selected case where there is one. */
export function parametersFor(row: BugcheckRow, args: readonly (Hex | null)[]): readonly BugcheckParameter[] {
  const selected = caseFor(row, args)?.parameters;
  return row.parameters.map((parameter, index) => {
    const own = selected?.[String(index + 1) as '1' | '2' | '3' | '4'];
    if (!own) return parameter;
    // A case that describes its selecting parameter anew still wants that parameter's list of values.
    return { ...own, values: own.values ?? (index + 1 === row.cases?.by ? parameter.values : undefined) };
  });
}

/** The row of `cases` that the arguments select, null without one. */
export function caseFor(row: BugcheckRow, args: readonly (Hex | null)[]) {
  const selector = row.cases ? args[row.cases.by - 1] : null;
  return selector ? (row.cases?.rows[selector] ?? null) : null;
}

function withValue(meaning: Text, value: Hex, decoded: Text): Text {
  return {
    en: `${meaning.en.replace(/\.$/, '')} – ${value}: ${decoded.en}`,
    zh: `${meaning.zh.replace(/。$/, '')}——${value}：${decoded.zh}`,
  };
}
