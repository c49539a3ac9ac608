import { isPlaceholder } from '#src/cases/placeholder.ts';
import type { Text } from '#src/language/text.ts';
import { unclear, type Wish } from '../case-wish.ts';

/** The wish of a value; asked for where only a placeholder of one stands there. */
export function valueOr(hint: Text, wish: (said: string) => Wish): (said: string) => Wish | null {
  return (said) => {
    if (said === '') {
      return null;
    }
    return isPlaceholder(said) ? unclear(hint) : wish(said);
  };
}
