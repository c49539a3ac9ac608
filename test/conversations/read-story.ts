import type { Message, Unreadable } from '#src/ports/message.ts';

/** What the bot must say (`<`) or must not say (`<!`) after one message. */
export interface Exchange {
  readonly message: Message;
  /** Thread of a channel, null for none. */
  readonly thread: string | null;
  /** Minutes that passed before it was said. */
  readonly later: number;
  readonly says: readonly string[];
  readonly saysNot: readonly string[];
}

type About = Pick<Message, 'locale' | 'scope' | 'kind' | 'timeZone'> & Pick<Exchange, 'thread'>;

interface Draft extends About {
  readonly later: number;
  readonly text: string[];
  readonly says: string[];
  readonly saysNot: string[];
  readonly unreadable: Unreadable[];
}

const REASONS: readonly Unreadable['reason'][] = ['not-shared', 'code-snippet', 'picture', 'dump', 'other'];

/**
 * A conversation written as text: `@ zh-CN channel 17` sets locale, scope and thread; each locale is a person, `>` lines are one message,
 * `~ 90` lets so many minutes pass, `+ dump a.dmp`
 * attaches something unreadable to it, `*` is the bot being added, `<` and `<!` lines check the answer.
 */
export function readStory(story: string): Exchange[] {
  const drafts: Draft[] = [];
  let about: About = { locale: null, scope: 'personal', kind: 'message', thread: null };
  let later = 0;
  for (const line of story.split('\n')) {
    const sign = /^(?:<!|[@>+*<~])(?= |$)/.exec(line)?.[0];
    if (!sign) {
      continue;
    }
    const rest = line.slice(sign.length + 1);
    if (sign === '@') {
      about = aboutOf(rest);
    } else if (sign.startsWith('<')) {
      check(drafts, sign, rest);
    } else if (sign === '~') {
      later = Number(rest);
    } else if (add(drafts, { ...about, later }, sign, rest)) {
      later = 0;
    }
  }
  return drafts.map(exchangeOf);
}

function aboutOf(rest: string): About {
  const [locale = '-', scope, thread = null] = rest.split(' ');
  const known = scope === 'channel' || scope === 'groupChat' ? scope : 'personal';
  return { locale: locale === '-' ? null : locale, scope: known, kind: 'message', thread };
}

function check(drafts: readonly Draft[], sign: string, rest: string): void {
  const draft = drafts.at(-1);
  if (!draft) {
    throw new Error(`nothing was said before ${rest}`);
  }
  draft[sign === '<' ? 'says' : 'saysNot'].push(rest);
}

/** True where a new message begins. */
function add(drafts: Draft[], about: About & Pick<Draft, 'later'>, sign: string, rest: string): boolean {
  const open = drafts.at(-1);
  const kind = sign === '*' ? 'welcome' : 'message';
  const fresh: Draft = { ...about, kind, text: [], says: [], saysNot: [], unreadable: [] };
  const draft = open && open.says.length + open.saysNot.length === 0 ? open : fresh;
  if (draft === fresh) {
    drafts.push(fresh);
  }
  if (sign === '>') {
    draft.text.push(rest);
  }
  if (sign === '+') {
    draft.unreadable.push(unreadableOf(rest));
  }
  return draft === fresh;
}

function unreadableOf(rest: string): Unreadable {
  const [word, name = null] = rest.split(' ');
  const reason = REASONS.find((known) => known === word);
  if (!reason) {
    throw new Error(`no such reason: ${word}`);
  }
  return { name, reason };
}

function exchangeOf({ says, saysNot, text, thread, later, ...about }: Draft): Exchange {
  // Who has another client is another person: nobody's language is taken for somebody else's.
  const author = { id: `29:wei ${about.locale}`, name: 'Wei' };
  return { message: { ...about, author, text: text.join('\n'), files: [] }, thread, later, says, saysNot };
}
