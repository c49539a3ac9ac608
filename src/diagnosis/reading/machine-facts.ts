import type { SystemFact } from '../facts.ts';
import { shownBuild } from '../knowledge/build-numbers.ts';

/** Enablement packages and service packs give one kernel several build numbers, near each other. */
const ONE_KERNEL = 100;
const SESSION_TIME =
  /^\w{3} (?<month>\w{3}) {1,2}(?<day>\d{1,2}) (?<hour>\d{1,2}):(?<minute>\d{2}):(?<second>\d{2})(?:\.\d{1,6})? (?<year>\d{4}) \((?:UTC|GMT) ?(?<zone>[+-] ?\d{1,2}:\d{2})\)/i;
const MINIDUMP = /[^\\/]{1,60}-\d{1,8}-\d{2}\.dmp$/i;
/** What Windows called it, whatever somebody put before the name; Windows XP counted the dumps of a day. */
const OWN_NAME = /(?:\d{6}-\d{1,8}|mini\d{6})-\d{2}\.dmp$/i;
/** As a viewer of minidumps prints it: in the form and the zone of the machine that it runs on. */
const VIEWED_TIME = /^\d/;

/**
 * True where two outputs name different machines, different times of the stop, or kernels of different Windows. A session
 * time is that of the stop, in the zone of whoever opened the dump.
 */
export function areOtherMachines(a: readonly SystemFact[], b: readonly SystemFact[]): boolean {
  const differ = (name: SystemFact['name'], read: (value: string) => string | null) => {
    const [mine, other] = [printed(a, name, read), printed(b, name, read)];
    return mine !== null && other !== null && mine !== other;
  };
  return (
    differ('computer', plain) ||
    differ('uptime', plain) ||
    differ('crash-time', sessionTime) ||
    areOtherViewedTimes(printed(a, 'crash-time', viewedTime), printed(b, 'crash-time', viewedTime)) ||
    differ('product', plain) ||
    differ('dump-file', ownName) ||
    areOtherKernels(a, b)
  );
}

/** Whether both name the same minidump or the same time of the stop, to the second: with one stop code that is one dump. */
export function areSameDump(a: readonly SystemFact[], b: readonly SystemFact[]): boolean {
  const agree = (name: SystemFact['name'], read: (value: string) => string | null) => {
    const mine = printed(a, name, read);
    return mine !== null && mine === printed(b, name, read);
  };
  return agree('dump-file', ownName) || agree('crash-time', sessionTime) || agree('crash-time', viewedTime);
}

function printed(
  systems: readonly SystemFact[],
  wanted: SystemFact['name'],
  read: (value: string) => string | null,
): string | null {
  for (const { name, value } of systems) {
    const known = name === wanted ? read(value) : null;
    if (known !== null) {
      return known;
    }
  }
  return null;
}

function plain(value: string): string {
  return value.trim().toLowerCase();
}

/** A minidump is named after its day and the uptime, a full dump always the same. */
function minidump(value: string): string | null {
  return MINIDUMP.exec(value)?.[0].toLowerCase() ?? null;
}

function ownName(value: string): string | null {
  return OWN_NAME.exec(value)?.[0].toLowerCase() ?? minidump(value);
}

function viewedTime(value: string): string | null {
  return VIEWED_TIME.test(value) ? plain(value) : null;
}

/** Two forms may be two spellings of one time: only times of one form are two. */
function areOtherViewedTimes(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a !== b && formOf(a) === formOf(b);
}

function formOf(time: string): string {
  return time.replace(/\d{1,6}/g, '0');
}

/** The name of the minidump that was opened; null for a full dump, which is always called the same. */
export function minidumpOf(systems: readonly SystemFact[]): string | null {
  return printed(systems, 'dump-file', minidump);
}

/** In UTC, to the second; null for other forms, whose zone is unknown. */
function sessionTime(value: string): string | null {
  const { month, day, hour, minute, second, year, zone } = SESSION_TIME.exec(value)?.groups ?? {};
  if (zone === undefined) {
    return null;
  }
  const time = Date.parse(
    `${day} ${month} ${year} ${hour}:${minute}:${second} ${zone
      .replace(' ', '')
      .replace(':', '')
      .replace(/^(?<sign>[+-])(?<digits>\d{3})$/, '$<sign>0$<digits>')}`,
  );
  return Number.isNaN(time) ? null : String(time);
}

function areOtherKernels(a: readonly SystemFact[], b: readonly SystemFact[]): boolean {
  const [mine, other] = [shownBuild(a), shownBuild(b)];
  return mine !== null && other !== null && Math.abs(mine - other) > ONE_KERNEL;
}
