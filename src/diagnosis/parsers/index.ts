import type { FactKind, Facts, Lines } from '../facts.ts';
import { NO_FACTS } from '../facts.ts';
import type { Section } from '../intake/line.ts';
import { cutNames } from '../names/cut-names.ts';
import { analyzeFields } from './analyze/analyze-fields.ts';
import { analyzeKeyValues } from './analyze/analyze-key-values.ts';
import { application } from './analyze/application.ts';
import { COMMAND_PARSERS } from './command-parsers.ts';
import type { Parser } from './parser.ts';
import { bareStack } from './stack/bare-stack.ts';
import { callStack } from './stack/call-stack.ts';
import { argumentTable } from './stop-code/argument-table.ts';
import { bugcheckCodeName } from './stop-code/bugcheck-code-name.ts';
import { bugcheckCommand } from './stop-code/bugcheck-command.ts';
import { bugcheckData } from './stop-code/bugcheck-data.ts';
import { bugcheckEntry } from './stop-code/bugcheck-entry.ts';
import { bugcheckHeader } from './stop-code/bugcheck-header.ts';
import { bugcheckInline } from './stop-code/bugcheck-inline.ts';
import { bugcheckKeys } from './stop-code/bugcheck-keys.ts';
import { bugcheckListed } from './stop-code/bugcheck-listed.ts';
import { bugcheckName } from './stop-code/bugcheck-name.ts';
import { bugcheckRow } from './stop-code/bugcheck-row.ts';
import { bugcheckWords } from './stop-code/bugcheck-words.ts';
import { problemSignature } from './stop-code/problem-signature.ts';
import { translatedList } from './stop-code/translated-list.ts';

/** Order matters only where facts of one kind are compared: the debugger's own analysis comes first. */
export const PARSERS: readonly Parser[] = [
  bugcheckHeader,
  bugcheckListed,
  bugcheckKeys,
  bugcheckCommand,
  bugcheckData,
  bugcheckInline,
  bugcheckName,
  bugcheckCodeName,
  bugcheckRow,
  bugcheckEntry,
  argumentTable,
  bugcheckWords,
  problemSignature,
  translatedList,
  analyzeFields,
  analyzeKeyValues,
  callStack,
  bareStack,
  application,
  ...COMMAND_PARSERS,
];

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
  sections: readonly Section[],
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
  return { facts: cutNames(mergeFacts(found)), failures };
}

/** Joins lists of facts by kind, in the order given. */
export function mergeFacts(parts: readonly Partial<Facts>[]): Facts {
  const merged: Record<string, unknown[]> = {};
  for (const kind of Object.keys(NO_FACTS) as FactKind[]) {
    const list: unknown[] = [];
    for (const part of parts) {
      for (const fact of part[kind] ?? []) {
        list.push(fact);
      }
    }
    merged[kind] = list;
  }
  return merged as unknown as Facts;
}
