import type { Case } from '../cases/case.ts';
import type { Say } from '../language/say.ts';
import { type Block, lines, paragraph } from './mail.ts';
import { MAIL_WORDS } from './mail-words.ts';

/** The customer's number in brackets first, the way ticket systems file answers by. */
export function mailSubject({ customerNumber, title }: Case, what: string): string {
  return `${customerNumber ? `[${customerNumber}] ` : ''}${title} – ${what}`;
}

/** The end of a mail, signed by whoever asked for it; null where the channel does not tell their name. */
export function closing(sender: string | null, say: Say): Block[] {
  return [lines(say(MAIL_WORDS.regards).split('\n')), ...(sender === null ? [] : [paragraph(sender)])];
}
