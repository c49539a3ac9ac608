import type { HelpPart } from '#src/cards/help-card.ts';

/** What can be said to the bot, as help shows it. Several that do alike stand in one line, between ` · `. */

export const GENERAL_HELP: HelpPart = {
  title: { en: 'Without a dump', zh: '没有转储时' },
  button: { en: 'Stop codes', zh: '停止代码' },
  lines: [
    {
      say: { en: 'explain 0x9f 3', zh: '解释 0x9f 3' },
      does: { en: 'a stop code and its arguments', zh: '说明停止代码及其参数' },
    },
    {
      say: { en: 'paste page', zh: '粘贴页' },
      does: {
        en: 'room for 8 MB of output, and for .txt, .log and .zip files',
        zh: '可粘贴 8 MB 输出，或上传 .txt、.log、.zip 文件',
      },
    },
    {
      say: { en: 'sample', zh: '样例' },
      does: { en: 'what is said of a made-up dump', zh: '虚构转储的分析示例' },
    },
    {
      say: { en: 'forget me', zh: '删除我的数据' },
      does: { en: 'deletes what is remembered of you', zh: '删除所记住的关于您的信息' },
    },
    { say: { en: 'help · 帮助', zh: '帮助 · help' }, does: { en: 'this text', zh: '显示本说明' } },
  ],
};

export const QUESTION_HELP: HelpPart = {
  title: { en: 'Questions about what I said', zh: '就分析结果提问' },
  button: { en: 'Questions', zh: '提问' },
  lines: [
    {
      say: {
        en: 'why? · which line? · how sure? · what first?',
        zh: '为什么？ · 哪一行？ · 有多大把握？ · 先做什么？',
      },
      does: {
        en: 'within a day of a paste of yours or of a colleague, in the thread of a case, or: case 3 why?',
        zh: '您或同事粘贴后一天之内，或在案例的主题下；也可以写：案例 3 为什么？',
      },
    },
    {
      say: {
        en: 'why not ndis.sys? · what does Arg2 mean? · what is ndis.sys?',
        zh: '为什么不是 ndis.sys？ · Arg2 是什么意思？ · ndis.sys 是什么？',
      },
      does: { en: 'with the lines that say so', zh: '并列出相应的行' },
    },
    {
      say: {
        en: 'how do I undo it? · is it the same as case 2? · what do I tell the customer? · in Chinese',
        zh: '怎么恢复？ · 和案例 2 一样吗？ · 怎么回复客户？ · 用英文',
      },
      does: {
        en: 'the way back, other dumps here, words for a mail, the other language',
        zh: '撤销方法、与本会话其他转储比较、回复内容、另一种语言',
      },
    },
  ],
};

export const CASE_HELP: HelpPart = {
  title: { en: 'Cases', zh: '案例' },
  button: { en: 'Cases', zh: '案例' },
  lines: [
    {
      say: { en: 'case new <title>', zh: '新建案例 <标题>' },
      does: {
        en: "opens one; a customer's number in the title is recognised",
        zh: '创建案例；标题中的客户编号会被识别',
      },
    },
    {
      say: { en: 'cases · cases all · case 3', zh: '案例列表 · 全部案例 · 案例 3' },
      does: {
        en: 'lists them; shows one, with buttons for most of what follows',
        zh: '查看列表；显示案例，卡片上有常用按钮',
      },
    },
    {
      say: {
        en: 'cases A · cases waiting for customer · search <driver> · due today · statistics',
        zh: 'A 级案例 · 等待客户的案例 · 查找 <驱动> · 今天到期 · 本月统计',
      },
      does: {
        en: 'some of them; search also takes a pool tag, a bucket, a stop code',
        zh: '查看部分案例；也可查找 pool tag、bucket 或停止代码',
      },
    },
    {
      say: {
        en: 'cases 3, 5 owner <name> · hand over my cases to <name> · snooze my cases until Monday',
        zh: '案例 3、5 转交给 <姓名> · 我的案例都转给 <姓名>',
      },
      does: { en: 'one thing done to several', zh: '同时修改多个案例' },
    },
    {
      say: {
        en: 'case 3 severity A · case 3 owner <name> · case 3 title <title> · case 3 note <text>',
        zh: '案例 3 级别 A · 案例 3 负责人 <姓名> · 案例 3 标题 <标题> · 案例 3 备注 <内容>',
      },
      does: { en: 'changes it', zh: '修改案例' },
    },
    {
      say: {
        en: 'case 3 waiting for vendor · case 3 next follow-up in 3 days',
        zh: '案例 3 等待厂商 · 案例 3 下次跟进 下周一',
      },
      does: { en: 'customer, vendor or us; today, a date, a weekday', zh: '客户、厂商或我们；今天、日期、星期几' },
    },
    {
      say: {
        en: 'case 3 archive · case 3 reopen · case 3 close with <outcome>',
        zh: '案例 3 归档 · 案例 3 重新打开 · 案例 3 关闭 <结果>',
      },
      does: { en: 'archived and closed cases never remind', zh: '已归档和已关闭的案例不再提醒' },
    },
    {
      say: { en: 'case 3 <debugger output>', zh: '案例 3 <调试器输出>' },
      does: { en: 'adds a dump and says what it changes', zh: '添加转储，并说明有何变化' },
    },
    {
      say: {
        en: 'case 3 reanalyse · case 3 remove c2 · forget case 3',
        zh: '案例 3 重新分析 · 案例 3 移除 c2 · 忘记案例 3',
      },
      does: {
        en: 'reads all its pastes again; takes out a dump of another case; deletes it for good',
        zh: '重新读取全部粘贴内容；移除误放的转储；永久删除',
      },
    },
    {
      say: { en: 'report 3 · draft follow-up 3 · collect 3', zh: '报告 3 · 草拟跟进 3 · 收集 3' },
      does: {
        en: 'mails to copy: analysis, reminder, log request; add short, en, zh, markdown or file',
        zh: '可复制的邮件：分析报告、跟进、日志收集；可加 简短、英文、中文、markdown 或 文件',
      },
    },
    {
      say: { en: 'export case 3', zh: '导出案例 3' },
      does: {
        en: 'its record: fields, verdicts, timeline and mails; a Markdown file in personal chats',
        zh: '案例记录：各项信息、结论、时间线和邮件；个人聊天中为 Markdown 文件',
      },
    },
    {
      say: {
        en: 'archive mail 3 · closing mail 3 · reopen mail 3',
        zh: '归档邮件 3 · 结案邮件 3 · 重新打开邮件 3',
      },
      does: { en: 'mails on what becomes of the case', zh: '告知案例归档、关闭或重新打开的邮件' },
    },
  ],
};

export const BARE_HELP: HelpPart = {
  title: {
    en: 'In the thread of a case or right after its card, without the number',
    zh: '在案例的主题下或其卡片之后，可省略编号',
  },
  button: { en: 'Few words', zh: '省略编号' },
  lines: [
    {
      say: {
        en: 'status · severity A · owner <name> · waiting for vendor · note <text>',
        zh: '状态 · 级别 A · 负责人 <姓名> · 等待厂商 · 备注 <内容>',
      },
      does: { en: 'shows or changes it', zh: '查看或修改' },
    },
    {
      say: {
        en: 'remind me tomorrow · archive · close with <outcome> · undo',
        zh: '下周三再跟进 · 归档 · 关闭 <结果> · 撤销',
      },
      does: { en: 'when it comes up again, or no more', zh: '何时再跟进，或不再跟进' },
    },
    {
      say: { en: 'report · draft · collect · why?', zh: '报告 · 草拟 · 收集 · 为什么？' },
      does: { en: 'mails to copy, and questions about the verdict', zh: '可复制的邮件，以及就结论提问' },
    },
  ],
};

export const FOLLOW_UP_HELP: HelpPart = {
  title: { en: 'Daily follow-ups of the cases that are due', zh: '每日跟进到期案例' },
  button: { en: 'Follow-ups', zh: '跟进提醒' },
  lines: [
    {
      say: {
        en: 'follow-ups at 09:00 Asia/Shanghai Mon-Fri holidays CN',
        zh: '跟进提醒 09:00 Asia/Shanghai 周一至周五 节假日 CN',
      },
      does: { en: 'turns them on here', zh: '在本会话开启' },
    },
    {
      say: { en: 'follow-ups · follow-ups off · digest now', zh: '跟进提醒 · 跟进提醒 关闭 · 现在跟进' },
      does: {
        en: 'shows the setting; turns them off; shows what is due at once',
        zh: '查看设置；关闭；立即查看到期案例',
      },
    },
  ],
};
