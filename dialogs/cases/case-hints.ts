import type { Text } from '#src/language/text.ts';

/** What is said where the first word of a wish is known and the rest makes no sense. */
export const HINTS = {
  severity: { en: 'A severity is A, B or C: case 3 severity A', zh: '级别为 A、B 或 C：案例 3 级别 A' },
  owner: { en: 'Who? For example: case 3 owner Li Lei', zh: '请写明负责人，例如：案例 3 负责人 李雷' },
  title: {
    en: 'Which title? For example: case 3 title Freeze while copying',
    zh: '请写明标题，例如：案例 3 标题 复制时死机',
  },
  number: {
    en: 'Which number? For example: case 3 number CAS-02698-C5V4N5 (one word, at most 60 characters)',
    zh: '请写明客户编号，例如：案例 3 编号 CAS-02698-C5V4N5（一个词，不超过 60 个字符）',
  },
  waiting: {
    en: 'Waiting for whom? customer, vendor or us: case 3 waiting for vendor',
    zh: '等待谁？客户、厂商或我们：案例 3 等待厂商',
  },
  followUp: {
    en: 'When? For example: case 3 next follow-up in 3 days',
    zh: '什么时候？例如：案例 3 下次跟进 下周一',
  },
  remove: {
    en: 'Which dump? As the card numbers it: case 3 remove c2',
    zh: '移除哪个转储？按卡片上的编号：案例 3 移除 c2',
  },
  paste: {
    en: 'Paste what the debugger printed, with the number of the case in the first line: case 3, and below it the output of !analyze -v',
    zh: '请粘贴调试器的输出，首行写案例编号：案例 3，下一行起为 !analyze -v 的输出',
  },
  emptyNote: {
    en: 'Which note? For example: case 3 note vendor asks for a full dump',
    zh: '请写明备注，例如：案例 3 备注 厂商需要完整转储',
  },
  longTitle: {
    en: 'A title holds at most 200 characters: case 3 title Freeze while copying',
    zh: '标题最多 200 个字符：案例 3 标题 复制时死机',
  },
  outcome: {
    en: 'An outcome holds at most 1000 characters: put the rest into a note, case 3 note …',
    zh: '结果最多 1000 个字符，其余内容请写入备注：案例 3 备注 ……',
  },
  note: { en: 'A note holds at most 4000 characters: send it in parts.', zh: '备注最多 4000 个字符，请分几次发送。' },
} satisfies Record<string, Text>;
