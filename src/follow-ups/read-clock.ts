/** A time of day that a text names, and the text without it. `time` is null where the clock has no such time. */
export interface ClockRead {
  readonly said: string;
  readonly time: string | null;
  readonly rest: string;
}

const WITH_MINUTES = /(?<![\d:+-])(?<hour>\d{1,2})[:.](?<minute>\d{2})(?: ?(?<half>[ap])\.?m\.?)?(?![\d:.A-Za-z])/i;
const TWELVE_HOURS = /(?<![\d:+-])(?<hour>\d{1,2}) ?(?<half>[ap])\.?m\.?(?![A-Za-z])/i;
const CHINESE =
  /(?<part>凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上)? ?(?<hour>\d{1,2}) ?(?::(?<minutes>\d{2})|[点點时](?:钟|整|(?<half>半)|(?<spoken>\d{1,2}) ?分?)?)/u;
const BARE = /^(?:at )?(?<hour>\d{1,2})(?<minute>\d{2})?(?=\s|$)/i;

/**
 * Finds `09:00`, `9.30`, `9am`, `5:30 pm`, `9点`, `下午5点半`, and at the beginning `9` or `0900`. Null where the text names
 * no time of day. Expects full-width characters to be half-width already.
 */
export function readClock(said: string): ClockRead | null {
  const text = withDigits(said);
  return chinese(text) ?? withMinutes(text) ?? twelveHours(text) ?? bare(text);
}

const HOURS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
const HOUR =
  /(?<![\p{Script=Han}&&[一二三四五六七八九十]])(?<hour>十[一二]|[一二两三四五六七八九十])(?=[点點](?!儿|一下))/gv;

/** `八点半` as `8点半`. */
function withDigits(text: string): string {
  return text.replace(HOUR, (hour) => String(hour === '两' ? 2 : HOURS.indexOf(hour)));
}

function withMinutes(text: string): ClockRead | null {
  const found = WITH_MINUTES.exec(text);
  if (!found) {
    return null;
  }
  const { hour = '', minute = '', half } = found.groups ?? {};
  return read(text, found[0], half ? fromHalf(hour, half) : Number(hour), Number(minute));
}

function twelveHours(text: string): ClockRead | null {
  const found = TWELVE_HOURS.exec(text);
  if (!found) {
    return null;
  }
  const { hour = '', half = '' } = found.groups ?? {};
  return read(text, found[0], fromHalf(hour, half), 0);
}

/** `9:00` without a Chinese word before it is read as everywhere. */
function chinese(text: string): ClockRead | null {
  const found = CHINESE.exec(text);
  const { part, hour = '', minutes, half, spoken } = found?.groups ?? {};
  if (!found || (part === undefined && minutes !== undefined)) {
    return null;
  }
  const minute = half ? 30 : Number(minutes ?? spoken ?? 0);
  return read(text, found[0], fromPart(Number(hour), part), minute);
}

function bare(text: string): ClockRead | null {
  const found = BARE.exec(text);
  if (!found) {
    return null;
  }
  const { hour = '', minute = '0' } = found.groups ?? {};
  return read(text, found[0], Number(hour), Number(minute));
}

/** NaN where the twelve-hour clock has no such hour. */
function fromHalf(hour: string, half: string): number {
  const number = Number(hour);
  if (number < 1 || number > 12) {
    return Number.NaN;
  }
  return (number % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}

function fromPart(hour: number, part: string | undefined): number {
  if (part === undefined || hour > 12) {
    return hour;
  }
  if (part === '中午') {
    return hour < 10 ? hour + 12 : hour;
  }
  if (/下午|傍晚|晚上/.test(part)) {
    return hour === 12 ? (part === '晚上' ? 0 : 12) : hour + 12;
  }
  return hour === 12 && part !== '上午' ? 0 : hour;
}

function read(text: string, said: string, hour: number, minute: number): ClockRead {
  const rest = text.replace(said, ' ').trim();
  const isTime = hour >= 0 && hour <= 23 && minute <= 59;
  const time = isTime ? `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` : null;
  return { said: said.trim(), time, rest };
}
