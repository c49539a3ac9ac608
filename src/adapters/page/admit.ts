import type { PageHolder, PageRequest } from '../../ports/page.ts';
import type { Ticket, TicketOffice } from './ticket.ts';

/** Who asks: somebody with a ticket, or whoever sits at this machine where that is let in. */
export type Admitted =
  | { readonly kind: 'ticket'; readonly ticket: Ticket }
  | { readonly kind: 'here' }
  | { readonly kind: 'expired' }
  | { readonly kind: 'foreign' };

/** Looked at before anything of the body is read. */
export async function admit(
  { authorization }: Pick<PageRequest, 'authorization'>,
  tickets: TicketOffice,
  isHereOpen: boolean,
): Promise<Admitted> {
  if (authorization === undefined && isHereOpen) {
    return { kind: 'here' };
  }
  const token = /^Bearer (?<token>[\w.-]{1,20000})$/.exec(authorization ?? '')?.groups?.token;
  const read = token === undefined ? { kind: 'foreign' as const } : await tickets.read(token);
  return read.kind === 'good' ? { kind: 'ticket', ticket: read.ticket } : { kind: read.kind };
}

/** What the page shows of a ticket. */
export function shownTicket({ holder, until }: Ticket): Pick<PageHolder, 'scope'> & Record<'name' | 'until', string> {
  return { scope: holder.scope, name: holder.author.name, until };
}
