import type { Case } from './case.ts';

/** Everybody whom the cases of a place name, as the cases write them. */
export function peopleOf(cases: readonly Case[]): readonly string[] {
  const names = cases.flatMap(({ owner, events }) => [owner ?? '', ...events.map(({ by }) => by.name)]);
  return [...new Set(names.filter((name) => name !== ''))].sort();
}

/** Who is meant by a name or a part of one: one of them, several, or somebody whom nobody knows yet. */
export function ownersMeant(said: string, people: readonly string[]): readonly string[] {
  const name = said.trim().toLowerCase();
  const exact = people.filter((person) => person.toLowerCase() === name);
  return exact.length > 0 ? exact : people.filter((person) => person.toLowerCase().includes(name));
}
