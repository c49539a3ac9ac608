import { readClock } from '#src/follow-ups/read-clock.ts';
import { WORKING_WEEK } from '#src/follow-ups/read-days.ts';
import { readSetting } from '#src/follow-ups/read-setting.ts';
import { type Said, withoutEnd } from './courtesy.ts';

/** What one asks about the daily follow-ups. `said` is what follows the word, as it was typed. */
export type FollowUpCommand =
  | { readonly kind: 'show' }
  | { readonly kind: 'off' }
  | { readonly kind: 'set'; readonly said: string };

const EN = '(?:follow[- ]?ups|daily follow[- ]?ups?|daily reminders?|(?:daily )?digests?)';
const ZH = '(?:(?:每日|每天)?(?:跟进提醒|跟进)|每日提醒)';
const SHOW = new RegExp(`^(?:(?:show|查看|显示)(?: the)? ?)?(?:${EN}(?: settings?)?|${ZH}(?:设置)?)$`, 'i');
const OFF = new RegExp(
  `^(?:(?:turn|switch) off|stop|disable|cancel|no more)(?: the| all)? (?:${EN}|reminders)$` +
    `|^(?:以后|今后)?(?:不用|不要|别|不需要)再?(?:发)?(?:提醒|跟进提醒)(?:我)?了?$` +
    `|^(?:(?:turn|switch) )?${EN}[ :：]{1,3}(?:off|stop|none)$` +
    `|^(?:关闭|停止|取消|关掉|停用) ?${ZH}$|^[把将]?${ZH}[ :：]{0,3}(?:关闭|停止|取消|关掉|停用|关)$`,
  'i',
);
const ON = new RegExp(
  `^(?:turn on|switch on|enable|start) ${EN}$|^${EN} on$|^(?:开启|打开|启用) ?${ZH}$|^${ZH} ?(?:开启|打开|开)$`,
  'i',
);
const SET = new RegExp(
  `^(?:(?:set|turn on|enable|start|(?:send|post)(?: me| us)?(?: the)?|设置|开启|打开|启用|设为) ?)?(?:${EN}|${ZH})[ :：]{1,3}(?<said>.{1,200})$`,
  'i',
);
/** Without a space after the word, or with it in the singular, only a time of day tells that the setting is meant. */
const SET_IF_TIMED = new RegExp(
  `^(?:(?:开启|设置|打开|启用) ?)?${ZH}(?<chinese>.{1,100})$|^follow[- ]?up (?<english>(?:at|every|daily) .{1,100})$`,
  'i',
);
const TIME_FIRST = /^(?<chinese>.{1,60}?)(?:发送|发|进行|给我)?(?:跟进提醒|提醒我?跟进|跟进|提醒我?)$/;

/** What "on" means where nothing was set before. */
export const USUAL_TIME = '09:00';
const ANY = { time: null, zone: 'UTC', days: WORKING_WEEK, holidays: null };

/** Reads what was said as a command about the daily follow-ups of its conversation; null where it is none. */
export function readFollowUpCommand({ plain }: Said): FollowUpCommand | null {
  const text = withoutEnd(plain);
  if (text.length > 250 || text.includes('\n')) {
    return null;
  }
  if (SHOW.test(text)) {
    return { kind: 'show' };
  }
  if (OFF.test(text)) {
    return { kind: 'off' };
  }
  if (ON.test(text)) {
    return { kind: 'set', said: '' };
  }
  const { said: typed = null } = SET.exec(text)?.groups ?? {};
  const said = typed ?? timed(SET_IF_TIMED.exec(text)) ?? timed(TIME_FIRST.exec(text));
  return said === null ? null : { kind: 'set', said: said.trim() };
}

/** What was found, if it says a time of day and nothing else than a setting. */
function timed(found: RegExpExecArray | null): string | null {
  const { chinese, english } = found?.groups ?? {};
  const said = chinese ?? english ?? '';
  if (!readClock(said.normalize('NFKC'))) {
    return null;
  }
  return readSetting(said, ANY).kind === 'setting' ? said : null;
}
