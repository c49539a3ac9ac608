import { LIKELY_FORM, LIKELY_FORM_COMPARED } from '../diagnosis/views/repaired-value.ts';
import { LANGUAGES } from '../language/text.ts';

const ABOUT_DAMAGE = [LIKELY_FORM, LIKELY_FORM_COMPARED].flatMap((text) => LANGUAGES.map((language) => text[language]));

/** A sentence of ours as a customer reads it: that a value was damaged on its way to us is nothing of their machine's. */
export function forCustomers(sentence: string): string {
  return ABOUT_DAMAGE.reduce((text, words) => text.replaceAll(words, ''), sentence);
}
