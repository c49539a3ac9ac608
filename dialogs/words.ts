import { WHY_REFUSED } from '#src/files/why-refused.ts';
import type { Text } from '#src/language/text.ts';
import type { FileRefusal } from '#src/ports/file-reader.ts';
import type { Unreadable } from '#src/ports/message.ts';

/** What the bot says outside a diagnosis, in both languages. */

export const WHO_I_AM: Text = {
  en: 'I am Stopcode. I read Windows crash-dump output and name the driver to look at, with the evidence for and against.',
  zh: '我是 Stopcode。我读取 Windows 崩溃转储的调试器输出，指出值得怀疑的驱动，并列出支持和反对的证据。',
};

export const WHAT_TO_SEND: Text = {
  en:
    'Paste the debugger text: !analyze -v first; k, .trap, !pool, lmvm and the like if you have them. ' +
    'Several dumps in one message are compared with each other. Lines cut or wrapped on the way are fine.',
  zh:
    '请粘贴调试器的文本输出：首先是 !analyze -v；如有 k、.trap、!pool、lmvm 等输出也一并发来。' +
    '一条消息里可以有多个转储，我会相互比较。中途被截断或折行的文本也没有关系。',
};

export const HOW_LONG: Text = {
  en:
    'Teams takes about 14,000 characters per message. For more, attach a .txt or .log file in a personal chat with me, ' +
    'or open a case and send the parts one after another, each beginning with "case 1". ' +
    'In channels and group chats mention me; Teams does not pass files on to bots there.',
  zh:
    'Teams 每条消息最多约 14,000 个字符。内容更长时，请在与我的个人聊天中附上 .txt 或 .log 文件；' +
    '也可以先创建案例，再分几条消息依次发送，每条以“案例 1”开头。' +
    '在频道和群聊中需要 @ 提及我，且 Teams 不会把文件转给机器人。',
};

export const MESSAGE_MENU: Text = {
  en: 'To read what somebody else posted, choose "Triage this dump" in the menu of that message: only you see the result.',
  zh: '要分析别人发出的内容，请在该消息的菜单中选择“分析此转储”，结果只有您自己能看到。',
};

export const WHAT_ELSE: Text = {
  en: 'I also keep your cases and remind you of those that are due. "help" (or "帮助") lists what you can say.',
  zh: '我还可以管理案例，并提醒到期的跟进。发送“帮助”（或“help”）查看全部用法。',
};

export const HELLO: Text = { en: 'Hello!', zh: '你好！' };

export const WELCOME_THANKS: Text = { en: 'You are welcome.', zh: '不客气。' };

export const NOTHING_SAID: Text = { en: 'The message was empty.', zh: '这条消息是空的。' };

export const NO_DUMP: Text = {
  en: 'I found no debugger output in this.',
  zh: '我在这条消息里没有找到调试器输出。',
};

export const PASTED_AGAIN: Text = {
  en: 'The same text as you pasted just before; it counts once.',
  zh: '与您刚才粘贴的内容完全相同，只计一次。',
};

export const NEEDS_CODE: Text = {
  en: 'Which stop code? For example: explain 0x9f 3',
  zh: '哪个停止代码？例如：解释 0x9f 3',
};

export const FAILED: Text = {
  en: 'I could not read this one: it took too long or broke the reader. Send a shorter part of it, beginning with the output of !analyze -v.',
  zh: '这一条我没能读完：处理时间过长，或解析出错。请发送较短的一部分，从 !analyze -v 的输出开始。',
};

const WHY_UNREADABLE: Readonly<Record<Unreadable['reason'], Text>> = {
  'not-shared': {
    en: 'cannot be read here: in channels and group chats Teams does not pass files on to bots. Send it in a personal chat with me, or paste the text.',
    zh: '在这里无法读取：在频道和群聊中，Teams 不会把文件转给机器人。请在与我的个人聊天中发送，或直接粘贴文本。',
  },
  'code-snippet': {
    en: 'is a code snippet card, whose text Teams keeps from bots. Paste the text itself, or type ``` and paste into the block.',
    zh: '是代码片段卡片，Teams 不会把其中的文本交给机器人。请直接粘贴文本，或输入 ``` 后粘贴到代码块中。',
  },
  picture: WHY_REFUSED.picture,
  dump: WHY_REFUSED.dump,
  other: {
    en: 'is of a kind I cannot read. Paste the debugger output as text, or attach it as a .txt or .log file in a personal chat.',
    zh: '的类型我无法读取。请以文本形式粘贴调试器输出，或在个人聊天中附上 .txt 或 .log 文件。',
  },
};

/** Why an attachment was not read, and what to do instead. */
export function unreadable({ name, reason }: Unreadable): Text {
  const file = name ? quoted(name) : { en: 'The attachment', zh: '附件' };
  const why = WHY_UNREADABLE[reason];
  return { en: `${file.en} ${why.en}`, zh: `${file.zh}${why.zh}` };
}

function quoted(name: string): Text {
  return { en: `"${name}"`, zh: `“${name}”` };
}

const MOST_NAMED = 12;

/** Several names in one sentence; of very many the first, and how many there are. */
function listed(names: readonly string[]): Text {
  const shown = names.slice(0, MOST_NAMED).map(quoted);
  const hidden = names.length - shown.length;
  return {
    en: `${shown.map(({ en }) => en).join(', ')}${hidden > 0 ? ` and ${hidden} more` : ''}`,
    zh: `${shown.map(({ zh }) => zh).join('、')}${hidden > 0 ? `等 ${names.length} 个文件` : ''}`,
  };
}

const WITH_COMMAND: Text = {
  en: 'was not read, because of the command beside it. Send it alone, or with the number of its case: case 3.',
  zh: '未读取，因为同一条消息中有命令。请单独发送，或连同案例编号发送：案例 3。',
};

/** Why a file that Teams offered was not used. */
export function refusedFile(name: string, reason: FileRefusal | 'with-command'): Text {
  const [file, why] = [quoted(name), reason === 'with-command' ? WITH_COMMAND : WHY_REFUSED[reason]];
  return { en: `${file.en} ${why.en}`, zh: `${file.zh}${why.zh}` };
}

export function notReadEither(names: readonly string[]): Text {
  const list = listed(names);
  return { en: `Not read either: ${list.en}.`, zh: `同样未读取：${list.zh}。` };
}

/** Files that were put into a case. */
export function filesAdded(names: readonly string[]): Text {
  const list = listed(names);
  return { en: `Added from ${list.en}.`, zh: `已添加 ${list.zh} 的内容。` };
}

export function noDumpIn(names: readonly string[]): Text {
  const list = listed(names);
  return { en: `I found no debugger output in ${list.en}.`, zh: `我在 ${list.zh} 中没有找到调试器输出。` };
}
