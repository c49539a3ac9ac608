import { languageOf } from '#src/language/language-of.ts';
import type { Language } from '#src/language/text.ts';
import type { Author } from '#src/ports/message.ts';
import type { Turn } from '#src/ports/turn.ts';
import type { Tools } from './dialog.ts';

/** A command, a question, a word: what is longer is perhaps somebody else's mail. */
const LONGEST = 200;
const MOST_LINES = 2;
const HAN = /\p{Script=Han}/u;
/** Names of files, codes and routines are no words. */
const WORD = /(?<![\w.!`-])[a-z]{3,20}(?![\w`-]|[.!]\w)/giu;
/** What people type whatever their language is. */
const NEUTRAL = new Set([
  'case',
  'cases',
  'help',
  'report',
  'status',
  'explain',
  'triage',
  'dump',
  'windbg',
  'analyze',
  'bug',
]);

/** The language of few words; null where they are of none in particular. */
export function writtenIn(text: string): Language | null {
  if (text.length > LONGEST || text.trim().split('\n').length > MOST_LINES) {
    return null;
  }
  if (HAN.test(text)) {
    return 'zh';
  }
  const words = (text.match(WORD) ?? []).filter(
    (word) => !NEUTRAL.has(word.toLowerCase()) && word !== word.toUpperCase(),
  );
  return words.length > 0 ? 'en' : null;
}

/**
 * The turn in the language of whoever speaks: the one they chose, else the one they write commands in now or wrote them in
 * last, else that of their client. What they paste is none of these.
 */
export async function inOwnTongue(turn: Turn, isCommand: boolean, { people }: Pick<Tools, 'people'>): Promise<Turn> {
  const { author, kind, text } = turn.message;
  if (!author || kind === 'welcome') {
    return turn;
  }
  const { tenant } = turn.target;
  const known = await people.tongue(tenant, author.id);
  const written = isCommand ? writtenIn(text) : null;
  if (written !== null && written !== known.written && kind === 'message') {
    await people.speaks(tenant, author.id, { written });
  }
  const speaks = known.chosen ?? written ?? known.written;
  return speaks === null ? turn : { ...turn, language: speaks, speaks };
}

/** The same for whoever presses a button; null where nobody knows. */
export async function tongueOf(
  { tenant }: { readonly tenant: string },
  { id }: Author,
  { people }: Pick<Tools, 'people'>,
): Promise<Language | null> {
  const { chosen, written } = await people.tongue(tenant, id);
  return chosen ?? written;
}

/** The language to answer a paste in: that of whoever sent it, where it is known, else that of its prose. */
export function languageFor(
  text: string,
  { language, speaks }: { readonly language: Language; readonly speaks: Language | null },
): Language {
  return speaks ?? languageOf(text, language);
}
