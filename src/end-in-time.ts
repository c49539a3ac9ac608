/** Longer than each part of a stop may take together, and less than `compose.yaml` gives it before it kills. */
export const LONGEST_STOP_MS = 55_000;

/**
 * Lets something end. False where it failed or takes too long: a database that is gone without a word is waited for
 * without end, and what is stored is taken up by the next process in any case.
 */
export async function endInTime(end: () => Promise<void>, ms = LONGEST_STOP_MS): Promise<boolean> {
  const late = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => late.resolve(false), ms);
  const ended = end().then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([ended, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
