import type { Case } from '../cases/case.ts';
import type { Text } from '../language/text.ts';

/** Days of silence after which a suggestion gets firmer. */
const LONG = 10;

/** The next step for a case that has been waiting for so many days: one sentence. */
export function suggest(it: Case, waitingDays: number): Text {
  if (it.waiting.for === 'us') {
    return ourStep(it);
  }
  if (waitingDays >= LONG) {
    return LONG_SILENCE;
  }
  return it.waiting.for === 'vendor' ? ASK_VENDOR : ASK_CUSTOMER;
}

function ourStep({ summary: { crashes }, number }: Case): Text {
  if (crashes.length === 0) {
    return {
      en: `No dump yet: send the customer the log request (collect ${number}).`,
      zh: `尚无转储：向客户发送日志收集清单（收集 ${number}）。`,
    };
  }
  if (crashes.every(({ culprit }) => culprit === 'unknown')) {
    return {
      en: 'The cause is unknown: run the commands that the last verdict asks for, and paste their output.',
      zh: '原因未明：请运行最近结论中建议的命令，并粘贴输出。',
    };
  }
  return { en: `Send the report (report ${number}).`, zh: `发送分析报告（报告 ${number}）。` };
}

const LONG_SILENCE: Text = {
  en: 'No answer for long: call, or archive the case and say that it can be reopened any time.',
  zh: '长时间没有回复：请电话联系，或归档并告知可随时重新打开。',
};
const ASK_VENDOR: Text = { en: 'Ask the vendor for news.', zh: '向厂商询问进展。' };
const ASK_CUSTOMER: Text = { en: 'Send the customer a short reminder.', zh: '给客户发送简短的跟进邮件。' };
