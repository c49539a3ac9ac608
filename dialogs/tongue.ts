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
const WORD = /(?<![\w.!`-])[a-z]{2,20}(?![\w`-]|[.!]\w)/giu;
/** Shorter ones stand in many languages. */
const LONG_WORD = 3;
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
  return wordsOf(text).some(({ length }) => length >= LONG_WORD) ? 'en' : null;
}

function wordsOf(text: string): readonly string[] {
  return (text.match(WORD) ?? []).filter((word) => !NEUTRAL.has(word.toLowerCase()) && word !== word.toUpperCase());
}

/** So much is written by whoever speaks the language; less is a word that they found in our help. */
const SENTENCE = { han: 5, words: 3 };

function isSentence(text: string): boolean {
  return (text.match(/\p{Script=Han}/gu) ?? []).length >= SENTENCE.han || wordsOf(text).length >= SENTENCE.words;
}

/** What a debugger, a screen or somebody's mail says: codes, files, routines, fields, names in capitals; and what is no Chinese. */
const NOT_OWN_WORDS =
  /\d{2}|0x|\w!\w|[_=*\\/<>|]|\.\w|\b[A-Z]{3,}\b|^\S{1,40} ?[:：]|[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** The language of a sentence that is no command, where nothing in it looks like pasted; null for everything else. */
function writtenFreely(text: string): Language | null {
  return isSentence(text) && !NOT_OWN_WORDS.test(text) ? writtenIn(text) : null;
}

/**
 * The turn in the language of whoever speaks: the one they chose, else the one they write in now or wrote their last sentence
 * in, else that of their client. What they paste is none of these, and a word or two of a command is answered in its language
 * and changes nothing.
 */
export async function inOwnTongue(turn: Turn, isCommand: boolean, { people }: Pick<Tools, 'people'>): Promise<Turn> {
  const { author, kind, text } = turn.message;
  if (!author || kind === 'welcome') {
    return turn;
  }
  const { tenant } = turn.target;
  const known = await people.tongue(tenant, author.id);
  const written = isCommand ? writtenIn(text) : writtenFreely(text);
  const counts = isCommand && (known.written === null || isSentence(text));
  if (written !== null && counts && written !== known.written && kind === 'message') {
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
