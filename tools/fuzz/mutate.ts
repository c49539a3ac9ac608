import { DAMAGES } from './damages.ts';

const MOST_DAMAGES = 3;
const MOST_EDITS = 8;
/** Longer texts cost time and find nothing that shorter ones do not. */
const MOST_CHARACTERS = 150_000;
/** What the reader looks for, and what it must not stumble over. */
const TOKENS = [
  '`',
  '> ',
  '<pre>',
  '</code>',
  '&nbsp;',
  '\\_',
  '\u200b',
  '\ud83d',
  '\0',
  'Arg1: ',
  'BugCheck D1, {',
  'STACK_TEXT:',
  'fffff801`',
  'nt!',
  '+0x',
  '0: kd> ',
  '(Inline)',
  '*** STOP: 0x',
  'Key  : ',
  ' : '.repeat(40),
  '0'.repeat(400),
  'A_'.repeat(200),
];

type Random = () => number;

/** Makes one hostile text of a sound one: up to three damages, then random edits, pieces of the other texts among them. */
export function mutate(text: string, others: readonly string[], random: Random): string {
  let mutant = text;
  for (let left = pick(random, MOST_DAMAGES + 1); left > 0; left--) {
    const damage = DAMAGES[pick(random, DAMAGES.length)];
    mutant = cap(damage?.apply(mutant) ?? mutant);
  }
  for (let left = pick(random, MOST_EDITS + 1); left > 0; left--) {
    mutant = cap(edit(mutant, others, random));
  }
  return mutant;
}

function pick(random: Random, below: number): number {
  return Math.floor(random() * below);
}

function cap(text: string): string {
  return text.slice(0, MOST_CHARACTERS);
}

function edit(text: string, others: readonly string[], random: Random): string {
  const from = pick(random, text.length + 1);
  const to = Math.min(text.length, from + pick(random, 200));
  const [before, span, after] = [text.slice(0, from), text.slice(from, to), text.slice(to)];
  const other = others[pick(random, others.length)] ?? '';
  const edits = [
    before,
    text.slice(from),
    before + after,
    before + span + span + after,
    before + span.repeat(pick(random, 60)) + after,
    before + (TOKENS[pick(random, TOKENS.length)] ?? '') + span + after,
    before + (TOKENS[pick(random, TOKENS.length)] ?? '').repeat(pick(random, 300)) + after,
    before + String.fromCharCode(pick(random, 0x10000)) + text.slice(from + 1),
    before + other.slice(pick(random, other.length), pick(random, other.length)) + after,
    swapLines(text, random),
  ];
  return edits[pick(random, edits.length)] ?? text;
}

function swapLines(text: string, random: Random): string {
  const lines = text.split('\n');
  const [one, two] = [pick(random, lines.length), pick(random, lines.length)];
  [lines[one], lines[two]] = [lines[two] ?? '', lines[one] ?? ''];
  return lines.join('\n');
}
