import type { FactKind, Facts, Lines } from '../facts.ts';
import { NO_FACTS } from '../facts.ts';
import { cutNames } from '../names/cut-names.ts';
import { ANALYZE_PARSERS } from './analyze/index.ts';
import { DEVICE_PARSERS } from './devices/index.ts';
import { EXECUTION_PARSERS } from './execution/index.ts';
import { HEADING_MARKS } from './heading-marks.ts';
import { MACHINE_PARSERS } from './machine/index.ts';
import { KERNEL_BASE } from './machine/kernel-base.ts';
import { markSearch } from './mark-search.ts';
import type { Marks } from './marks.ts';
import { MEMORY_PARSERS } from './memory/index.ts';
import { MODULE_PARSERS } from './modules/index.ts';
import type { Parser } from './parser.ts';
import type { SearchedSection } from './searched-section.ts';
import { STACK_PARSERS } from './stack/index.ts';
import { STOP_CODE_PARSERS } from './stop-code/index.ts';
import { THREAD_PARSERS } from './threads/index.ts';

/**
 * Order matters only where two families read facts of one kind, which are then compared in this order: fields of a
 * problem signature, of `!analyze`, of `!error`; drivers that a tool, the verifier, the analysis names; stacks of `k` and
 * of `!stacks`; threads of `!thread` and of `!pcr`; the system of `vertarget` and of `!vm`; what `!pool` and `!chkimg` find
 * corrupt.
 */
export const PARSERS: readonly Parser[] = [
  ...STOP_CODE_PARSERS,
  ...STACK_PARSERS,
  ...THREAD_PARSERS,
  ...MACHINE_PARSERS,
  ...MEMORY_PARSERS,
  ...ANALYZE_PARSERS,
  ...EXECUTION_PARSERS,
  ...MODULE_PARSERS,
  ...DEVICE_PARSERS,
];

/**
 * Every list of words that a section can be asked for. No parser reads the kernel's base, which only shows that a dump is
 * there, nor the words of headings.
 */
export const ALL_MARKS: readonly Marks[] = [KERNEL_BASE, HEADING_MARKS, ...PARSERS.flatMap(({ marks }) => marks)];

/** Searches all lines of a paste for the marks of all parsers, in one pass. */
export const searchMarks = markSearch(ALL_MARKS);

export interface ParserFailure {
  readonly command: string;
  readonly message: string;
  /** The section it could not read. */
  readonly lines: Lines;
}

/**
 * Runs every parser over every section it accepts, and cuts the names that they read to what a name may be.
 * A broken one is named and never hides what the others found.
 */
export function readFacts(
  sections: readonly SearchedSection[],
  parsers: readonly Parser[] = PARSERS,
): { facts: Facts; failures: ParserFailure[] } {
  const found: Partial<Facts>[] = [];
  const failures: ParserFailure[] = [];
  for (const section of sections) {
    for (const parser of parsers) {
      try {
        if (parser.accepts(section)) {
          found.push(parser.read(section));
        }
      } catch (thrown) {
        const message = thrown instanceof Error ? thrown.message : String(thrown);
        failures.push({ command: parser.command, message, lines: section.lines });
      }
    }
  }
  return { facts: cutFacts(found), failures };
}

/** Joins what was read, and cuts the names in it to what a name may be. */
export function cutFacts(found: readonly Partial<Facts>[]): Facts {
  return cutNames(mergeFacts(found));
}

/** Joins whole records of facts; one that says something alone is given back as it is. */
export function joinFacts(parts: readonly Facts[]): Facts {
  const [first = NO_FACTS, ...others] = parts.filter((part) => part !== NO_FACTS);
  return others.length === 0 ? first : mergeFacts([first, ...others]);
}

const FACT_KINDS = Object.keys(NO_FACTS);

/** Joins lists of facts by kind, in the order given. */
function mergeFacts(parts: readonly Partial<Facts>[]): Facts {
  const merged: Record<string, unknown[]> = {};
  for (const kind of FACT_KINDS) {
    merged[kind] = [];
  }
  // By what a part has, not by all kinds: a paste has hundreds of parts, each of one or two of some fifty kinds.
  for (const part of parts) {
    for (const kind in part) {
      const list = merged[kind];
      for (const fact of part[kind as FactKind] ?? []) {
        list?.push(fact);
      }
    }
  }
  return merged as unknown as Facts;
}
