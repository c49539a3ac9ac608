import type { Case } from '../cases/case.ts';
import { type Say, sayIn } from '../language/say.ts';
import type { Language, Text } from '../language/text.ts';
import { type Block, code, heading, type Mail, paragraph } from './mail.ts';
import { closing, mailSubject } from './mail-frame.ts';
import { MAIL_WORDS } from './mail-words.ts';

/**
 * The request for logs, with exact commands. Facts from Microsoft Learn: "Overview of memory dump file options"
 * (CrashDumpEnabled values), the command pages of msinfo32, wevtutil, driverquery, fltmc, Get-HotFix, and
 * "Driver Verifier command syntax".
 */
export function collectMail(it: Case, language: Language, sender: string | null): Mail {
  const say = sayIn(language);
  return {
    subject: mailSubject(it, say({ en: 'information to collect', zh: '需要收集的信息' })),
    blocks: [
      paragraph(say(MAIL_WORDS.hello)),
      paragraph(say(INTRO)),
      ...[FOLDER, DUMP, SYSTEM, EVENTS, HOTFIXES, DRIVERS].flatMap((part) => write(part, say)),
      ...verifier(it).flatMap((part) => write(part, say)),
      paragraph(say(SEND)),
      ...closing(sender, say),
    ],
  };
}

interface Part {
  readonly title: Text;
  readonly text: Text;
  readonly commands: readonly string[];
}

function write({ title, text, commands }: Part, say: Say): Block[] {
  return [heading(say(title)), paragraph(say(text)), ...code(commands)];
}

const INTRO: Text = {
  en: 'To go on with the analysis we need the following from the machine that crashed. Please run the commands in a Command Prompt opened with "Run as administrator".',
  zh: '为继续分析，我们需要从发生崩溃的机器上收集以下信息。请在“以管理员身份运行”的命令提示符中执行这些命令。',
};

const FOLDER: Part = {
  title: { en: '1. A folder for everything', zh: '1. 存放文件的文件夹' },
  text: { en: 'All files go here.', zh: '所有文件都放在这里。' },
  commands: ['md C:\\CrashLogs'],
};

const DUMP: Part = {
  title: { en: '2. The memory dump', zh: '2. 内存转储' },
  text: {
    en: 'Please send C:\\Windows\\MEMORY.DMP if it is there, else the newest files of C:\\Windows\\Minidump. The first command shows which dump is written now; the second sets a kernel memory dump (2), which holds far more than a minidump. It takes effect after a restart, and the page file must be managed by the system; the same command with /d 7 goes back to the Windows default. Copy the dump before the machine crashes again: the next one overwrites it.',
    zh: '如果存在 C:\\Windows\\MEMORY.DMP，请提供该文件；否则请提供 C:\\Windows\\Minidump 中最新的文件。第一条命令显示当前的转储类型；第二条设置为内核内存转储（2），其内容远多于小型转储。重启后生效，且页面文件须由系统管理；将同一命令的 /d 2 改为 /d 7 即可恢复 Windows 默认设置。请在再次崩溃之前复制转储文件，否则会被覆盖。',
  },
  commands: [
    'reg query HKLM\\SYSTEM\\CurrentControlSet\\Control\\CrashControl',
    'reg add HKLM\\SYSTEM\\CurrentControlSet\\Control\\CrashControl /v CrashDumpEnabled /t REG_DWORD /d 2 /f',
    'copy C:\\Windows\\MEMORY.DMP C:\\CrashLogs',
    'xcopy /i C:\\Windows\\Minidump C:\\CrashLogs\\Minidump',
  ],
};

const SYSTEM: Part = {
  title: { en: '3. System information', zh: '3. 系统信息' },
  text: { en: 'Takes a minute or two.', zh: '需要一两分钟。' },
  commands: ['msinfo32 /nfo C:\\CrashLogs\\msinfo32.nfo'],
};

const EVENTS: Part = {
  title: { en: '4. Event logs', zh: '4. 事件日志' },
  text: { en: 'System and Application, as they are.', zh: '系统日志和应用程序日志，原样导出。' },
  commands: [
    'wevtutil epl System C:\\CrashLogs\\System.evtx',
    'wevtutil epl Application C:\\CrashLogs\\Application.evtx',
  ],
};

const HOTFIXES: Part = {
  title: { en: '5. Installed updates', zh: '5. 已安装的更新' },
  text: { en: 'The list of hotfixes.', zh: '修补程序列表。' },
  commands: [
    'powershell -NoProfile -Command "Get-HotFix | Sort-Object InstalledOn | Export-Csv C:\\CrashLogs\\hotfixes.csv -NoTypeInformation"',
  ],
};

const DRIVERS: Part = {
  title: { en: '6. Drivers and filters', zh: '6. 驱动与筛选器' },
  text: {
    en: 'Every driver with its date, and the file system filters.',
    zh: '全部驱动及其日期，以及文件系统筛选器。',
  },
  commands: ['driverquery /v /fo csv > C:\\CrashLogs\\drivers.csv', 'fltmc > C:\\CrashLogs\\filters.txt'],
};

const SEND: Text = {
  en: 'Please compress the folder C:\\CrashLogs and upload it to the usual place. A dump holds parts of the memory of the machine: please treat it as confidential.',
  zh: '请将 C:\\CrashLogs 文件夹压缩后上传到约定的位置。转储文件包含机器内存的一部分内容，请按机密资料处理。',
};

/** As it may stand in a command; a case may be older than the rules for that. */
const IMAGE = /^[a-z0-9_][a-z0-9_.-]{0,60}\.sys$/;

/** Driver Verifier is asked for where a driver is suspect but not proven; it is no use against hardware or Windows. */
function verifier({ summary: { crashes } }: Case): Part[] {
  const unproven = crashes.filter(({ confidence }) => confidence !== 'high');
  const suspects = [...new Set(unproven.map(({ culprit }) => culprit))].filter((name) => IMAGE.test(name));
  if (suspects.length === 0) {
    return [];
  }
  const drivers = suspects.slice(0, 4).join(' ');
  return [
    {
      title: { en: `7. Driver Verifier on ${drivers}`, zh: `7. 对 ${drivers} 启用 Driver Verifier` },
      text: {
        en: 'Only where the machine may crash again: Verifier stops Windows at the first mistake of these drivers. Create a restore point first. Restart, reproduce the problem, and send the new dump. The last command switches it off again; where Windows no longer starts, boot into Safe Mode and run it there.',
        zh: '仅在允许机器再次崩溃时执行：Verifier 会在这些驱动第一次出错时停止 Windows。请先创建还原点。重启后重现问题，并提供新的转储。最后一条命令用于关闭；如果 Windows 无法启动，请进入安全模式后执行该命令。',
      },
      commands: [`verifier /standard /driver ${drivers}`, 'verifier /query', 'verifier /reset'],
    },
  ];
}
