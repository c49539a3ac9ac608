import { LANGUAGES } from '../language/text.ts';
import { isKnownCountry, knownCountries } from './holidays.ts';

const OTHER_NAMES: Readonly<Record<string, string>> = {
  uk: 'GB',
  england: 'GB',
  britain: 'GB',
  usa: 'US',
  america: 'US',
  prc: 'CN',
  香港: 'HK',
  澳门: 'MO',
  台湾: 'TW',
};

/** The country that a word means, with holidays that we know: `DE`, `DE-BY`, `Germany`, `中国`; null for any other. */
export function readCountry(word: string): string | null {
  const code = word.toUpperCase();
  if (/^[A-Z]{2}(?:-[A-Z0-9]{1,4})?$/.test(code) && isKnownCountry(code)) {
    return code;
  }
  const name = word.toLowerCase();
  const other = Object.hasOwn(OTHER_NAMES, name) ? OTHER_NAMES[name] : undefined;
  return other ?? names().get(name) ?? null;
}

let known: ReadonlyMap<string, string> | undefined;

function names(): ReadonlyMap<string, string> {
  known ??= new Map(
    LANGUAGES.flatMap((language) => {
      const display = new Intl.DisplayNames([language], { type: 'region' });
      return knownCountries().map((code) => [(display.of(code) ?? code).toLowerCase(), code] as const);
    }),
  );
  return known;
}
