/** Teams counts a message in UTF-16 and keeps its promise up to about 28 KB (limits page; see teams-platform study). */
export const LARGEST_CARD = 28 * 1024;

/** Size of a card as Teams counts it, in bytes. */
export function cardSize(card: unknown): number {
  return JSON.stringify(card).length * 2;
}
