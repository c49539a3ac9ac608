import type { Paste } from '../diagnosis/crash.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import { LANGUAGES, type Language, type Text } from '../language/text.ts';
import type { Recognised } from '../ports/page.ts';
import { buildReply } from '../reply/build-reply.ts';
import type { Reply } from '../reply/reply.ts';

const MOST_DUMPS = 50;
const MOST_NOTES = 8;

/** What is shown of a paste that takes longer to read than somebody waits; it may be sent all the same. */
export const NOT_RECOGNISED: Recognised = {
  dumps: [],
  notes: [
    {
      en: 'This takes long to read, so there is no preview.',
      zh: '内容读取耗时较长，暂无预览。',
    },
  ],
};

/** What a paste is seen to hold: each dump by its title, and what is missing. */
export function recognise(diagnosis: Diagnosis, pastes: readonly Paste[]): Recognised {
  const replies = inEach((language) => buildReply(diagnosis, pastes, language));
  const dumps = replies.en.crashes.slice(0, MOST_DUMPS).map((_, at) => ({
    title: inEach((language) => replies[language].crashes[at]?.title ?? ''),
    where: inEach((language) => replies[language].crashes[at]?.where ?? ''),
  }));
  const notes = replies.en.warnings
    .slice(0, MOST_NOTES)
    .map((_, at) => inEach((language) => replies[language].warnings[at] ?? ''));
  return { dumps, notes };
}

function inEach(make: (language: Language) => Reply): Readonly<Record<Language, Reply>>;
function inEach(make: (language: Language) => string): Text;
function inEach<T>(make: (language: Language) => T): Readonly<Record<Language, T>> {
  return Object.fromEntries(LANGUAGES.map((language) => [language, make(language)])) as Record<Language, T>;
}
