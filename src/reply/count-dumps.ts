import type { GroupReply } from './reply.ts';

/** How many dumps some crashes, by their ids, are views of: what two tools tell of one dump is one. */
export function countDumps(ids: readonly string[], groups: readonly Pick<GroupReply, 'dumps'>[]): number {
  const dumps = groups.flatMap((group) => group.dumps);
  return new Set(ids.map((id) => dumps.find((dump) => dump.includes(id))?.[0] ?? id)).size;
}
