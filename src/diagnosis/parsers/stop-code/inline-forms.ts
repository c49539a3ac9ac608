import type { BugcheckOrigin } from '../../facts.ts';

/** A place that prints code and arguments in one go; the arguments may stand in the next line. */
export interface Form {
  readonly pattern: RegExp;
  readonly origin: BugcheckOrigin;
  /** Written by the host of a virtual machine, whose guest may be of another system. */
  readonly isOfGuest?: true;
}

/** The high half of an address is no code. */
const CODE = '(?:0x)?(?<code>[0-9a-f]{1,8})(?![\\w`])';
const ARGS = '(?:[,:]?\\s{0,4}[({](?<args>[0-9a-fx`, ]{1,200})[)}])?';

/** Four values, one of them as wide as an address. */
const BARE_ARGS = '(?<args>(?=[^)}]{0,80}[0-9a-f]{8})(?:(?:0x)?[0-9a-f`]{1,17}, ?){3}(?:0x)?[0-9a-f`]{1,17})(?![\\w`])';

/** The same where somebody left values out: one of the rest is as wide as an address or a status. */
const LEFT_OUT = '(?:\\.{3}|…|(?:0x)?[0-9a-f`]{1,17})';
const SOME_ARGS = `(?<args>(?=[^)}]{0,80}[0-9a-f]{8})(?:${LEFT_OUT}, ?){3}${LEFT_OUT})`;

/** In this order: the first that fits a line reads it. */
export const FORMS: readonly Form[] = [
  // The debugger's greeting, also within a title or a sentence: BugCheck D1, {fffff80…, 2, 0, fffff80…}
  {
    pattern: new RegExp(`(?:^|[\\s("'\`*[])BugCheck ${CODE}, ?\\{(?<args>[0-9a-fx\`, ]{1,200})\\}`, 'i'),
    origin: 'bugcheck-command',
  },
  // As people write it down: BugCheck 3B (c0000005, fffff80656786674, ..., 0)
  {
    pattern: new RegExp(`(?:^|[\\s("'\`*[])BugCheck ${CODE},? ?[({]${SOME_ARGS}[)}]`, 'i'),
    origin: 'bugcheck-command',
  },
  // !mex.di: Bugcheck: D1 (FFFF…, 2, 0, FFFF…); WhoCrashed: Bugcheck code: 0xD1 (0x…, …)
  {
    pattern: new RegExp(`^\\s{0,8}Bugcheck: ${CODE} \\((?<args>[0-9a-fx\`, ]{1,200})\\)`, 'i'),
    origin: 'session-banner',
  },
  {
    pattern: new RegExp(`^\\s{0,8}(?:[-*•] )?Bugcheck code: ${CODE} ?\\((?<args>[0-9a-fx\`, ]{1,200})\\)`, 'i'),
    origin: 'tool',
  },
  // The blue screen up to Windows 7, and what the kernel writes to an attached debugger.
  { pattern: new RegExp(`(?:^|\\s)STOP: (?=0x|c[0-9a-f]{7}\\b)${CODE}${ARGS}`, 'i'), origin: 'stop-screen' },
  // Windows NT, and who writes about it: STOP 0x0A (0x14, 0x2, 0x0, 0xf1583318); Bugcheck 0000000a : 14 2 0 f1583318.
  {
    pattern: new RegExp(`(?:^|\\s)STOP (?=0x)${CODE} ?\\((?<args>[0-9a-fx\`, ]{1,200})\\)`, 'i'),
    origin: 'stop-screen',
  },
  {
    pattern: /^\s{0,12}Bugcheck (?<code>[0-9a-f]{8}) {0,2}: {0,2}(?<args>[0-9a-f]{8}(?: {1,2}[0-9a-f]{8}){3})\b/i,
    origin: 'stop-screen',
  },
  // Code and values alone, as people copy them: 0x9f (0x3, 0xffffe00112345678, 0xfffff80112345678, 0xffffe00112345999)
  {
    pattern:
      /(?:^|[\s:,;，；、。：（\u4e00-\u9fff])0x(?<code>[0-9a-f]{1,3}|1000[0-9a-f]{4}) ?\((?<args>(?=[^)]{0,80}0x[0-9a-f]{8})(?:0x[0-9a-f`]{1,17}, ?){3}0x[0-9a-f`]{1,17})\)/i,
    origin: 'stop-screen',
  },
  // In a sentence: "BSOD with 0x5c(0x10b,3,0,0)".
  {
    pattern:
      /\b(?:BSODs?|blue ?screens?|bug ?checks?|bug ?checked) (?:with |code |is |was |of ){0,2}0x(?<code>[0-9a-f]{1,8}) ?\((?<args>(?:[0-9a-fx`]{1,20}, ?){3}[0-9a-fx`]{1,20})\)/i,
    origin: 'stop-screen',
  },
  // In a title: "BSOD 50: ffff…, 0, fffff80…, 2".
  {
    pattern: new RegExp(
      `(?:^|[\\s\`"'])(?:BSOD|bug ?check|blue ?screen) (?:0x)?(?<code>[0-9a-f]{1,3}|1000[0-9a-f]{4}) ?[:-] ?[({]?${BARE_ARGS}`,
      'i',
    ),
    origin: 'stop-screen',
  },
  { pattern: new RegExp(`Fatal System Error ?:? (?=0x)${CODE}${ARGS}`, 'i'), origin: 'stop-screen' },
  // Event 1001 of WER-SystemErrorReporting, in English and Chinese Windows.
  {
    pattern: new RegExp(`bugcheck was: ${CODE}\\b(?! ?\\(\\.{3}\\)(?!\\. A dump was saved))${ARGS}`, 'i'),
    origin: 'event-log',
  },
  {
    pattern: new RegExp(`(?:检测错误|错误检查|檢測錯誤|錯誤檢查碼?)(?:为|為)?[:：] ?${CODE}${ARGS}`, 'i'),
    origin: 'event-log',
  },
  // The same event in any other language, or its inserted values alone: code and values are written in full width.
  {
    pattern:
      /(?<![\w,(])0x(?<code>0000[0-9a-f]{4}|1000[0-9a-f]{4}|c0000[0-9a-f]{3}|deaddead) ?\((?<args>(?:0x[0-9a-f]{8,16}, {0,3}){3}0x[0-9a-f]{8,16})\)/i,
    origin: 'event-log',
  },
  // Event 18590 of a Hyper-V host, about its guest.
  {
    pattern:
      /(?:来宾操作系统.{0,20}以下错误代码|(?:來賓操作系統|客體作業系統).{0,20}以下錯誤(?:代碼|碼))[:：] ?0x(?<code>[0-9a-f]{1,8})(?![\w`])/i,
    origin: 'event-log',
    isOfGuest: true,
  },
  {
    pattern: /\bErrorCode0: 0x(?<code>[0-9a-f]{1,8}), (?<args>(?:ErrorCode[1-4]: 0x[0-9a-f]{1,16}(?:, )?){4})/i,
    origin: 'event-log',
    isOfGuest: true,
  },
];
