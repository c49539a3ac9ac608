import { buildNumbers } from './build-numbers.ts';
import { compareVersions } from './compare-versions.ts';
import type { KnownBadVersion, ModuleOnMachine } from './knowledge.ts';
import type { KnownBadRow } from './known-bad-row.ts';
import { lazy } from './lazy.ts';
import { readTable } from './read-table.ts';

const VERSION = /^\d{1,6}(?:\.\d{1,6}){1,3}$/;

/** The row that a module on its machine fits in every respect; what the paste does not show fits nothing. */
export function knownBadTable(): (module: ModuleOnMachine) => KnownBadVersion | null {
  const rows = lazy(() => readTable<KnownBadRow>('known-bad-versions.json'));
  return (module) => {
    const row = rows().find((each) => fits(each, module));
    if (!row) {
      return null;
    }
    const { product, en, zh, codes = [], fixed, source } = row;
    return { product, says: { en, zh }, codes, fixed, source };
  };
}

function fits(row: KnownBadRow, { image, version, built, crashed, windows }: ModuleOnMachine): boolean {
  if (row.image !== image.toLowerCase()) {
    return false;
  }
  const build = buildNumbers(windows ?? '')?.build ?? 0;
  if (row.windowsFrom !== undefined && build < row.windowsFrom) {
    return false;
  }
  return (
    (row.versions === undefined || isAmong(version, row.versions)) &&
    (row.built === undefined || isWithin(built, row.built)) &&
    (row.crashed === undefined || isWithin(crashed, row.crashed))
  );
}

function isAmong(version: string | null, ranges: readonly { from: string; to: string }[]): boolean {
  if (version === null || !VERSION.test(version)) {
    return false;
  }
  return ranges.some(({ from, to }) => compareVersions(version, from) >= 0 && compareVersions(version, to) <= 0);
}

/** ISO dates sort as text; of a time only the day counts. */
function isWithin(time: string | null, { from, to }: { from: string; to: string }): boolean {
  const day = time?.slice(0, 10) ?? '';
  return day >= from && day <= to;
}
