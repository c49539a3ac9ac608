import { Temporal } from 'temporal-polyfill';

/** `2026-11-23 10:00 UTC+8`: people of one conversation may sit in several zones, so the offset stands beside it. */
export function localTime(instant: string, zone: string): string {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  return `${local.toPlainDate()} ${time} ${offsetName(local.offset)}`;
}

/** `+08:00` as `UTC+8`, `+05:45` as `UTC+5:45`. */
function offsetName(offset: string): string {
  const {
    sign = '+',
    hours = '00',
    minutes = '00',
  } = /^(?<sign>[+-])(?<hours>\d{2}):(?<minutes>\d{2})/.exec(offset)?.groups ?? {};
  if (hours === '00' && minutes === '00') {
    return 'UTC';
  }
  return `UTC${sign}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`;
}
