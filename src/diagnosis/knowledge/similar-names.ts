/** Longer than any name: what is longer is no misspelling of one, and would only cost time. */
const LONGEST = 80;
const MOST_SHOWN = 4;

/** The names that hold all the words of this one, else those that differ from it by a few letters; nearest first. */
export function similarNames(wanted: string, names: readonly string[]): readonly string[] {
  if (wanted.length < 3 || wanted.length > LONGEST) {
    return [];
  }
  const words = wanted.split('_').filter((word) => word !== '');
  const holding = names.filter((name) => words.every((word) => name.split('_').includes(word)));
  if (holding.length > 0) {
    return holding.toSorted((one, other) => one.length - other.length).slice(0, MOST_SHOWN);
  }
  const allowed = Math.max(1, Math.floor(wanted.length / 5));
  return names
    .filter((name) => Math.abs(name.length - wanted.length) <= allowed)
    .map((name) => ({ name, changes: changesBetween(wanted, name) }))
    .filter(({ changes }) => changes <= allowed)
    .toSorted((one, other) => one.changes - other.changes)
    .slice(0, MOST_SHOWN)
    .map(({ name }) => name);
}

/** How many letters must be added, taken away or replaced (Levenshtein). */
function changesBetween(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [row, letter] of [...one].entries()) {
    const line = [row + 1];
    for (const [column, against] of [...other].entries()) {
      const replaced = (above[column] ?? 0) + (letter === against ? 0 : 1);
      line.push(Math.min(replaced, (above[column + 1] ?? 0) + 1, (line[column] ?? 0) + 1));
    }
    above = line;
  }
  return above.at(-1) ?? 0;
}
