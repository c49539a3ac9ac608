const END = /[.!?](?=\s)|[。！？]/g;

/** The first sentences of a text, as many as fit; the first one always, whole: half a sentence may say the opposite. */
export function leadingSentences(text: string, most: number): string {
  if (text.length <= most) {
    return text;
  }
  let end = 0;
  for (const { index } of text.matchAll(END)) {
    if (end > 0 && index + 1 > most) {
      break;
    }
    end = index + 1;
  }
  return end === 0 ? text : text.slice(0, end);
}
