import type { DiagnosedCrash } from '../diagnosis.ts';

/** Crashes that share a key, in the order of the paste; those without a key, and keys of one crash only, are left out. */
export function byKey(
  crashes: readonly DiagnosedCrash[],
  keyOf: (crash: DiagnosedCrash) => string | null,
): [string, DiagnosedCrash[]][] {
  const groups = new Map<string, DiagnosedCrash[]>();
  for (const crash of crashes) {
    const key = keyOf(crash);
    if (key === null) {
      continue;
    }
    const members = groups.get(key);
    if (members) {
      members.push(crash);
    } else {
      groups.set(key, [crash]);
    }
  }
  return [...groups].filter(([, members]) => members.length > 1);
}
