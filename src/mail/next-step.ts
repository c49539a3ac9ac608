import type { Language, Text } from '../language/text.ts';
import type { Reply, StepReply } from '../reply/reply.ts';
import { isProgram } from './cause-sentence.ts';
import { type Asked, isKnown } from './needed.ts';
import { inLanguage } from './placeholders.ts';

/** The second sentence of a report: what to do first, or what to send where nobody can be named. Null where nothing is to be done. */
export function nextStep(reply: Reply, steps: readonly StepReply[], asked: readonly Asked[]): string | null {
  const { language } = reply;
  const commands = asked[0]?.commands ?? [];
  const isOfPrograms = reply.crashes.every(({ verdict }) => isProgram(verdict, language)) && steps.length > 0;
  if (commands.length > 0 && !isKnown(reply) && !isOfPrograms) {
    return toFind(commands, language);
  }
  const [first] = steps;
  return first
    ? { en: `Next step: ${ended(first.title, '.')}`, zh: `建议的下一步：${ended(first.title, '。')}` }[language]
    : null;
}

/** A title may be a question. */
export function ended(title: string, stop: string): string {
  return /[.?!。？！]$/.test(title) ? title : `${title}${stop}`;
}

const MOST_COMMANDS = 2;

function toFind(commands: readonly string[], language: Language): string {
  const list = commands.slice(0, MOST_COMMANDS).map((command) => inLanguage(command, language));
  const said: Text = {
    en: `To find it, please open the dump in WinDbg, run ${list.join(' and ')}, and send us the output; or send us the dump itself.`,
    zh: `为查明原因，请在 WinDbg 中打开转储，运行 ${list.join(' 和 ')} 并将输出发给我们；也可以直接提供转储文件。`,
  };
  return said[language];
}
