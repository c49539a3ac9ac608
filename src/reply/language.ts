import type { Language } from '../diagnosis/text.ts';

const HAN = /\p{Script=Han}/gu;
const ENOUGH_HAN = 4;
/** Words that people write to each other and no debugger prints. */
const ENGLISH_PROSE = /\b(?:hi|hello|thanks|thank|regards|please help|we|our|i'm|i've|my|customer|anyone|dear)\b/gi;
const ENOUGH_ENGLISH = 3;
const LONGEST_LOOK = 200_000;

/** The language of the prose around a paste, or `fallback` (the reader's locale) where the paste does not make it clear. */
export function languageOf(text: string, fallback: Language): Language {
  const look = text.slice(0, LONGEST_LOOK);
  if ((look.match(HAN) ?? []).length >= ENOUGH_HAN) return 'zh';
  const words = new Set((look.match(ENGLISH_PROSE) ?? []).map((word) => word.toLowerCase()));
  return words.size >= ENOUGH_ENGLISH ? 'en' : fallback;
}
