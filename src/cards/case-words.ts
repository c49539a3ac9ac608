import type { Text } from '../language/text.ts';

/** Words of the case cards and of the digest, in both languages. */
export const CASE_WORDS = {
  case: { en: 'Case', zh: '案例' },
  severity: { en: 'Severity', zh: '级别' },
  status: { en: 'Status', zh: '状态' },
  owner: { en: 'Owner', zh: '负责人' },
  nobody: { en: 'nobody', zh: '无' },
  age: { en: 'Age', zh: '已开案' },
  lastActivity: { en: 'Last activity', zh: '最近活动' },
  waitingFor: { en: 'Waiting for', zh: '等待' },
  nextFollowUp: { en: 'Next follow-up', zh: '下次跟进' },
  remindersOff: { en: ' (follow-ups are off here)', zh: '（此处未开启跟进提醒）' },
  noFollowUp: { en: 'none', zh: '无' },
  dumps: { en: 'Dumps', zh: '转储' },
  noDumps: { en: 'none yet', zh: '尚无' },
  notNamed: { en: 'No cause named yet.', zh: '尚未指明原因。' },
  sharedOnly: { en: 'Alone it names no cause: see the shared one.', zh: '单独不足以指明原因，见共同原因。' },
  outcome: { en: 'Outcome', zh: '结果' },
  timeline: { en: 'Timeline', zh: '时间线' },
  more: { en: 'More', zh: '更多' },
  suspect: { en: 'Suspect', zh: '可疑驱动' },
  edit: { en: 'Edit', zh: '修改' },
  save: { en: 'Save', zh: '保存' },
  note: { en: 'Note', zh: '备注' },
  close: { en: 'Close the case', zh: '关闭案例' },
  stillWaiting: { en: 'Still waiting', zh: '仍在等待' },
  draft: { en: 'Draft the mail', zh: '草拟邮件' },
  report: { en: 'Report', zh: '报告' },
  collect: { en: 'Log request', zh: '日志收集清单' },
  export: { en: 'Export', zh: '导出' },
  readAgain: { en: 'Read again', zh: '重新分析' },
  askForget: { en: 'Delete…', zh: '删除……' },
  title: { en: 'Title', zh: '标题' },
  archive: { en: 'Archive', zh: '归档' },
  reopen: { en: 'Reopen', zh: '重新打开' },
  forget: { en: 'Delete for good', zh: '永久删除' },
  takeOut: { en: 'Take it out', zh: '移除' },
  keep: { en: 'Keep it', zh: '保留' },
  back: { en: 'Back', zh: '返回' },
  help: { en: 'Help', zh: '帮助' },
  settings: { en: 'Follow-up settings', zh: '跟进提醒设置' },
  trySample: { en: 'Try a sample', zh: '试用样例' },
  show: { en: 'Show the case', zh: '显示案例' },
  undo: { en: 'Undo', zh: '撤销' },
  openCases: { en: 'Open cases', zh: '打开的案例' },
  myCases: { en: 'My open cases', zh: '我负责的案例' },
  allCases: { en: 'All cases', zh: '全部案例' },
  found: { en: 'Cases found', zh: '查到的案例' },
  due: { en: 'Due today', zh: '今天到期' },
  noneFound: { en: 'No case here matches that.', zh: '本会话中没有符合条件的案例。' },
  noCases: { en: 'There is none. Open one with: case new <title>', zh: '没有案例。新建：新建案例 <标题>' },
  digest: { en: 'Follow-up for', zh: '今日跟进' },
  last: { en: 'Last', zh: '最近' },
  suggested: { en: 'Next step', zh: '建议' },
  separate: { en: 'Separate dump', zh: '另一个转储' },
  same: { en: 'Same dump', zh: '同一个转储' },
  openWith: { en: 'Open a case', zh: '新建案例' },
  belongsTo: { en: 'Does this belong to a case?', zh: '这属于哪个案例？' },
} satisfies Record<string, Text>;

/** `5 days`, `5 天`. */
export function daysText(days: number): Text {
  return { en: days === 1 ? '1 day' : `${days} days`, zh: `${days} 天` };
}

/** Since when, and how long that is: ` since 2026-11-20 (3 days)`. */
export function sinceText(day: string, days: number): Text {
  return { en: ` since ${day} (${daysText(days).en})`, zh: `（自 ${day} 起，${daysText(days).zh}）` };
}

export function remindIn(days: number): Text {
  return { en: days === 1 ? 'Remind in 1 day' : `Remind in ${days} days`, zh: `${days} 天后提醒` };
}

export function more(count: number): Text {
  return { en: `… and ${count} more; "cases" lists them.`, zh: `……另有 ${count} 个，发送“案例列表”查看` };
}

/** A list that is longer than its card. */
export function moreRows(count: number): Text {
  return {
    en: `… and ${count} more. "case <number>" shows any of them.`,
    zh: `……另有 ${count} 个，发送“案例 <编号>”可查看任意一个`,
  };
}

export function unreadableText(entries: number): Text {
  const [are, they] =
    entries === 1 ? ['1 entry of this case is', 'it is'] : [`${entries} entries of this case are`, 'they are'];
  return {
    en: `${are} damaged in the database: ${they} left out, the rest holds.`,
    zh: `该案例有 ${entries} 条记录在数据库中已损坏：已略过，其余内容不受影响。`,
  };
}
