import { diagnose } from '#src/diagnosis/diagnose.ts';
import type { Knowledge } from '#src/diagnosis/knowledge/knowledge.ts';
import type { Damage } from '../fuzz/damages.ts';
import type { Sample } from './sample.ts';
import { type FieldScore, scoreReading } from './score-reading.ts';

/** A form (a small labelled text) under one damage; `misses` holds the fields that were lost or changed. */
export interface Cell {
  readonly form: string;
  readonly damage: string;
  readonly misses: readonly FieldScore[];
}

export interface DamageMatrix {
  /** Forms that are not read even when sound: their cells would say nothing. */
  readonly unread: readonly Cell[];
  readonly cells: readonly Cell[];
}

/** Each form under each damage that leaves the information: what it is then read as, against its label. */
export function damageMatrix(forms: readonly Sample[], damages: readonly Damage[], knowledge: Knowledge): DamageMatrix {
  const sound = forms.map((form) => ({ form, cell: cellOf(form, SOUND, knowledge) }));
  const read = sound.filter(({ cell }) => cell.misses.length === 0);
  // A damage that has a target of its own takes information away.
  const kept = damages.filter(({ target }) => target === undefined);
  return {
    unread: sound.flatMap(({ cell }) => (cell.misses.length === 0 ? [] : [cell])),
    cells: read.flatMap(({ form }) => kept.map((damage) => cellOf(form, damage, knowledge))),
  };
}

const SOUND: Damage = { name: 'sound', apply: (text) => text };

function cellOf(form: Sample, damage: Damage, knowledge: Knowledge): Cell {
  const diagnosis = diagnose([{ source: form.name, text: damage.apply(form.text) }], knowledge);
  const misses = scoreReading(form, diagnosis).filter((score) => !isSameText(score));
  return { form: form.name, damage: damage.name, misses };
}

/** One of the damages turns all to capitals. */
function isSameText({ expected, found }: FieldScore): boolean {
  return JSON.stringify(expected).toLowerCase() === JSON.stringify(found).toLowerCase();
}

/** The matrix for people: what fails, then how many hold. */
export function printMatrix({ unread, cells }: DamageMatrix): string {
  const failing = cells.filter(({ misses }) => misses.length > 0);
  return [
    'Forms not read even when sound:',
    ...unread.map(printCell),
    '',
    'Cells that fail:',
    ...failing.map(printCell),
    '',
    `${cells.length - failing.length} of ${cells.length} cells hold (${new Set(cells.map(({ form }) => form)).size} forms)`,
  ].join('\n');
}

function printCell({ form, damage, misses }: Cell): string {
  const fields = misses.map(({ field, expected, found }) => `${field} ${show(expected)} is read as ${show(found)}`);
  return `  ${form} × ${damage}: ${fields.join('; ')}`;
}

function show(value: unknown): string {
  return JSON.stringify(value);
}
