import type { Diagnosis } from '#src/diagnosis/diagnosis.ts';
import type { Text } from '#src/language/text.ts';

/** What pastes without a crash show all the same, such as a loss of power; empty where they show nothing. */
export function insteadOf({ warnings }: Pick<Diagnosis, 'warnings'>): readonly Text[] {
  return warnings.flatMap(({ instead, text }) => (instead ? [text] : []));
}
