import type { FieldFact } from '../facts.ts';

/** `bowser.sys ( bowser!BowserDereferenceElection+6c )`: what a verdict without a place names (`memory_corruption`) is no file. */
const CAUSE =
  /^[`"]?(?<image>[\w$.+~-]{1,80}\.(?:sys|dll|exe))\b[`"]?(?:\s{0,4}\(\s{0,4}`?(?<symbol>[\w$.-]{1,80}[!+]\S{1,300}?)`?\s{0,4}\))?/i;
const NOBODY = /^(?:unknown_image|unknown_module|memory_corruption|hardware)\b/i;

export interface ProbableCause {
  readonly image: string;
  readonly symbol: string | null;
  readonly field: FieldFact;
}

/**
 * `Probably caused by : image ( symbol )`, which says the same as IMAGE_NAME and SYMBOL_NAME where an analysis was printed
 * short. Null where the line is missing or names no file.
 */
export function probableCause(fields: readonly FieldFact[]): ProbableCause | null {
  for (const field of fields) {
    const found = /^probably caused by$/i.test(field.name) ? CAUSE.exec(field.value)?.groups : undefined;
    const image = found?.image ?? '';
    if (image !== '' && !NOBODY.test(image)) {
      return { image, symbol: found?.symbol ?? null, field };
    }
  }
  return null;
}
