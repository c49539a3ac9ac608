import type { Text } from '../language/text.ts';
import { dayText } from '../language/weekday.ts';
import { culpritName } from '../reply/words.ts';
import type { Case } from './case.ts';
import type { CaseEvent, WaitingFor } from './case-event.ts';
import type { DumpSummary } from './dump-summary.ts';

export const WAITING_FOR: Readonly<Record<WaitingFor, Text>> = {
  customer: { en: 'the customer', zh: '客户' },
  vendor: { en: 'the vendor', zh: '厂商' },
  us: { en: 'us', zh: '我们' },
};

export const STATUS: Readonly<Record<Case['status'], Text>> = {
  open: { en: 'open', zh: '打开' },
  archived: { en: 'archived', zh: '已归档' },
  closed: { en: 'closed', zh: '已关闭' },
};

/** Whoever the channel does not name. */
export const SOMEONE: Text = { en: 'someone', zh: '某人' };

/** One event as a sentence, without its time. */
export function eventText({ what, by }: CaseEvent): Text {
  return bySomebody(by.name, whatText(what));
}

function bySomebody(name: string, said: Text): Text {
  return { en: `${name || SOMEONE.en}: ${said.en}`, zh: `${name || SOMEONE.zh}：${said.zh}` };
}

/** All events of a case as sentences; of a note that was taken back its text is told no more. */
export function timeline({ events }: Pick<Case, 'events'>): readonly { readonly at: string; readonly text: Text }[] {
  const undone = new Set(events.flatMap(({ what }) => (what.kind === 'undone' ? [what.of] : [])));
  return events.map((event) => {
    const { at, by, version, what } = event;
    const isGone = what.kind === 'noted' && undone.has(version);
    return { at, text: isGone ? bySomebody(by.name, NOTE_TAKEN_BACK) : eventText(event) };
  });
}

const NOTE_TAKEN_BACK: Text = { en: 'note, taken back since', zh: '备注（已撤销）' };

/** What happened, without who did it. */
export function whatText(what: CaseEvent['what']): Text {
  switch (what.kind) {
    case 'created':
      return { en: `opened the case with severity ${what.severity}`, zh: `创建案例，级别 ${what.severity}` };
    case 'titled':
      return { en: `title is now "${what.title}"`, zh: `标题改为“${what.title}”` };
    case 'numbered':
      return { en: `customer's number is ${what.customerNumber}`, zh: `客户编号为 ${what.customerNumber}` };
    case 'severity-set':
      return { en: `severity is now ${what.severity}`, zh: `级别改为 ${what.severity}` };
    case 'owner-set':
      return { en: `owner is now ${what.owner}`, zh: `负责人改为 ${what.owner}` };
    case 'noted':
      return what.withdrawn
        ? { en: 'note deleted with its message', zh: '备注已随消息删除' }
        : { en: what.text, zh: what.text };
    case 'waiting-set':
      return { en: `waiting for ${WAITING_FOR[what.for].en}`, zh: `等待${WAITING_FOR[what.for].zh}` };
    default:
      return progressText(what);
  }
}

type Progress = Exclude<
  CaseEvent['what'],
  { kind: 'created' | 'titled' | 'numbered' | 'severity-set' | 'owner-set' | 'noted' | 'waiting-set' }
>;

function progressText(what: Progress): Text {
  switch (what.kind) {
    case 'still-waiting':
      return { en: 'still waiting, nothing new', zh: '仍在等待，暂无进展' };
    case 'follow-up-set':
      return { en: `next follow-up on ${dayText(what.day).en}`, zh: `下次跟进改为 ${dayText(what.day).zh}` };
    case 'archived':
      return { en: 'archived the case', zh: '已归档案例' };
    case 'reopened':
      return { en: 'reopened the case', zh: '已重新打开案例' };
    case 'closed':
      return { en: `closed: ${what.outcome}`, zh: `已关闭案例：${what.outcome}` };
    case 'dump-added':
      return summaryText({ en: 'added debugger output', zh: '添加调试器输出' }, what.summary);
    case 'dump-removed':
      return summaryText(took(what), what.summary);
    case 'paste-edited':
      return summaryText({ en: 'edited what was pasted', zh: '编辑了粘贴的内容' }, what.summary);
    case 'paste-removed':
      return summaryText(gone(what), what.summary);
    case 'paste-parted':
      return summaryText(PARTED[what.how], what.summary);
    case 'reanalysed':
      return summaryText({ en: 'had all pastes read again', zh: '重新分析全部粘贴内容' }, what.summary);
    case 'undone':
      return { en: `took back: ${what.did.en}`, zh: `撤销：${what.did.zh}` };
    case 'pastes-forgotten':
      return { en: 'raw pastes deleted', zh: '原始粘贴内容已删除' };
  }
}

const PARTED = {
  apart: { en: 'had a paste read as another dump', zh: '将一次粘贴作为另一个转储读取' },
  together: { en: 'had a paste read as one with that before it', zh: '将一次粘贴与前一次合并读取' },
} satisfies Record<string, Text>;

function gone({ dumps }: Extract<Progress, { kind: 'paste-removed' }>): Text {
  const list = dumps.join(', ');
  if (list === '') {
    return { en: 'deleted a paste', zh: '删除了一次粘贴' };
  }
  return { en: `deleted a paste, and ${list} with it`, zh: `删除了一次粘贴，${list} 随之移除` };
}

function took({ id, dump }: Extract<Progress, { kind: 'dump-removed' }>): Text {
  const number = id === undefined ? '' : `${id} `;
  return { en: `took out ${number}${dump.en}`, zh: `移除 ${number}${dump.zh}` };
}

function summaryText(did: Text, { crashes, groups }: DumpSummary): Text {
  const last = groups[0] ?? crashes.at(-1);
  if (!last) {
    return did;
  }
  const name = last.culprit === 'unknown' ? { en: 'cause unknown', zh: '原因未明' } : culpritName(last.culprit);
  return {
    en: `${did.en}; ${crashes.length === 1 ? '1 dump' : `${crashes.length} dumps`} in all, ${name.en}`,
    zh: `${did.zh}；共 ${crashes.length} 个转储，${name.zh}`,
  };
}
