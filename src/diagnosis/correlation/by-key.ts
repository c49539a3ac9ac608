import type { SeenCrash } from './link.ts';

/** Crashes that share a key, in the order of the paste; those without a key, and keys of one crash only, are left out. */
export function byKey(
  crashes: readonly SeenCrash[],
  keyOf: (crash: SeenCrash) => string | null,
): [string, SeenCrash[]][] {
  return byKeys(crashes, (crash) => {
    const key = keyOf(crash);
    return key === null ? [] : [key];
  });
}

/** The same where a crash has several keys, each once. */
export function byKeys(
  crashes: readonly SeenCrash[],
  keysOf: (crash: SeenCrash) => readonly string[],
): [string, SeenCrash[]][] {
  const groups = new Map<string, SeenCrash[]>();
  for (const crash of crashes) {
    for (const key of keysOf(crash)) {
      const members = groups.get(key);
      if (members) {
        members.push(crash);
      } else {
        groups.set(key, [crash]);
      }
    }
  }
  return [...groups].filter(([, members]) => members.length > 1);
}
