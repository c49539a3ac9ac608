import type { Knowledge } from '#src/diagnosis/knowledge/knowledge.ts';
import type { Language } from '#src/language/text.ts';
import type { Asked, Intent, Meant, Subject, ToUndo } from './asked.ts';
import { type Masked, mask } from './mask.ts';
import type { Names } from './names.ts';
import { PHRASES } from './phrases/index.ts';
import { ANOTHER_WAY, GOING_ON } from './phrases/meant.ts';
import type { Phrase } from './phrases/phrase.ts';
import { spelt } from './spelling.ts';
import { isAskingWord, strangeSigns } from './vocabulary.ts';

/** What nobody knows: for a first look, before it is known what the question is asked of. */
export const NO_NAMES: Names = { seen: () => null, tag: () => null, crashName: () => null };

const HAN = /\p{Script=Han}/u;
const OPENING =
  /^(?:(?:so|ok(?:ay)?|hm+|wait|and|well|hey|hi|hello|btw|sorry|um+|oh|ah|@?stopcode|bot|请问一?下?|想问一?下?|问一?下|那么?(?![个台次份条])|嗯+|哦|额|呃|那个|你好|您好)(?![a-z])[ ,，.。!！:：…]{0,5}){1,4}(?=\S)/iu;
const CLOSING = /[\s?!.。,~…;=]{1,10}$/u;

/** The language in which few words are put. */
export function languageAsked(text: string): Language {
  return HAN.test(text) ? 'zh' : 'en';
}

/** What a question asks, by its words alone; null where it is none that we answer. `said` is one short message. */
export function route(said: string, names: Names, knowledge: Knowledge): Asked | null {
  const language = languageAsked(said);
  const text = plainWords(said);
  const end = CLOSING.exec(text)?.[0] ?? '';
  const words = { text: text.slice(0, text.length - end.length), isAsking: end.includes('?') };
  return read(words, language, names, knowledge, false) ?? read(words, language, names, knowledge, true);
}

/** The words of a question without what opens it, in plain letters and spelt out. */
export function plainWords(said: string): string {
  const plain = said
    .normalize('NFKC')
    .replace(/[\s\u200b]+/gu, ' ')
    .replace(/[’‘`´]/gu, "'")
    .trim();
  return (HAN.test(plain) ? plain : spelt(plain)).replace(OPENING, '').trim();
}

interface Words {
  readonly text: string;
  /** With a question mark behind: a name alone asks something then. */
  readonly isAsking: boolean;
}

/** Read again with words as terms that are asked about, only what they mean can be asked. */
function read(
  { text, isAsking }: Words,
  language: Language,
  names: Names,
  knowledge: Knowledge,
  isEveryTerm: boolean,
): Asked | null {
  const masked = mask(text, language === 'zh', names, knowledge, isEveryTerm);
  const forms = isAsking ? [masked.text, `${masked.text}?`] : [masked.text];
  const phrase = PHRASES[language].find(({ pattern }) => forms.some((form) => pattern.test(form)));
  if (!phrase || !isOnlyAsking(masked.text, language) || (isEveryTerm && phrase.intent !== 'subject')) {
    return null;
  }
  if (!isAsking && phrase.intent !== 'not' && PLANS.some((plan) => plan.test(masked.text))) {
    return null;
  }
  return askedFor(phrase, masked, language);
}

function askedFor(phrase: Phrase, masked: Masked, language: Language): Asked | null {
  const subject = subjectOf(phrase, masked);
  const intent = phrase.intent === 'subject' ? intentOf(subject) : phrase.intent;
  if (intent === null || (intent === 'not' && subject === null)) {
    return null;
  }
  const { crash, other, text } = masked;
  const into = intent === 'language' ? wanted(text) : null;
  const about = aboutOf(intent, text);
  return { intent, subject, crash, other, language, about, into };
}

/** Whoever says what they mean to do asks nothing, unless they end with a question mark. */
const PLANS: readonly RegExp[] = [
  /^(?:i (?:think|believe|guess|feel|suggest|say) (?:that )?)?(?:we|i|they)(?:'d better|'ll| should| could| will| need to| have to| better)\b/,
  /^(?:i|we)(?:'d| would) (?:rather|prefer)\b|^let(?:'s| us| me (?!know|see))/,
  /^(?:我觉得|我认为|我建议|我们先|咱们先|我先)/,
];
const NO_START =
  /\b(?:boot|boots|booting|startup|unbootable)\b|\b(?:not|n't|wont|cant|cannot|never|longer) .{0,12}\bstart|开不了|启动|起不来|启不|进不|开机|引导|重启/;

/** What more a question tells; `text`: as `mask` leaves it. */
export function aboutOf(intent: Intent, text: string): Asked['about'] {
  if (intent === 'undo') {
    return toUndo(text);
  }
  return intent === 'first' ? (MEANT.find(([, sign]) => sign.test(text))?.[0] ?? null) : null;
}

const MEANT: readonly (readonly [Meant, RegExp])[] = [
  ...GOING_ON.map((sign) => ['go-on', sign] as const),
  ...ANOTHER_WAY.map((sign) => ['else', sign] as const),
  [
    'reinstall',
    /\b(?:re-?install\w{0,5}|re-?imag\w{1,3}|wip\w{1,3}|reset\w{0,4})\b.{0,20}(?:H|\b(?:os|system|machine|pc|computer)\b)|重(?:装|做|新安装).{0,3}(?:系统|H|机器|电脑)|做系统/,
  ],
  ['restart', /\b(?:re-?boot|re-?start)\w{0,3}\b|重启|重新启动/],
  ['remove', /\b(?:uninstall|remov|delet)\w{0,5}\b|卸|删|移除/],
  [
    'disable',
    /\b(?:disabl\w{1,3}|turn\w{0,3} (?:it|this|that|D) off|switch\w{0,3} (?:it|this|that|D) off)\b|禁用|停用|关掉/,
  ],
];

function toUndo(text: string): ToUndo | null {
  return NO_START.test(text) ? 'no-start' : text.includes('V') ? 'verifier' : null;
}

/** A question about a name asks what a driver is, or what anything else means. */
function intentOf(subject: Subject | null): Intent | null {
  if (subject === null) {
    return null;
  }
  return subject.kind === 'driver' ? 'driver' : 'meaning';
}

function subjectOf({ intent, about }: Phrase, { subjects }: Masked): Subject | null {
  const marks = intent === 'subject' ? 'ACKTVZD' : about;
  const named = subjects.filter(([mark]) => marks.includes(mark));
  // A word of the trade beside a name says what the name is: "the tag WlmF", "the driver nwifi".
  const [found] = [...named.filter(([, { kind }]) => kind !== 'term'), ...named];
  return found?.[1] ?? null;
}

function wanted(text: string): Language {
  return /中文|汉语|chinese|mandarin/.test(text) ? 'zh' : 'en';
}

/** Strange words tell that something else is talked about; in a long sentence, or beside a name, one may be a slip. */
const LONG = 7;
/** "the coffee machine": what is asked about is nothing that we know. */
const STRANGE_THING = /\b(?:the|a|an|my|our|your|his|her|their|this|that|these|those) (?<thing>[a-z][a-z'-]*)/g;
const NAMED = /(?<![a-z])[ACDKNTVZ](?![a-z])/;

function isOnlyAsking(text: string, language: Language): boolean {
  const words = text.replace(/(?<![a-z])[A-Z](?![a-z])/g, ' ').match(/[a-z0-9][a-z0-9'%-]*/g) ?? [];
  const strange = words.filter((word) => !isAskingWord(word)).length;
  const [beside, isLong] = [NAMED.test(text) ? 1 : 0, text.length >= 2 * LONG];
  if (language === 'en') {
    const isOfOthers = [...text.matchAll(STRANGE_THING)].some(({ groups }) => !isAskingWord(groups?.thing ?? ''));
    return strange <= beside + (words.length >= LONG && !isOfOthers ? 1 : 0);
  }
  return strange <= beside && strangeSigns(text) <= 2 * beside + (isLong ? 2 : 0);
}
