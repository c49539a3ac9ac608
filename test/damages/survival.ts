import type { Crash } from '#src/diagnosis/crash.ts';
import { readCrashes } from '#src/diagnosis/read-crashes.ts';
import type { Damage } from '../../tools/fuzz/damages.ts';
import { fieldValues } from '../support/field-values.ts';

export interface Survival {
  readonly kept: number;
  readonly of: number;
  readonly lost: readonly string[];
}

/** How many of the values read from the sound text are still read, unchanged, from the damaged one. */
export function survival(name: string, text: string, damage: Damage): Survival {
  const sound = readCrashes([{ source: null, text }]).crashes;
  const damaged = readCrashes([{ source: null, text: damage.apply(text) }]).crashes;
  const lost: string[] = [];
  let of = 0;
  for (const [index, crash] of sound.entries()) {
    const expected = fieldValues(crash);
    const found = valuesOf(damaged[index]);
    for (const [field, { value }] of expected) {
      of++;
      if (found.get(field)?.value !== value) {
        lost.push(`${damage.name} × ${name}: ${field} "${value}" became "${found.get(field)?.value}"`);
      }
    }
  }
  if (damaged.length !== sound.length) {
    lost.push(`${damage.name} × ${name}: ${sound.length} crashes became ${damaged.length}`);
  }
  return { kept: of - lost.length, of, lost };
}

function valuesOf(crash: Crash | undefined): ReturnType<typeof fieldValues> {
  return crash ? fieldValues(crash) : new Map();
}
