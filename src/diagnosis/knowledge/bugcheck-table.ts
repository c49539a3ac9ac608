import type { Hex } from '../facts.ts';
import type { BugcheckRow } from './bugcheck-row.ts';
import { lazy } from './lazy.ts';
import { readTable } from './read-table.ts';
import { stopCode, unmasked } from './stop-code.ts';

export interface BugcheckTable {
  readonly byCode: (code: Hex) => BugcheckRow | null;
  readonly byName: (name: string) => BugcheckRow | null;
}

/** The stop codes of `bugchecks/`, read when the first one is asked for. */
export function bugcheckTable(): BugcheckTable {
  const rows = lazy(() => readTable<BugcheckRow>('bugchecks'));
  const codes = lazy(() => new Map(rows().map((row) => [row.code, row])));
  const names = lazy(() => new Map(rows().map((row) => [row.name, row])));
  return {
    byCode: (text) => findCode(codes(), text),
    byName: (name) => names().get(spell(name)) ?? null,
  };
}

function findCode(codes: ReadonlyMap<Hex, BugcheckRow>, text: string): BugcheckRow | null {
  const code = stopCode(text);
  if (code === null) return null;
  const exact = codes.get(code);
  if (exact) return exact;
  for (const bare of unmasked(code)) {
    const row = codes.get(bare.code);
    if (row) return row;
  }
  return null;
}

// Stop screens print the name with spaces, mail clients eat underscores.
function spell(name: string): string {
  return name
    .trim()
    .toUpperCase()
    .replace(/[ _-]{1,8}/g, '_');
}
