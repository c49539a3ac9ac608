import type { Diagnosis } from '../../diagnosis/diagnosis.ts';

/** Of each list of facts, over all crashes: what a large paste shows has tens of thousands. */
const MOST_OF_A_KIND = 2000;

/**
 * The diagnosis with its facts cut short. They are judged by now, and what is said of them rests on the judgement;
 * each object that comes back to the main thread holds up everybody there for some microseconds.
 */
export function withFewFacts(diagnosis: Diagnosis): Diagnosis {
  const most = Math.max(20, Math.floor(MOST_OF_A_KIND / Math.max(1, diagnosis.crashes.length)));
  const crashes = diagnosis.crashes.map((diagnosed) => {
    const { facts, stack } = diagnosed.crash;
    return {
      ...diagnosed,
      crash: { ...diagnosed.crash, facts: shortened(facts, most), stack: shortened(stack, most) },
    };
  });
  return { ...diagnosis, crashes };
}

/** Plain data with every list in it cut to its first `most` items. */
function shortened<Data>(data: Data, most: number): Data;
function shortened(data: unknown, most: number): unknown {
  if (Array.isArray(data)) {
    return data.slice(0, most).map((item) => shortened(item, most));
  }
  if (typeof data !== 'object' || data === null) {
    return data;
  }
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, shortened(value, most)]));
}
