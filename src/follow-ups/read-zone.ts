import { Temporal } from 'temporal-polyfill';

const CHINESE: Readonly<Record<string, string>> = {
  北京时间: 'Asia/Shanghai',
  北京: 'Asia/Shanghai',
  上海: 'Asia/Shanghai',
  香港: 'Asia/Hong_Kong',
  台北: 'Asia/Taipei',
};

/** Names of the IANA list only: an offset such as `+08:00` knows no summer time, and `EST` is not what people mean. */
const NAME = /^(?:UTC|GMT|[A-Za-z_]{2,30}(?:\/[A-Za-z0-9_+-]{1,30}){1,2})$/i;

/** The zone's name as the IANA list writes it, null where the list has none of this name. */
export function readZone(word: string): string | null {
  const chinese = Object.hasOwn(CHINESE, word) ? CHINESE[word] : undefined;
  if (chinese) return chinese;
  if (!NAME.test(word)) return null;
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(word).timeZoneId;
  } catch {
    return null;
  }
}
