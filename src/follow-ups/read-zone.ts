import { Temporal } from 'temporal-polyfill';

const OTHER_NAMES: Readonly<Record<string, string>> = {
  北京时间: 'Asia/Shanghai',
  北京: 'Asia/Shanghai',
  中国: 'Asia/Shanghai',
  上海: 'Asia/Shanghai',
  香港: 'Asia/Hong_Kong',
  台北: 'Asia/Taipei',
  东京: 'Asia/Tokyo',
  新加坡: 'Asia/Singapore',
  柏林: 'Europe/Berlin',
  伦敦: 'Europe/London',
  纽约: 'America/New_York',
  beijing: 'Asia/Shanghai',
  china: 'Asia/Shanghai',
};

/** Names of the IANA list only: an offset such as `+08:00` knows no summer time, and `EST` is not what people mean. */
const NAME = /^(?:UTC|GMT|[A-Za-z_]{2,30}(?:\/[A-Za-z0-9_+-]{1,30}){1,2})$/i;

/** The zone's name as the IANA list writes it, also for its city alone (`Berlin`); null where the list has neither. */
export function readZone(word: string): string | null {
  const name = word.toLowerCase();
  const other = Object.hasOwn(OTHER_NAMES, name) ? OTHER_NAMES[name] : undefined;
  if (other) {
    return other;
  }
  return NAME.test(word) ? zoneOf(word) : readCity(word);
}

/** The zone under the name that the list has for it; null where it has none. */
export function zoneOf(name: string): string | null {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId;
  } catch {
    return null;
  }
}

const CITY = /^[A-Za-z_]{4,30}$/;
/** The areas of the list, those in two parts after the others. */
const AREAS = [
  ...['Asia', 'Europe', 'America', 'Africa', 'Australia', 'Pacific', 'Atlantic', 'Indian', 'Antarctica', 'Arctic'],
  ...['America/Argentina', 'America/Indiana', 'America/Kentucky', 'America/North_Dakota'],
];

/** Asked of the list itself: what Node enumerates has each zone under one name only, and that may be `Asia/Katmandu`. */
function readCity(word: string): string | null {
  if (!CITY.test(word)) {
    return null;
  }
  for (const area of AREAS) {
    const zone = zoneOf(`${area}/${word}`);
    if (zone) {
      return zone;
    }
  }
  return null;
}
