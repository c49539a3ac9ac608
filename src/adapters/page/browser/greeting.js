// @ts-check
import { Problem, TICKET, ticket } from './server.js';
import { currentLanguage, say, timeText } from './words.js';

/** For whom the page is; null where nobody asked, or on this machine. @type {{ scope: string, name: string, until: string } | null} */
let holder = null;

/** Asks whose ticket it is. Rejects where it is no good: nothing can be pasted in vain. */
export async function greet() {
  if (TICKET === '') {
    throw new Problem('foreign');
  }
  holder = await ticket();
}

/** What the page is for, in the language of now. */
export function leadText() {
  if (!holder) {
    return '';
  }
  const place = say(`lead${holder.scope.charAt(0).toUpperCase()}${holder.scope.slice(1)}`);
  const time = timeText(holder.until);
  return [place, say('until', { name: holder.name, time })].join(currentLanguage() === 'zh' ? '' : ' ');
}
