/**
 * Teams promises to take 80 KB of a bot, counted in UTF-16 with everything around the card (format-your-bot-messages;
 * teams-platform study, section 1). We stay at 28 KB of JSON on the wire, of which 1 KB is for what stands around.
 */
export const LARGEST_CARD = 27 * 1024;

/** What is sent where Teams found even that too big: older clouds take 28 KB counted in UTF-16. */
export const SMALL_CARD = 12 * 1024;

/** Size of a card in bytes, as it is on the wire. */
export function cardSize(card: unknown): number {
  return Buffer.byteLength(JSON.stringify(card));
}
