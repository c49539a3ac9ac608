import { readClock } from '#src/follow-ups/read-clock.ts';
import { WORKING_WEEK } from '#src/follow-ups/read-days.ts';
import { readSetting } from '#src/follow-ups/read-setting.ts';
import { type Said, withoutEnd } from './courtesy.ts';
import { anyOf, CARRIERS, isMadeOf } from './made-of.ts';

/** What one asks about the daily follow-ups. `said` is what follows the word, as it was typed. */
export type FollowUpCommand =
  | { readonly kind: 'show' }
  | { readonly kind: 'off' }
  | { readonly kind: 'set'; readonly said: string };

const EN = '(?:follow[- ]?ups|daily follow[- ]?ups?|daily reminder, reminder(?= settings?)s?|(?:daily )?digests?)';
const ZH = '(?:(?:每日|每天)?(?:跟进提醒|跟进)|每日提醒)';
const SHOW = new RegExp(
  `^(?:(?:show|查看|显示)(?: the)? ?)?(?:${EN}(?: settings?)?|(?:the |your |my )?(?:(?:follow[- ]?up|reminder) )?(?:settings?(?: form)?|preferences)|(?:打开)?设置(?:表单|页面?|界面)?|${ZH}(?:的?设置)?)$`,
  'i',
);
const OFF = new RegExp(
  `^(?:(?:turn|switch) off|stop|disable|cancel|no more)(?: the| all)? (?:${EN}|reminders)$` +
    `|^(?:以后|今后)?(?:不用|不要|别|不需要)再?(?:发)?(?:提醒|跟进提醒)(?:我)?了?$` +
    `|^(?:(?:turn|switch) )?${EN}[ :：]{1,3}(?:off|stop|none)$` +
    `|^(?:关闭|停止|取消|关掉|停掉|停用) ?(?:所有|全部)?的?(?:${ZH}|提醒)$|^[把将]?${ZH}[ :：]{0,3}(?:关闭|停止|取消|关掉|停用|关)$`,
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

/** `every day at 9am`: how often and when, and nothing besides: only the reminders come daily. */
const DAILY =
  /^(?:at .{1,20} )?(?:every|each) (?:working |week)?(?:day|morning)s?(?![a-z])|^daily(?![a-z])|^(?:每天|每日|每个工作日)/iu;

/** The daily reminders by any of their names; one reminder alone is that of a case. */
const THEM = anyOf(
  [
    '(?:daily |morning )?digests?(?: time)?, (?:daily )?follow[- ]?ups, (?:daily )?reminders',
    'remind (?:us|me|the team) (?:daily|every day|each day|every morning|each morning)',
    'daily reminder, nagging, nudges, notifications',
  ],
  ['跟进提醒, 每日提醒, 每天提醒, 提醒, 日报, 摘要, 推送'],
);
const ENDING = anyOf(
  [
    'enough(?: with| of)?, get rid of, drop, kill, remove, unsubscribe, stop, turn off, switch off, off',
    "disable, no more, cancel, mute, quit, don't, do not, no",
  ],
  ['别, 不要, 不用, 不需要, 不想要, 停止, 停掉, 停, 关闭, 关掉, 关, 取消'],
);
const BESIDE_ENDING = anyOf(
  [
    'every, each, turn, switch, completely, day, morning, daily, all, any, send, sending, get, with, more, from, here, these, those',
  ],
  ['每天, 每日, 每个, 早上, 再, 发, 发送, 以后, 今后, 都, 掉, 这些, 跟进, 总是, 老'],
);
/** `别每天提醒了` ends them, `别提醒` may mean a case. */
const IS_DAILY =
  /digest|follow[- ]?ups|reminders|daily|every|each|notifications|每天|每日|日报|摘要|都|全部|所有|以后|今后|跟进提醒|推送/iu;
const ASKING_WHEN = anyOf(
  ['when, what time, at what time, which time, settings?, how often'],
  ['几点, 什么时候, 什么时间, 何时, 设置, 时间'],
);
const BESIDE_WHEN = anyOf(
  ["is, are, do, does, the, sent, posted, come, comes, get, set, what, what's, current, show, i, today", 'due'],
  ['是, 在, 发, 发送, 每天, 现在, 目前, 的, 会, 看看, 看, 什么, 设, 多少, 呢, [?？]'],
);
const SETTING = anyOf(
  [
    'change, move, set, make, send, post, run, shift, get, put, me, us, the, to(?= \\d| at), time, please, should be',
    'should come, we, i, want, need, would like, like, have, get, by, for, daily at',
  ],
  [
    '改到, 改成, 改为, 调到, 调成, 设为, 设到, 设成, 设在, 设置, 挪到, 换到, 时间, 发送, 发, 请, 给我们, 给我, 把, 将, 从',
  ],
);

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
  return said === null ? readAnyOrder(text) : { kind: 'set', said: said.trim() };
}

function readAnyOrder(text: string): FollowUpCommand | null {
  const around = text.replace(THEM, ' ');
  if (around === text) {
    return DAILY.test(text) && isTimed(text) ? { kind: 'set', said: text } : null;
  }
  if (isMadeOf(text, THEM, ASKING_WHEN, BESIDE_WHEN) && isMadeOf(text, ASKING_WHEN, THEM, BESIDE_WHEN)) {
    return { kind: 'show' };
  }
  if (IS_DAILY.test(text) && isMadeOf(around, ENDING, BESIDE_ENDING, ...CARRIERS)) {
    return { kind: 'off' };
  }
  const said = around
    .replace(SETTING, ' ')
    .replace(/[,，]/gu, ' ')
    .replace(/\s{2,20}/gu, ' ')
    .trim();
  return isTimed(said) ? { kind: 'set', said } : null;
}

function isTimed(said: string): boolean {
  return readClock(said.normalize('NFKC')) !== null && readSetting(said, ANY).kind === 'setting';
}

/** What was found, if it says a time of day and nothing else than a setting. */
function timed(found: RegExpExecArray | null): string | null {
  const { chinese, english } = found?.groups ?? {};
  const said = chinese ?? english ?? '';
  return isTimed(said) ? said : null;
}
