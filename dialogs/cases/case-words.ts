import type { Case } from '#src/cases/case.ts';
import type { CaseEvent, Change } from '#src/cases/case-event.ts';
import type { MailKind } from '#src/cases/press.ts';
import { eventText, STATUS, whatText } from '#src/cases/timeline.ts';
import { localTime } from '#src/follow-ups/local-time.ts';
import type { Text } from '#src/language/text.ts';
import { dayText } from '#src/language/weekday.ts';

/** What the bot says about cases and follow-ups, in both languages. */

export const NEEDS_TITLE: Text = {
  en: "A case needs a title, and the customer's number may be part of it. For example: case new Freeze while copying CAS-02698-C5V4N5",
  zh: '请提供标题，标题中可以包含客户编号。例如：新建案例 复制时死机 CAS-02698-C5V4N5',
};

export const REST_UNREAD: Text = {
  en: 'What stood below it was not read: send it again under a title.',
  zh: '其下的内容未读取：请写上标题后重新发送。',
};

export const NOTE_CUT: Text = {
  en: 'What stands below the title is no debugger output. Its first 4000 characters are kept as a note; send the rest in further notes.',
  zh: '标题下方的内容不是调试器输出，其前 4000 个字符已存为备注；其余部分请另作备注发送。',
};

export const NEEDS_NUMBER: Text = {
  en: 'Which case? Put its number there, for example: case 3 archive. "cases" lists them.',
  zh: '哪个案例？请写明编号，例如：案例 3 归档。发送“案例列表”可查看。',
};

export function needsOutcome({ number }: Case): Text {
  return {
    en: `How did it end? For example: case ${number} close with driver removed, no crash since.`,
    zh: `请说明结果，例如：案例 ${number} 关闭 已卸载驱动，未再崩溃。`,
  };
}

/** Digests come on working days: a day off is moved, and who chose it is told. */
export function movedTo(date: string): Text {
  const day = dayText(date);
  return {
    en: `That is a day off here: you will be reminded on ${day.en}.`,
    zh: `当天不是工作日，将于 ${day.zh}提醒。`,
  };
}

/** One digest a day, at its hour: who wants to be reminded on a day that has had it is told. */
export function hourIsOver(date: string): Text {
  const day = dayText(date);
  return {
    en: `The hour of that day's digest is over: you will be reminded on ${day.en}.`,
    zh: `当天的跟进提醒时间已过，将于 ${day.zh}提醒。`,
  };
}

export const NOBODY_REMINDS: Text = {
  en: 'Follow-ups are off in this conversation: no reminder comes until somebody turns them on with follow-ups at 09:00',
  zh: '本会话尚未开启跟进提醒，开启之前不会收到提醒。开启方法：跟进提醒 09:00',
};

export const FURTHER_PART: Text = {
  en: 'Read as the next part of what you pasted just before; the lines are counted through both.',
  zh: '已作为您刚才粘贴内容的后续部分一并读取，行号连续计算。',
};

export const NO_COMMAND: Text = {
  en: 'I did not understand this as a command. This is what I can do:',
  zh: '没有识别出命令。可用的命令如下：',
};

export const EDITED: Text = {
  en: 'This message was edited. A command is carried out once: send it again as a new message.',
  zh: '这条消息被编辑过。命令只执行一次，请作为新消息重新发送。',
};

export const NO_PASTES: Text = {
  en: 'This case has no raw pastes: none were added, or they have been deleted.',
  zh: '该案例没有原始粘贴内容：尚未添加，或已删除。',
};

export function noSuchDump(id: string, ids: readonly string[]): Text {
  return {
    en: `There is no dump ${id} in this case: its card numbers them, ${ids.join(', ') || 'none so far'}.`,
    zh: `该案例中没有转储 ${id}：卡片上有编号，${ids.join('、') || '目前没有转储'}。`,
  };
}

export function takenOutAlready(id: string): Text {
  return { en: `${id} has been taken out of this case already.`, zh: `${id} 已从该案例中移除。` };
}

export const PASTE_GONE: Text = {
  en: 'I no longer have this paste. Send it again with the number of the case.',
  zh: '该粘贴内容已不再保留。请连同案例编号重新发送。',
};

export const DIGESTS_OFF: Text = {
  en: 'No more follow-ups here. To have them again: follow-ups at 09:00',
  zh: '此处已关闭跟进提醒。重新开启：跟进提醒 09:00',
};

export const NO_DIGESTS: Text = {
  en: 'No follow-ups are set here. For example: follow-ups at 09:00 Asia/Shanghai Mon-Fri holidays CN',
  zh: '此处尚未设置跟进提醒。例如：跟进提醒 09:00 Asia/Shanghai 周一至周五 节假日 CN',
};

export const NEEDS_TIME: Text = {
  en: 'At what time? For example: follow-ups at 09:00 Asia/Shanghai Mon-Fri holidays CN',
  zh: '几点？例如：跟进提醒 09:00 Asia/Shanghai 周一至周五 节假日 CN',
};

export const FILES_IN_PERSONAL_CHAT: Text = {
  en: 'Teams lets me offer files in personal chats only. Without "file" I send it as text.',
  zh: 'Teams 只允许我在个人聊天中提供文件。去掉“文件”即可以文本形式发送。',
};

export function fileOffer(number: number, mail: MailKind): Text {
  return mail === 'record'
    ? { en: `Record of case ${number} as a Markdown file`, zh: `案例 ${number} 的完整记录（Markdown 文件）` }
    : { en: `Mail of case ${number} as a Markdown file`, zh: `案例 ${number} 的邮件（Markdown 文件）` };
}

export function noSuchCase(ref: string): Text {
  return {
    en: `There is no case ${ref} in this conversation. "cases all" lists them.`,
    zh: `本会话中没有案例 ${ref}。发送“全部案例”查看列表。`,
  };
}

export function opened({ number }: Case): Text {
  return {
    en: `Case ${number} is open. Paste dumps with "case ${number}" in the first line, or in this thread of a channel.`,
    zh: `已创建案例 ${number}。粘贴转储输出时，首行写“案例 ${number}”；在频道中也可直接发到本主题下。`,
  };
}

export function sameTitle(other: number, number: number): Text {
  return {
    en: `Case ${other} is open under the same title. If this one was opened by mistake: forget case ${number}`,
    zh: `案例 ${other} 标题相同且尚未关闭。如系误建：忘记案例 ${number}`,
  };
}

/** Something new came to a case that nobody is reminded of. */
export function restsStill({ number, status }: Case): Text {
  const state = STATUS[status];
  return {
    en: `The case is ${state.en}: nobody is reminded of it. To work on it again: case ${number} reopen`,
    zh: `该案例${state.zh}，不会提醒跟进。如需继续处理：案例 ${number} 重新打开`,
  };
}

export function forgotten(number: number): Text {
  return { en: `Case ${number} and its pastes are deleted.`, zh: `案例 ${number} 及其粘贴内容已删除。` };
}

/** Somebody was faster: what they did, and that nothing was overwritten. */
export function changedMeanwhile(event: CaseEvent, zone: string): Text {
  const [did, when] = [eventText(event), localTime(event.at, zone)];
  return {
    en: `Not done: the case has changed meanwhile (${when} ${did.en}). This is how it is now; do it again if you still want it.`,
    zh: `未执行：案例在此期间已被修改（${when} ${did.zh}）。当前状态如下；如仍需要，请再操作一次。`,
  };
}

export function alreadySo(): Text {
  return { en: 'It is so already.', zh: '已是该状态，无需修改。' };
}

/** What was just done, with what it was before where that helps. */
export function done(before: Case, what: Change): Text {
  if (what.kind === 'noted') {
    return { en: `Noted: ${what.text}`, zh: `已记录：${what.text}` };
  }
  const stands = standsNow(before, what);
  if (stands) {
    return stands;
  }
  const last = whatText(what);
  const was = previous(before, what);
  // What was typed may end with a full stop of its own.
  const [en, zh] = [last.en, last.zh].map((text) => text.replace(/[.。]$/, ''));
  if (was === null) {
    return { en: `Done: ${en}.`, zh: `已完成：${zh}。` };
  }
  return { en: `Done: ${en} (was ${was.en}).`, zh: `已完成：${zh}（原为${was.zh}）。` };
}

/** In Chinese one says how a case stands, and does not count the doing. */
function standsNow({ number }: Case, what: Change): Text | null {
  const state = STANDS[what.kind];
  const did = whatText(what).en.replace(/[.。]$/, '');
  return state === undefined ? null : { en: `Done: ${did}.`, zh: `案例 ${number} ${state}${outcomeOf(what)}。` };
}

const STANDS: Partial<Readonly<Record<Change['kind'], string>>> = {
  archived: '已归档',
  reopened: '已重新打开',
  closed: '已关闭',
};

function outcomeOf(what: Change): string {
  return what.kind === 'closed' ? `，结果：${what.outcome.replace(/[.。]$/, '')}` : '';
}

function previous(before: Case, { kind }: Change): Text | null {
  if (kind === 'titled') {
    return { en: `"${before.title}"`, zh: `“${before.title}”` };
  }
  const value = { 'severity-set': before.severity, 'owner-set': before.owner, numbered: before.customerNumber };
  const was = kind === 'severity-set' || kind === 'owner-set' || kind === 'numbered' ? value[kind] : null;
  return was === null ? null : { en: was, zh: ` ${was}` };
}

export function noDay(phrase: string): Text {
  return {
    en: `"${phrase}" is no day to come that I know. Like this: today, in 3 days, 2026-12-01, next Monday.`,
    zh: `“${phrase}”不是可识别的未来日期。示例：今天、3天后、2026-12-01、下周一。`,
  };
}

export function unknownWish(number: number): Text {
  return { en: `I did not understand what to do with case ${number}.`, zh: `没有理解要对案例 ${number} 执行的操作。` };
}
