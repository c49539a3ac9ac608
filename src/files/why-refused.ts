import type { Text } from '../language/text.ts';
import type { FileRefusal } from '../ports/file-reader.ts';

/** Why a file was not read and what to do instead, to be said behind its name. */
export const WHY_REFUSED: Readonly<Record<FileRefusal, Text>> = {
  'too-big': {
    en: 'is larger than 8 MB. Send the part around !analyze -v.',
    zh: '超过 8 MB。请只发送 !analyze -v 附近的部分。',
  },
  'not-text': {
    en: 'is not a text file. I read only what a debugger prints: open a dump in WinDbg, run !analyze -v, and send the text that it prints.',
    zh: '不是文本文件。我只读取调试器的文本输出：请用 WinDbg 打开转储，运行 !analyze -v，再发送输出的文本。',
  },
  empty: { en: 'is empty.', zh: '是空文件。' },
  forbidden: {
    en: 'lies at an address I do not fetch from. Paste the text instead.',
    zh: '所在的地址不在允许下载的范围内。请直接粘贴文本。',
  },
  gone: {
    en: 'could not be downloaded; the link may have expired. Send it again.',
    zh: '无法下载，链接可能已过期。请重新发送。',
  },
  dump: {
    en: 'is a memory dump. I do not open dumps: open it in WinDbg, run !analyze -v and paste what it prints.',
    zh: '是内存转储文件。我不打开转储：请用 WinDbg 打开，运行 !analyze -v，然后粘贴输出。',
  },
  picture: {
    en: 'is a picture. I read text only: copy the text out of the debugger window. Of a blue screen, type the stop code and what stands behind "What failed".',
    zh: '是图片。我只能读取文本：请从调试器窗口中复制文字。如果是蓝屏照片，请输入其中的“终止代码”和“失败的操作”。',
  },
  document: {
    en: 'is a document. I read text only: copy the debugger output out of it and paste it, or save it as a .txt file.',
    zh: '是文档。我只能读取文本：请把其中的调试器输出复制出来粘贴，或另存为 .txt 文件。',
  },
  'event-log': {
    en: 'is an event log. I read text only: open it in Event Viewer and copy the events 1001 (BugCheck) and 41 (Kernel-Power) as text.',
    zh: '是事件日志文件。我只能读取文本：请用事件查看器打开，把事件 1001（BugCheck）和 41（Kernel-Power）复制为文本。',
  },
  archive: {
    en: 'is an archive that I do not unpack. Unpack it and send its text files, or a .zip of them.',
    zh: '是我无法解压的压缩包。请先解压，再发送其中的文本文件，或重新打包为 .zip。',
  },
  locked: {
    en: 'is a zip with a password. Unpack it and send its text files.',
    zh: '是加密的 zip。请先解压，再发送其中的文本文件。',
  },
  damaged: {
    en: 'is a zip that cannot be unpacked: it is damaged or was cut off. Make it anew, or send its text files.',
    zh: '是无法解压的 zip，可能已损坏或不完整。请重新打包，或直接发送其中的文本文件。',
  },
  'unpacks-too-big': {
    en: 'unpacks to more than 8 MB. Send only the file with the output of !analyze -v.',
    zh: '解压后超过 8 MB。请只发送包含 !analyze -v 输出的文件。',
  },
  'holds-too-many': {
    en: 'holds more than 200 files. Send only those with debugger output.',
    zh: '包含超过 200 个文件。请只发送含有调试器输出的文件。',
  },
  'too-many': {
    en: 'was not read: I take ten files a message. Send it in another one.',
    zh: '未读取：每条消息最多读取十个文件。请在另一条消息中发送。',
  },
};
