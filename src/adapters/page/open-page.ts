import { LANGUAGE_TAG } from '../../language/language-of.ts';
import type { OpenPage } from '../../ports/page.ts';
import type { TicketOffice } from './ticket.ts';

/**
 * Addresses of the paste page below that of the bot. The ticket stands behind `#`: a browser tells that part to no server,
 * so no log on the way holds it.
 */
export function openPageAt(address: () => string, tickets: TicketOffice): OpenPage {
  return async (holder, { language, theme }) => {
    const page = new URL('/paste', address());
    page.searchParams.set('lang', LANGUAGE_TAG[language]);
    if (theme !== null) {
      page.searchParams.set('theme', theme);
    }
    page.hash = await tickets.issue(holder);
    return page.href;
  };
}
