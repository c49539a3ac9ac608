/**
 * Link times. The stamp of a PE image is seconds since 1970 in UTC, while the text beside it is in the time zone of
 * the debugger (Microsoft, "PE Format", TimeDateStamp): so only the stamp is read, and the text only checks it.
 */

const STAMP = /\((?:0x)?(?<digits>[0-9a-f]{8})\)/i;
const YEAR = /\b(?<year>19[89]\d|20\d\d)\b/;

/**
 * Reads `Tue Jun 23 11:10:42 2020 (5EF172B2)`.
 * @returns ISO 8601 in UTC, null for a missing stamp, a hash in its place (reproducible builds) or an invalid one
 */
export function readLinkTime(text: string): string | null {
  if (/invalid|unavailable|reproducible|not a timestamp/i.test(text)) {
    return null;
  }
  const digits = STAMP.exec(text)?.groups?.digits;
  if (digits === undefined || /^(?:0{8}|f{8})$/i.test(digits)) {
    return null;
  }
  const time = new Date(Number.parseInt(digits, 16) * 1000);
  return agreesWithText(time, text) ? toIso(time) : null;
}

/** The printed year is that of the stamp, give or take a new year's eve in another time zone. */
function agreesWithText(time: Date, text: string): boolean {
  const year = YEAR.exec(text.replace(STAMP, ''))?.groups?.year;
  return year === undefined || Math.abs(Number(year) - time.getUTCFullYear()) <= 1;
}

const US_DATE =
  /^(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>\d{4}) +(?<hour>\d{1,2}):(?<minute>\d{2}):(?<second>\d{2})$/;

/** Reads `06/23/2020 03:10:42` as the MEX extension prints it: month first, UTC. */
export function readUsDate(text: string): string | null {
  const found = US_DATE.exec(text.trim())?.groups;
  if (found === undefined) {
    return null;
  }
  const [year, month, day] = [Number(found.year), Number(found.month), Number(found.day)];
  const [hour, minute, second] = [Number(found.hour), Number(found.minute), Number(found.second)];
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 59) {
    return null;
  }
  return toIso(new Date(Date.UTC(year, month - 1, day, hour, minute, second)));
}

/** ISO 8601 to the second, `2020-06-23T03:10:42Z`. */
function toIso(time: Date): string {
  return time.toISOString().replace('.000Z', 'Z');
}
