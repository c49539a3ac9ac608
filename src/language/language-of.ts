import type { Language } from './text.ts';

const HAN = /\p{Script=Han}/gu;
const ENOUGH_HAN = 4;
/** Japanese and Korean prose holds Han characters too. */
const NOT_CHINESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
/** Words that people write to each other and no debugger prints. */
const ENGLISH_PROSE = /\b(?:hi|hello|thanks|thank|regards|please help|we|our|i'm|i've|my|customer|anyone|dear)\b/gi;
const ENOUGH_ENGLISH = 3;
const LONGEST_LOOK = 200_000;
/** A column of an English table: `OS Name:    Microsoft Windows 11 …` says in what language Windows was bought, not who writes. */
const FIELD = /^[ \t>]{0,8}[A-Z][\w ().]{2,40}:[ \t]{3}.*$/gm;

/** The language of the prose around a paste, or `fallback` (the reader's locale) where the paste does not make it clear. */
export function languageOf(text: string, fallback: Language): Language {
  const whole = text.slice(0, LONGEST_LOOK);
  const look = whole.search(HAN) === -1 ? whole : whole.replace(FIELD, '');
  const han = look.match(HAN)?.length ?? 0;
  if (han >= ENOUGH_HAN && han > (look.match(NOT_CHINESE)?.length ?? 0)) {
    return 'zh';
  }
  const words = new Set((look.match(ENGLISH_PROSE) ?? []).map((word) => word.toLowerCase()));
  return words.size >= ENOUGH_ENGLISH ? 'en' : fallback;
}

/** The language for a reader whose client runs in `locale` (`zh-CN`, `en-US` …): English where it is neither or not told. */
export function languageOfLocale(locale: string | null): Language {
  return /^zh\b/i.test(locale ?? '') ? 'zh' : 'en';
}

/** What readers aloud and translators are told that a text is written in (BCP 47). */
export const LANGUAGE_TAG: Readonly<Record<Language, string>> = { en: 'en', zh: 'zh-CN' };
