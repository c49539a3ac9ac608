import type { Text } from '../../language/text.ts';

/** What stands on the paste page. `{…}` is filled in by the page. */
export const PAGE_WORDS = {
  title: { en: 'Paste debugger output', zh: '粘贴调试器输出' },
  skip: { en: 'Skip to the text area', zh: '跳到文本框' },
  leadHere: {
    en: 'Stopcode without Teams: only this machine is answered. What you can say in a chat you can type here too, help for example.',
    zh: '无需 Teams 即可使用 Stopcode，只响应本机请求。聊天中能说的话，这里也可以输入，例如“帮助”。',
  },
  leadPersonal: {
    en: 'The answer comes into your chat with Stopcode.',
    zh: '分析结果会发到您与 Stopcode 的聊天中。',
  },
  leadGroupChat: {
    en: 'The answer comes into the group chat that you came from, and everybody there sees it.',
    zh: '分析结果会发到您来自的群聊，群内成员都能看到。',
  },
  leadChannel: {
    en: 'The answer comes into the channel that you came from, and everybody there sees it.',
    zh: '分析结果会发到您来自的频道，频道成员都能看到。',
  },
  until: {
    en: 'This page is for {name} and good until {time}.',
    zh: '本页面仅供 {name} 使用，{time} 前有效。',
  },
  label: { en: 'Debugger output', zh: '调试器输出' },
  hint: {
    en: '!analyze -v first; k, .trap, !pool, lmvm and the like behind it. Up to 8 MB.',
    zh: '首先是 !analyze -v，其后可附 k、.trap、!pool、lmvm 等输出。最多 8 MB。',
  },
  files: { en: 'Files', zh: '文件' },
  drop: {
    en: 'Drop .txt, .log or .zip files anywhere on this page, or',
    zh: '把 .txt、.log 或 .zip 文件拖到本页任意位置，或',
  },
  choose: { en: 'choose files', zh: '选择文件' },
  remove: { en: 'Remove {name}', zh: '移除 {name}' },
  size: { en: '{size} of 8 MB', zh: '{size}，上限 8 MB' },
  tooLong: {
    en: 'This is {size}; I take 8 MB. Keep the part around !analyze -v.',
    zh: '当前为 {size}，超过 8 MB 的上限。请只保留 !analyze -v 附近的部分。',
  },
  tooMany: {
    en: '"{name}" was not taken: ten files at once are the most.',
    zh: '未添加“{name}”：一次最多十个文件。',
  },
  notRead: { en: '"{name}" {why}', zh: '“{name}”{why}' },
  uploading: { en: 'Sending: {percent} %', zh: '正在上传：{percent}%' },
  reading: { en: 'Reading …', zh: '正在读取……' },
  preview: { en: 'What I recognise', zh: '识别结果' },
  previewEmpty: {
    en: 'Nothing yet: paste some output or add a file.',
    zh: '暂无内容：请粘贴输出或添加文件。',
  },
  noDump: {
    en: 'No crash in this. You can send it all the same: it may be the rest of an earlier paste, or a command.',
    zh: '未识别到崩溃信息。仍可发送：它可能是之前内容的后续部分，或是一条命令。',
  },
  dumps: { en: 'Dumps: {count}', zh: '转储：{count} 个' },
  send: { en: 'Send to the chat', zh: '发送到聊天' },
  triage: { en: 'Triage', zh: '分析' },
  clear: { en: 'Clear', zh: '清空' },
  sent: {
    en: 'Sent. The answer comes in the chat; you can close this page.',
    zh: '已发送。结果会出现在聊天中，可以关闭本页面。',
  },
  sentBefore: {
    en: 'This was sent already, so it is not sent again. The answer is in the chat.',
    zh: '相同的内容已经发送过，不再重复发送。结果在聊天中。',
  },
  answer: { en: 'Answer', zh: '分析结果' },
  report: { en: 'Report to copy', zh: '可复制的报告' },
  copy: { en: 'Copy the report', zh: '复制报告' },
  copied: { en: 'Copied.', zh: '已复制。' },
  notCopied: {
    en: 'The browser did not let me copy: select the text and copy it yourself.',
    zh: '浏览器不允许复制：请选中文本后自行复制。',
  },
  fileReady: { en: 'Saved as a file: {name}', zh: '已保存为文件：{name}' },
  expired: {
    en: 'This link has expired. Press the button in the chat again; what you pasted is still here to copy.',
    zh: '链接已过期。请在聊天中再次点击按钮；已粘贴的内容仍在此处，可以复制。',
  },
  foreign: {
    en: 'This link is not good here: it is incomplete, or another Stopcode made it. Press the button in the chat.',
    zh: '链接无效：可能不完整，或由其他 Stopcode 实例生成。请在聊天中点击按钮打开。',
  },
  failed: {
    en: 'That did not work: the server could not be reached or broke off. Nothing is lost here; try again.',
    zh: '操作未成功：无法连接服务器，或连接中断。内容没有丢失，请重试。',
  },
  inBrowser: { en: 'Open in the browser', zh: '在浏览器中打开' },
  otherLanguage: { en: '中文', zh: 'English' },
} as const satisfies Readonly<Record<string, Text>>;

export type PageWord = keyof typeof PAGE_WORDS;
