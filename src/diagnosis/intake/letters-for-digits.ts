/**
 * A number in full width in which a scanner or a typist made letters of digits: `0x0000OO50`. None of these letters is a
 * hexadecimal digit, so there is one way to read them. In a shorter number they may be letters: `0xFool`.
 */
const NUMBER =
  /(?<![\w`])[0Oo][xX](?=[0-9a-fA-F]{0,15}[OolI])(?<digits>[0-9a-fA-FOolI]{8}(?:[0-9a-fA-FOolI]{8})?)(?!\w)/g;

/** The cheap look: without what stands around the number. */
const MAY_HOLD = /[0Oo][xX][0-9a-fA-F]{0,15}[OolI]/;

/** True where a text holds such a number. */
export function hasLettersForDigits(text: string): boolean {
  return MAY_HOLD.test(text) && text.search(NUMBER) !== -1;
}

/** The numbers with their digits. */
export function restoreDigits(text: string): string {
  return MAY_HOLD.test(text)
    ? text.replace(NUMBER, (_whole, digits: string) => `0x${digits.replace(/[Oo]/g, '0').replace(/[lI]/g, '1')}`)
    : text;
}
