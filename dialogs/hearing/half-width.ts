const FULL_WIDTH = /[０-９Ａ-Ｚａ-ｚ＃]/g;
const APART = 0xfee0;

/** Digits and letters as a Chinese input method may type them, in their usual width. */
export function halfWidth(text: string): string {
  return text.replace(FULL_WIDTH, (character) => String.fromCharCode(character.charCodeAt(0) - APART));
}
