import type { Hex } from '../facts.ts';
import type { StatusCode } from './knowledge.ts';
import { lazy } from './lazy.ts';
import { readTable } from './read-table.ts';
import type { StatusRow } from './status-row.ts';
import { stopCode } from './stop-code.ts';

/** Names and meanings of NTSTATUS, HRESULT and exception codes; 64-bit arguments hold them sign-extended. */
export function statusTable(): (code: Hex) => StatusCode | null {
  const codes = lazy(() => new Map(readTable<StatusRow>('status-codes').map((row) => [row.code, row])));
  return (text) => {
    const code = stopCode(text);
    const row = code === null ? undefined : codes().get(code);
    return row ? { code: row.code, name: row.name, meaning: { en: row.en, zh: row.zh } } : null;
  };
}
