/** What some reader takes for the end of a line, what steers a terminal, and what turns the reading direction. */
const STEERS = /[\u007f-\u009f\p{Cf}\u2028\u2029]/gu;

/** JSON in which every character can be seen: those that cannot are written as their number, which means the same. */
export function writeJson(value: unknown, indent = 0): string {
  return JSON.stringify(value, null, indent).replace(STEERS, asNumbers);
}

function asNumbers(character: string): string {
  const units = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}
