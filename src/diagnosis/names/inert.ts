/**
 * What is no name is quoted as it was pasted, on one line and inert: cards, mails, terminals and the programs that show them
 * take some characters for their own.
 */

/** Controls of a terminal but the tab, and what ends a line for some readers. */
const CONTROL = /[^\P{Cc}\t]|[\u2028\u2029]/gu;
/** Invisible characters, and those that turn the reading direction of what follows. */
const INVISIBLE = /\p{Cf}/gu;
const MAY_STEER = /[^\n\t -~\u4e00-\u9fff\u3000-\u303f\uff00-\uffee]|\n/;

/** One line, in which every character can be seen. */
export function visible(text: string): string {
  if (!MAY_STEER.test(text)) {
    return text;
  }
  return text.replace(CONTROL, ' ').replace(INVISIBLE, '').toWellFormed();
}

/** The beginnings of a card's template (`${x}`), of its functions (`{{DATE(x)}}`) and of a mention. */
const BINDING = /\$(?=\{)|\{(?=\{)|<(?=\/?at\b)/gi;

/** Taken apart by a blank, a binding or a mention is only text. */
export function unbound(text: string): string {
  return text.replace(BINDING, '$& ');
}

const LINK = /:(?=\/\/)|www\.(?=\w)|(?<![\w@])@(?=[a-z])|(?<=[\w.+-])@(?=[\w-]{1,60}\.[a-z])/gi;
const MAY_LINK = /:\/\/|www\.|@/i;

/** Taken apart by a blank, an address of the web or of a mailbox leads nowhere, and nobody is called by an `@`. */
export function inert(text: string): string {
  const bare = unbound(text);
  return MAY_LINK.test(bare) ? bare.replace(LINK, '$& ') : bare;
}
