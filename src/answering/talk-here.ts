import { LANGUAGE_TAG } from '../language/language-of.ts';
import type { Language } from '../language/text.ts';
import type { Act, Pressed, WriteFile } from '../ports/act.ts';
import type { CaseStore } from '../ports/case-store.ts';
import type { Inbox, Target } from '../ports/inbox.ts';
import type { Author, Message } from '../ports/message.ts';
import type { Here, Looking } from '../ports/page.ts';
import type { PeopleStore } from '../ports/people-store.ts';
import type { Post } from '../ports/post.ts';
import type { Transcript, Written } from '../ports/transcript.ts';

/** Where whoever sits at this machine talks: a place like a chat, with cases and follow-ups of its own. */
const HERE: Target = { tenant: '', conversation: 'page', reference: {} };
const FORGETS = 'case.forget';

export interface TalkingTools {
  readonly accept: Inbox['accept'];
  /** Who sits there. */
  readonly author: Author;
  readonly people: Pick<PeopleStore, 'speaks' | 'turnAway'>;
  readonly cases: Pick<CaseStore, 'forgetLoose'>;
  readonly transcript: Transcript;
  readonly act: Act;
  readonly writeFile: WriteFile;
  readonly report: Looking['report'];
  readonly newId: () => string;
}

/** The page as a chat: what is written goes the way of every message, and what is said to it is kept for the next look. */
export function talkHere(tools: TalkingTools): Here {
  const { accept, author, people, transcript, act, writeFile, report, newId } = tools;
  const pressed = (data: unknown, language: Language): Pressed => ({
    id: newId(),
    target: HERE,
    author,
    language,
    data,
  });
  return {
    say: async (written, language, key) => {
      await transcript.write(written, `written ${key}`);
      await accept({ target: HERE, key: `page ${key}`, replyTo: null, message: messageOf(written, author, language) });
    },
    choose: (language) => people.speaks(HERE.tenant, author.id, { chosen: language }),
    heard: transcript.after,
    report: async (saying, language) => {
      const written = await transcript.written(saying);
      return written && report(pastesOf(written), language, { conversation: HERE.conversation });
    },
    press: async (saying, data, language) => {
      const card = await act(pressed(data, language));
      if (card && isForgetting(data)) {
        // What was forgotten for good was quoted here, too.
        await clear(tools);
      } else if (card) {
        await transcript.replaceCard(saying, card);
      }
      return card;
    },
    write: (data, language) => writeFile(pressed(data, language)),
    clear: () => clear(tools),
  };
}

/** With what was said goes what a question would be answered from: on an empty page nothing is at hand. */
async function clear({ transcript, cases, people, author }: TalkingTools): Promise<void> {
  await transcript.clear();
  await cases.forgetLoose(HERE);
  await people.turnAway(HERE, author.id);
}

/** What is posted there is kept for the page; everything else goes its way. */
export function postingHere(post: Post, { answer }: Pick<Transcript, 'answer'>, newId: () => string): Post {
  return async (target, saying, replyTo, key) => {
    if (target.tenant !== HERE.tenant || target.conversation !== HERE.conversation) {
      return post(target, saying, replyTo, key);
    }
    const id = key ?? newId();
    if (saying.kind !== 'typing') {
      await answer(saying, id);
    }
    return { kind: 'posted', id };
  };
}

function messageOf(written: Written, author: Author, language: Language): Message {
  const who = { scope: 'personal', author, locale: LANGUAGE_TAG[language] } as const;
  return { kind: 'message', ...written, unreadable: [], ...who };
}

function pastesOf({ text, files }: Written): { source: string | null; text: string }[] {
  const typed = text.trim() === '' ? [] : [{ source: null, text }];
  return [...typed, ...files.map((file) => ({ source: file.name, text: file.text ?? '' }))];
}

function isForgetting(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'verb' in data && data.verb === FORGETS;
}
