import { type Evidence, RIVALS, type Rival } from '../rules/rule.ts';
import { isGuest } from '../views/guest-machine.ts';
import { mereBystanders } from '../views/mere-bystanders.ts';
import { isDeliberate, occasion } from '../views/occasion.ts';
import { stopCodeOf } from '../views/stop-code-of.ts';
import type { Judged } from './judged.ts';
import type { Excluded, Remaining, Suspect } from './verdict.ts';
import { LEFT_OF_EXCLUDED, restOf } from './weigh.ts';

/** Smaller parts are no explanation that anybody would look into. */
const WORTH_TELLING = 0.02;
/** Of an open question the two likeliest answers are told: the next command is to part them. */
const MOST_OPEN = 2;

/** What the findings rule out, each rival once, by the first finding that does. */
export function excludedBy(evidence: readonly Evidence[]): Excluded[] {
  const found = new Map<Rival, Excluded>();
  for (const { excludes = [], text, lines } of evidence) {
    for (const rival of excludes) {
      if (!found.has(rival)) {
        found.set(rival, { rival, because: text, lines });
      }
    }
  }
  return RIVALS.flatMap((rival) => found.get(rival) ?? []);
}

/** The explanations left beside the verdict; for `unknown` the two that remain. */
export function remaining(judged: Judged, excluded: readonly Excluded[]): Remaining[] {
  const out = new Set(excluded.map(({ rival }) => rival));
  if (occasion(judged) === 'program') {
    return [];
  }
  if (judged.verdict.culprit === 'unknown') {
    return open(judged, out);
  }
  const [best, ...others] = judged.suspects;
  const rest = best ? [...restOf(best.evidence, out)].map(([rival, share]) => ({ rival, suspect: null, share })) : [];
  return told([...rest, ...others.map((suspect) => asRemaining(suspect, 1 - judged.verdict.probability))]);
}

/** A suspect beside the verdict can at most account for what the verdict does not. */
function asRemaining({ driver, score }: Suspect, most: number): Remaining {
  const rival = rivalOf(driver);
  return { rival, suspect: rival === 'driver' ? driver : null, share: Math.min(score, most) };
}

function rivalOf(suspect: string): Rival {
  const named: Readonly<Record<string, Rival>> = { hardware: 'hardware', os: 'windows' };
  return named[suspect] ?? 'driver';
}

function told(all: readonly Remaining[]): Remaining[] {
  const best = new Map<string, Remaining>();
  for (const one of all) {
    const key = one.suspect ?? one.rival;
    if ((best.get(key)?.share ?? 0) < one.share) {
      best.set(key, one);
    }
  }
  return [...best.values()]
    .filter(({ share }) => share >= WORTH_TELLING)
    .map((one) => ({ ...one, share: Math.round(one.share * 1000) / 1000 }))
    .sort((a, b) => b.share - a.share || RIVALS.indexOf(a.rival) - RIVALS.indexOf(b.rival));
}

function open(judged: Judged, out: ReadonlySet<Rival>): Remaining[] {
  const shares = likely(judged);
  const general = RIVALS.map((rival): Remaining => {
    const share = shares[rival] * (out.has(rival) ? LEFT_OF_EXCLUDED : 1);
    return { rival, suspect: null, share };
  });
  const named = judged.suspects.map((suspect) => asRemaining(suspect, 1)).filter(({ share }) => share > 0);
  const isNamed = named.some(({ rival }) => rival === 'driver');
  const left = general.filter(({ rival }) => !(isNamed && rival === 'driver'));
  return told([...named, ...left]).slice(0, MOST_OPEN);
}

/**
 * How likely each explanation is before any finding, by what the stop is about. Only the order matters: from these the two
 * that remain are chosen. Public statistics of crashes (driver faults first, hardware about a tenth) and the reference of
 * stop codes are what they rest on.
 */
function likely(judged: Judged): Readonly<Record<Rival, number>> {
  const { crash, facts, knowledge } = judged;
  const code = stopCodeOf(crash);
  const row = code ? knowledge.bugcheck(code) : null;
  const isMemory = knowledge.has(code, 'memory');
  const isHardware = row?.leaning === 'hardware';
  return {
    driver: isHardware ? 0.1 : 0.35,
    forwarder: mereBystanders(judged).size > 0 ? 0.15 : 0.02,
    corruptor: isMemory ? 0.3 : 0.03,
    hardware: isHardware ? 0.6 : row?.leaning === 'either' ? 0.25 : 0.1,
    windows: 0.15,
    platform: isHardware && isGuest(facts) ? 0.5 : 0.02,
    program: knowledge.has(code, 'process-ended') ? 0.5 : 0.01,
    deliberate: isDeliberate(judged) ? 0.9 : knowledge.has(code, 'non-maskable-interrupt') ? 0.5 : 0.01,
  };
}
