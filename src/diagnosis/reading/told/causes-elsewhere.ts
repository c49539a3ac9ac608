import { frameList } from '../../knowledge/frame-list.ts';
import { denies, tellsNoCure } from './meanings.ts';
import type { StopNames } from './stop-names.ts';
import { isThing } from './things.ts';
import { isAsked, isPlanned } from './told-cure.ts';

// What each list is for, and what a frame added to it does, stands at the top of its file.
const culprits = frameList('culprits');
const causes = frameList('causes');
const guesses = frameList('guesses');
const occasions = frameList('occasions');
const renewals = frameList('renewals');

/** A letter that English lacks, or a small word of another language: no frame is without one. */
const FOREIGN_LETTER = /[\u00df-\u024f\u0400-\u04ff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]/;
const FOREIGN_WORD = new RegExp(
  [
    '(?<![a-z])(?:[ei]st|war|lag|liegt|nur|der|die|das|des|vo[nm]|durch|wegen|ich|wenn|ohne|schuld|la|le|el|il|du|je|sans|sin|sem|que|ogni',
    '|era|fue|d[ae]l?|los|przez|win(?:ny|na|ne|ien)|jest|door|ligt|was de|is de)(?![a-z])',
    '|(?<![a-z])(?:hab|verd|verm|aktualis|actuali[cz]|atualiz|aggiorn|zaktual|podejrz|sospe[ct]|suspeit|colpev|coupab|culpa)',
  ].join(''),
  'i',
);

/** The cheap look before the others: most sentences are English. */
export function mayTellElsewhere(text: string): boolean {
  return FOREIGN_LETTER.test(text) || FOREIGN_WORD.test(text);
}

const OCCASION_SIGN = /\b(?:whenever|(?:every|each) time|as soon as|the moment|only|without|since|started|began)\b/i;

/** The same before the English occasions. */
export function mayTellOccasion(text: string): boolean {
  return OCCASION_SIGN.test(text);
}

/** The next look: most sentences in other languages blame nobody. */
export function holdsFrame(text: string): boolean {
  return [culprits, causes, guesses].some((things) => things(text).length > 0);
}

/**
 * What a clause in another language than English says of a program or a driver that it names by no file: that it was it, or
 * that somebody takes it for it; null where it denies, asks or names none.
 */
export function saidElsewhere(clause: string, names: StopNames): 'blamed' | 'suspected' | null {
  const isOf = (things: readonly string[], isSure: boolean) => things.some((thing) => isThing(thing, isSure, names));
  const isGuess = isOf(guesses(clause), false);
  const isBlamed = isOf(culprits(clause), true) || isOf(causes(clause), false);
  if (!(isGuess || isBlamed) || denies(clause) || isAsked(clause) || isPlanned(clause)) {
    return null;
  }
  return isGuess ? 'suspected' : 'blamed';
}

/** It happens with a program or a device, and not without it. */
export function isOccasion(text: string, names: StopNames): boolean {
  return occasions(text).some((thing) => isThing(thing, true, names)) && !(isAsked(text) || isPlanned(text));
}

/** A driver or a program was brought to another version. */
export function isRenewed(text: string, names: StopNames): boolean {
  return (
    mayTellElsewhere(text) &&
    renewals(text).some((thing) => isThing(thing, false, names)) &&
    !(isAsked(text) || isPlanned(text) || tellsNoCure(text))
  );
}
