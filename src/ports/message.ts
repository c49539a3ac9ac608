/** What somebody said to the bot, free of the channel's wire format. Made by `adapters/teams/read-message.ts`. */
export interface Message {
  /**
   * `welcome`: the bot was just added to the conversation, nobody has said anything yet. `delete` and `undelete` are
   * about a message that was sent before, as `edit` is.
   */
  readonly kind: 'message' | 'edit' | 'delete' | 'undelete' | 'welcome';
  readonly scope: 'personal' | 'groupChat' | 'channel';
  /** The text as its author sees it: mention of the bot and quoted messages taken out, lines kept. */
  readonly text: string;
  /** BCP 47 tag of the author's client (`zh-CN`), null where it does not say. */
  readonly locale: string | null;
  readonly files: readonly MessageFile[];
  readonly unreadable: readonly Unreadable[];
  /** Who said it; absent where the channel does not tell. */
  readonly author?: Author;
  /** IANA zone of the author's client, absent where it does not say. */
  readonly timeZone?: string;
}

export interface Author {
  readonly id: string;
  readonly name: string;
}

/** A file that the channel lets us download. */
export interface MessageFile {
  /** One line that draws nothing but itself, short enough for a sentence: it is cleaned where it comes in. */
  readonly name: string;
  /** Short-lived and pre-authenticated: never log or keep it. Empty where the text came along. */
  readonly url: string;
  /** What it holds, where it came along with the message. */
  readonly text?: string;
}

/** Something attached that cannot be read, and why not. */
export interface Unreadable {
  /** As that of a file; null for none. */
  readonly name: string | null;
  readonly reason:
    | 'not-shared' // a file in a channel or group chat: Teams shows it to people only
    | 'code-snippet' // the old code snippet card: its text sits behind another service
    | 'picture'
    | 'dump' // a memory dump; only the debugger's output can be read
    | 'other';
}
