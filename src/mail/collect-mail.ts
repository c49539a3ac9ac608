import type { Case } from '../cases/case.ts';
import { type Say, sayIn } from '../language/say.ts';
import type { Language, Text } from '../language/text.ts';
import { type Block, code, heading, type Mail, paragraph } from './mail.ts';
import { closing, mailSubject } from './mail-frame.ts';
import { MAIL_WORDS } from './mail-words.ts';

/** One thing to collect, with its exact commands. */
export interface Part {
  readonly title: Text;
  readonly text: Text;
  readonly commands: readonly string[];
}

/** The request for logs: `parts` is what this case needs, `suspects` are drivers of other makers that are not proven yet. */
export function collectMail(
  it: Case,
  { parts, suspects }: { readonly parts: readonly Part[]; readonly suspects: readonly string[] },
  language: Language,
  sender: string | null,
): Mail {
  const say = sayIn(language);
  return {
    subject: mailSubject(it, say({ en: 'information to collect', zh: '需要收集的信息' })),
    blocks: [
      paragraph(say(MAIL_WORDS.hello)),
      paragraph(say(INTRO)),
      ...[...parts, ...verifier(suspects)].flatMap((part, index) => write(part, index + 1, say)),
      paragraph(say(SEND)),
      ...closing(sender, say),
    ],
  };
}

function write({ title, text, commands }: Part, number: number, say: Say): Block[] {
  return [heading(`${number}. ${say(title)}`), paragraph(say(text)), ...code(commands)];
}

const INTRO: Text = {
  en: 'To go on with the analysis we need the following from the machine that crashed. Please run the commands in a Command Prompt opened with "Run as administrator". They only read, except where the text says that something is set.',
  zh: '为继续分析，烦请从发生崩溃的机器上收集以下信息。请在“以管理员身份运行”的命令提示符中执行这些命令。除特别说明会更改设置的命令外，其余命令只读取信息。',
};

const SEND: Text = {
  en: 'Please compress the folder C:\\CrashLogs and upload it to the usual place. A dump holds parts of the memory of the machine: please treat it as confidential.',
  zh: '请将 C:\\CrashLogs 文件夹压缩后上传到约定的位置。转储文件包含机器内存的一部分内容，请按机密资料处理。',
};

/** As it may stand in a command; a case may be older than the rules for that. */
const IMAGE = /^[a-z0-9_][a-z0-9_.-]{0,60}\.sys$/;

/** At most so many: Verifier slows the machine with each. */
const MOST_VERIFIED = 4;

/** Driver Verifier is asked for where a driver is suspect but not proven; it is no use against hardware or Windows. */
function verifier(suspects: readonly string[]): Part[] {
  const usable = suspects.filter((name) => IMAGE.test(name)).slice(0, MOST_VERIFIED);
  if (usable.length === 0) {
    return [];
  }
  const drivers = usable.join(' ');
  return [
    {
      title: { en: `Driver Verifier on ${drivers}`, zh: `对 ${drivers} 启用 Driver Verifier` },
      text: {
        en: 'Only where the machine may crash again: Verifier stops Windows at the first mistake of these drivers. Create a restore point first. Restart, reproduce the problem, and send the new dump. The last command switches it off again; where Windows no longer starts, boot into Safe Mode and run it there.',
        zh: '仅在允许机器再次崩溃时执行：Verifier 会在这些驱动第一次出错时停止 Windows。请先创建还原点。重启后重现问题，并提供新的转储。最后一条命令用于关闭；如果 Windows 无法启动，请进入安全模式后执行该命令。',
      },
      commands: [`verifier /standard /driver ${drivers}`, 'verifier /query', 'verifier /reset'],
    },
  ];
}
