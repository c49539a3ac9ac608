import { type Look, view } from '../look.ts';
import { hexValue, turnedBit } from './hex-value.ts';
import { argumentOf, stopCodeOf } from './stop-code-of.ts';

/**
 * The stack cookie as found and as expected, one bit apart: who writes past a buffer changes bytes. Null where more differs,
 * and for stops that print no cookies.
 */
export const flippedCookie = view(({ crash, knowledge }: Look): readonly [found: bigint, expected: bigint] | null => {
  if (!knowledge.has(stopCodeOf(crash), 'printed-cookies', crash.bugcheck?.args)) {
    return null;
  }
  const [found, expected] = [hexValue(argumentOf(crash, 1)), hexValue(argumentOf(crash, 2))];
  return found !== null && expected !== null && turnedBit(found, expected) !== null ? [found, expected] : null;
});
