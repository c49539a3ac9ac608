import type { Text } from '../../language/text.ts';
import type { Hex } from '../facts.ts';
import type { BugcheckCase, BugcheckParameter, BugcheckRow } from './bugcheck-row.ts';
import type { ArgContext } from './decode-value.ts';
import { decodeValue } from './decode-value.ts';
import { shortSelector } from './short-selector.ts';

/**
 * The four arguments of a stop code in words: what each means in the case that the arguments select, then what the
 * value given says (`0x2: DISPATCH_LEVEL`). Values that decode to nothing are left to speak for themselves.
 */
export function explainArgs(row: BugcheckRow, args: readonly (Hex | null)[], context: ArgContext): readonly Text[] {
  const parameters = parametersFor(row, args);
  return parameters.map((parameter, index) => {
    const value = args[index] ?? null;
    const decoded = value === null ? null : decodeValue(parameter, value, context);
    const meaning = undecided(row, parameter, args) ?? parameter.meaning;
    return decoded === null || value === null ? meaning : withValue(meaning, value, decoded);
  });
}

/** The parameters that hold for these arguments: those of the selected case where there is one. */
export function parametersFor(row: BugcheckRow, args: readonly (Hex | null)[]): readonly BugcheckParameter[] {
  const selecting = [row.cases?.by, outerCase(row, args)?.cases?.by];
  const selected = caseFor(row, args)?.parameters;
  return row.parameters.map((parameter, index) => {
    const own = selected?.[String(index + 1) as '1' | '2' | '3' | '4'];
    if (!own) {
      return parameter;
    }
    // A case that describes its selecting parameter anew still wants that parameter's list of values.
    return { ...own, values: own.values ?? (selecting.includes(index + 1) ? parameter.values : undefined) };
  });
}

/** What holds in the case that the arguments select, and in the case within it; null without one. */
export function caseFor(row: BugcheckRow, args: readonly (Hex | null)[]): BugcheckCase | null {
  const outer = outerCase(row, args);
  if (!outer) {
    return null;
  }
  const inner = select(outer.cases, args);
  return { ...outer, ...inner, parameters: { ...outer.parameters, ...inner?.parameters } };
}

function outerCase(row: BugcheckRow, args: readonly (Hex | null)[]) {
  return select(row.cases, args);
}

function select<T>(cases: Cases<T> | undefined, args: readonly (Hex | null)[]): T | null {
  const selector = cases ? args[cases.by - 1] : null;
  return selector ? (cases?.rows[selector] ?? cases?.rows[shortSelector(selector)] ?? null) : null;
}

/** For a parameter that another one decides, though that one is given: what the public reference leaves open. */
function undecided(row: BugcheckRow, { dependsOn }: BugcheckParameter, args: readonly (Hex | null)[]): Text | null {
  const value = dependsOn ? args[dependsOn - 1] : null;
  if (!value) {
    return null;
  }
  const listed = parametersFor(row, args)[(dependsOn ?? 1) - 1]?.values ?? {};
  if (value in listed || shortSelector(value) in listed || caseFor(row, args)) {
    return {
      en: `Not described by the public reference for this value of parameter ${dependsOn}.`,
      zh: `公开参考未说明参数 ${dependsOn} 取此值时它的含义。`,
    };
  }
  return {
    en: `Depends on parameter ${dependsOn}, and the public reference does not list ${value} for that.`,
    zh: `取决于参数 ${dependsOn}，而公开参考未列出 ${value} 这个值。`,
  };
}

interface Cases<T> {
  readonly by: number;
  readonly rows: Readonly<Record<Hex, T>>;
}

function withValue(meaning: Text, value: Hex, decoded: Text): Text {
  return {
    en: `${meaning.en.replace(/\.$/, '')} – ${value}: ${decoded.en}`,
    zh: `${meaning.zh.replace(/。$/, '')}——${value}：${decoded.zh}`,
  };
}
