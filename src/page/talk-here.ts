import { randomUUID } from 'node:crypto';
import type { Paste } from '../diagnosis/crash.ts';
import { LANGUAGE_TAG } from '../language/language-of.ts';
import type { Language } from '../language/text.ts';
import type { Act, Pressed, WriteFile } from '../ports/act.ts';
import type { Inbox, Target } from '../ports/inbox.ts';
import type { Author, Message } from '../ports/message.ts';
import type { Here, Looking } from '../ports/page.ts';
import type { PeopleStore } from '../ports/people-store.ts';
import type { Post } from '../ports/post.ts';
import type { Transcript, Written } from '../ports/transcript.ts';

/** Whoever sits at this machine, and where they talk: a place like a chat, with cases and follow-ups of its own. */
const HERE: Target = { tenant: '', conversation: 'page', reference: {} };
const SOMEBODY: Author = { id: 'page', name: '' };
const FORGETS = 'case.forget';

export interface TalkingTools {
  readonly accept: Inbox['accept'];
  readonly people: Pick<PeopleStore, 'speaks'>;
  readonly transcript: Transcript;
  readonly act: Act;
  readonly writeFile: WriteFile;
  readonly report: Looking['report'];
}

/** The page as a chat: what is written goes the way of every message, and what is said to it is kept for the next look. */
export function talkHere({ accept, people, transcript, act, writeFile, report }: TalkingTools): Here {
  return {
    say: async (written, language, key) => {
      await transcript.write(written, `written ${key}`);
      await accept({ target: HERE, key: `page ${key}`, replyTo: null, message: messageOf(written, language) });
    },
    choose: (language) => people.speaks(HERE.tenant, SOMEBODY.id, { chosen: language }),
    heard: transcript.after,
    report: async (saying, language) => {
      const written = await transcript.written(saying);
      return written && report(pastesOf(written), language, { conversation: HERE.conversation });
    },
    press: async (saying, data, language) => {
      const card = await act(pressed(data, language));
      if (card && isForgetting(data)) {
        // What was forgotten for good was quoted here, too.
        await transcript.clear();
      } else if (card) {
        await transcript.replaceCard(saying, card);
      }
      return card;
    },
    write: (data, language) => writeFile(pressed(data, language)),
    clear: transcript.clear,
  };
}

/** What is posted there is kept for the page; everything else goes its way. */
export function postingHere(post: Post, { answer }: Pick<Transcript, 'answer'>): Post {
  return async (target, saying, replyTo, key) => {
    if (target.tenant !== HERE.tenant || target.conversation !== HERE.conversation) {
      return post(target, saying, replyTo, key);
    }
    const id = key ?? randomUUID();
    if (saying.kind !== 'typing') {
      await answer(saying, id);
    }
    return { kind: 'posted', id };
  };
}

function messageOf({ text, files }: Written, language: Language): Message {
  const who = { scope: 'personal', author: SOMEBODY, locale: LANGUAGE_TAG[language] } as const;
  return { kind: 'message', text, files, unreadable: [], ...who };
}

function pastesOf({ text, files }: Written): Paste[] {
  const typed = text.trim() === '' ? [] : [{ source: null, text }];
  return [...typed, ...files.map((file) => ({ source: file.name, text: file.text ?? '' }))];
}

function pressed(data: unknown, language: Language): Pressed {
  return { id: randomUUID(), target: HERE, author: SOMEBODY, language, data };
}

function isForgetting(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'verb' in data && data.verb === FORGETS;
}
