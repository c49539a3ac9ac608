/** `2026-05-03`, `09:11`, `LAB-07`, `052526-9843-01.dmp`: what tells rows apart, and is no part of a value. */
const FIRST_WORD =
  /^(?:[*•·-] {1,3})?(?<word>(?:\d{1,8}[-./:]|[A-Za-z]{1,20}[-_]?)\d{1,8}(?:[-./:]\d{1,8}){0,4}(?:\.\w{1,4})?)[:,]?(?=\s|$)/;
const HEX = /^[0-9a-f]+$/i;
const BULLET = /^(?<mark>[*•·-]) {1,3}\S/;
const BARRED = /^\s{0,8}\|.*\|\s{0,8}$/;

/** True for two rows of one table or list that stand one below the other: of one width they look like one line that was cut. */
export function areRows(above: string, below: string): boolean {
  if (below.startsWith('|') || below.startsWith(' ')) {
    return BARRED.test(above) && BARRED.test(below);
  }
  const mark = BULLET.exec(below)?.groups?.mark;
  if (mark !== undefined && BULLET.exec(above)?.groups?.mark === mark) {
    return true;
  }
  const shape = shapeOf(below);
  return shape !== null && shapeOf(above) === shape;
}

/** The first word with a sign in the place of each number; null where it tells no rows apart. */
function shapeOf(text: string): string | null {
  const word = FIRST_WORD.exec(text)?.groups?.word;
  return word === undefined || HEX.test(word) ? null : word.replace(/\d+/g, '#');
}
