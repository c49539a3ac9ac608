import type { Look } from '../look.ts';
import { type Evidence, RIVALS, type Rival } from '../rules/rule.ts';
import { driverRole, isWindows } from '../views/driver-role.ts';
import { isGuest } from '../views/guest-machine.ts';
import { mereBystanders } from '../views/mere-bystanders.ts';
import { isDeliberate, isInterrupt, occasion } from '../views/occasion.ts';
import { stopCodeOf } from '../views/stop-code-of.ts';
import type { Judged } from './judged.ts';
import type { Excluded, Remaining, Suspect } from './verdict.ts';
import { restOf } from './weigh.ts';

/** Smaller parts are no explanation that anybody would look into. */
const WORTH_TELLING = 0.02;
/** Where nobody is named everything is open: what is less likely than this is one of many. */
const WORTH_TELLING_OPEN = 0.05;

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

/** The explanations left beside the verdict, likeliest first; for `unknown` all that nothing rules out. */
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
  const beside = others.map((suspect) => asRemaining(suspect, judged, 1 - judged.verdict.probability));
  return told([...rest, ...beside].filter(({ rival }) => !out.has(rival)));
}

/** A suspect beside the verdict can at most account for what the verdict does not. */
function asRemaining({ driver, score }: Suspect, look: Look, most: number): Remaining {
  return { ...explanationOf(driver, look), share: Math.min(score, most) };
}

/** An image of Windows is Windows itself, and keeps its name. */
function explanationOf(suspect: string, look: Look): Pick<Remaining, 'rival' | 'suspect'> {
  if (suspect === 'hardware') {
    return { rival: 'hardware', suspect: null };
  }
  if (suspect === 'os') {
    return { rival: 'windows', suspect: null };
  }
  const role = driverRole(suspect, look);
  return { rival: role && isWindows(role) ? 'windows' : 'driver', suspect };
}

function told(all: readonly Remaining[], least = WORTH_TELLING): Remaining[] {
  const best = new Map<string, Remaining>();
  for (const one of all) {
    const key = one.suspect ?? one.rival;
    if ((best.get(key)?.share ?? 0) < one.share) {
      best.set(key, one);
    }
  }
  return [...best.values()]
    .filter(({ share }) => share >= least)
    .map((one) => ({ ...one, share: Math.round(one.share * 1000) / 1000 }))
    .sort((a, b) => b.share - a.share || RIVALS.indexOf(a.rival) - RIVALS.indexOf(b.rival));
}

/**
 * Everything that may have been it, where nobody is named. A lead makes its explanation likelier than it is anyway. A driver
 * that is a lead takes half of what speaks for drivers in general: another one may still have been it.
 */
function open(judged: Judged, out: ReadonlySet<Rival>): Remaining[] {
  const shares = likely(judged);
  const all = judged.suspects
    .map((suspect) => ({ ...explanationOf(suspect.driver, judged), score: suspect.score }))
    .filter(({ score }) => score > 0);
  const drivers = Math.min(all.filter(({ rival }) => rival === 'driver').length, MOST_NAMED);
  // Further ones are among the other drivers.
  const leads = RIVALS.flatMap((rival) => all.filter((lead) => lead.rival === rival).slice(0, MOST_NAMED));
  const ofDrivers = shares.driver * HALF;
  const named = leads.map(({ rival, suspect, score }): Remaining => {
    const anyway = rival === 'driver' ? ofDrivers / drivers : shares[rival];
    return { rival, suspect, share: 1 - (1 - anyway) * (1 - score) };
  });
  const general = RIVALS.filter((rival) => rival === 'driver' || !named.some((lead) => lead.rival === rival)).map(
    (rival): Remaining => ({
      rival,
      suspect: null,
      share: rival === 'driver' && drivers > 0 ? ofDrivers : shares[rival],
    }),
  );
  return told(
    [...named, ...general].filter(({ rival }) => !out.has(rival)),
    WORTH_TELLING_OPEN,
  );
}

const HALF = 0.5;
/** More names of one kind are a list of all that is there. */
const MOST_NAMED = 2;

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
  // A processor hangs by itself, or code keeps its interrupts off.
  const isBusy = knowledge.has(code, 'processor-watchdog');
  return {
    driver: isHardware && !isBusy ? 0.1 : 0.35,
    forwarder: mereBystanders(judged).size > 0 ? 0.15 : 0.02,
    corruptor: isMemory ? 0.3 : 0.03,
    hardware: isHardware ? 0.6 : row?.leaning === 'either' ? 0.25 : 0.1,
    windows: isHardware ? 0.05 : 0.15,
    platform: isHardware && isGuest(facts) ? 0.5 : 0.02,
    program: knowledge.has(code, 'process-ended') ? 0.5 : 0.01,
    deliberate: isDeliberate(judged) ? 0.9 : isInterrupt(judged) ? 0.5 : 0.01,
  };
}
