/** What was typed before Teams made a picture of it, for the emoji whose signs occur in debugger output. */
const TYPED: Readonly<Record<string, string>> = {
  smile: ':)',
  sad: ':(',
  laugh: ':D',
  wink: ';)',
  cool: '8)',
  speechless: ':|',
  tongueout: ':P',
  heart: '<3',
  yes: '(y)',
  no: '(n)',
};

/** The emoji as a character; inside a word or number (`(0x8)` becomes a "cool" one) as it was typed. */
export function emojiText(attributes: Readonly<Record<string, string>>, before: string): string {
  const typed = TYPED[attributes.itemid ?? attributes.id ?? ''];
  if (typed && /[\w(]/.test(before)) {
    return typed;
  }
  return attributes.alt ?? '';
}
