import type { NamedDriverFact } from '../../facts.ts';

export interface DriverPhrase {
  readonly by: NamedDriverFact['by'];
  readonly strength: NamedDriverFact['strength'];
  /** Its group `image` is the driver. */
  readonly pattern: RegExp;
}

const IMAGE = '(?<image>[\\w$.-]{1,80}\\.(?:sys|dll|exe))';

/**
 * Phrases that name a driver, the surest ones first. The wording is that of the debugger, of the blue screen and of
 * the tools WhoCrashed and BlueScreenView (NirSoft); a path before the name is skipped.
 */
export const DRIVER_PHRASES: readonly DriverPhrase[] = [
  // The kernel's own record, kept in KiBugCheckDriver (Microsoft Learn, bug checks 0xCB, 0xD1, 0xFC).
  points('bugcheck-driver', `KiBugCheckDriver[^"\\n]{0,120}"(?:[^"\\n]{0,200}\\\\)?${IMAGE}"`),
  points('bugcheck-driver', `^\\s{0,20}BUGCHECK(?:ING)?_DRIVER:\\s{1,10}${IMAGE}`),
  // Blue screens of Windows 8 and later, of Windows XP and of Windows 2000 to 7.
  points('stop-screen', `\\bWhat failed\\??\\s{0,4}:?\\s{0,4}${IMAGE}`),
  points(
    'stop-screen',
    `(?:失败的操作|失败内容|失败的项目|失敗的操作|失敗內容|失敗的項目|出现问题的文件)\\s{0,4}[:：]\\s{0,4}${IMAGE}`,
  ),
  points('stop-screen', `\\bcaused by the following file:\\s{0,4}${IMAGE}`),
  // Pages escape the stars (`**\\*`), take them apart (`* **`) or for a list.
  points(
    'stop-screen',
    `(?:^[\\s*\\\\>]{0,16}|\\)\\s{0,4}\\*{3}\\s{1,4}|,0x[0-9a-f]{8,16}\\)\\s{1,4})${IMAGE} - Address (?:0x)?[0-9A-F\`]{7,18}(?: base at|\\s{0,4}$)`,
  ),
  // What the kernel sends to a debugger that is attached, before it stops (KiDisplayBlueScreen, KiBugCheckDriver).
  points(
    'bugcheck-driver',
    `(?:^[\\s*\\\\>]{0,16}|\\)\\s{1,4})Driver at fault\\s{0,4}:[\\s\`]{0,8}${IMAGE}(?:\\.?$|[\\s.,;\`])`,
  ),
  points('stop-screen', `\\bhas base at (?:0x)?[0-9a-f]{8,16} ?[-–] ?${IMAGE}`),
  points('verifier', `^\\s{0,20}VERIFIER_DRIVER\\w{0,30}:\\s{1,10}${IMAGE}`),
  points('probably-caused-by', `\\bProbably caused by\\s{0,20}:\\s{0,4}[\`"']?${IMAGE}`),
  // The short form in one line, as people note it for each of several dumps.
  points(
    'probably-caused-by',
    `\\bBugCheck [0-9a-f]{1,8}, ?\\{[^{}\\n]{1,120}\\}[\\s,;:–-]{0,8}(?:Probably )?caused by\\s{0,4}:?\\s{0,4}[\`"']?${IMAGE}`,
  ),
  // A sentence about a driver may be a colleague's opinion as well as the debugger's text.
  mentions(
    'leaked',
    `\\b(?:driver )?${IMAGE} (?:has (?:leaked|left|not (?:freed|released|unlocked))|left|leaked|failed to (?:free|release|unlock)) `,
  ),
  mentions('leaked', `\\b${IMAGE} has \\d{1,9} (?:outstanding|leaked|unfreed) `),
  mentions('unable-to-load', `\\bUnable to load image\\s{1,4}(?:[^,\\n]{0,200}[\\\\/])?${IMAGE}`),
  mentions('unable-to-load', `\\bsymbols could not be loaded for\\s{1,4}${IMAGE}`),
  mentions('unable-to-load', `\\bUnable to verify (?:timestamp|checksum) for\\s{1,4}${IMAGE}`),
  mentions('unloaded', `<?\\bUnloaded_${IMAGE}`),
  mentions('tool', `\\bupdate for the following driver:\\s{0,4}${IMAGE}`),
  // A row of BlueScreenView: code, four parameters, then the driver.
  mentions(
    'tool',
    `\\b0x[0-9a-f]{8}[\\s|]{1,8}(?:(?:0x)?[0-9a-f]{8}[\`' ]?(?:[0-9a-f]{8})?[\\s|]{1,8}){4}${IMAGE}[\\s|]`,
  ),
  mentions('tool', `^\\s{0,20}(?:Caused By|Crash) Address\\s{0,20}:\\s{0,20}${IMAGE}\\+`),
  // Event 1019 of WER-SystemErrorReporting.
  mentions('tool', `\\bPossibly related driver:\\s{0,4}${IMAGE}`),
  mentions('tool', `\\bcaused by the following (?:module|driver):\\s{0,4}${IMAGE}`),
  // WhoCrashed in any language and version: the module, and the debugger's name for it with the offset.
  mentions('tool', `[:：]\\s{0,8}${IMAGE}\\s{1,4}\\([\\w$.-]{1,80}\\+0x[0-9a-f]{1,8}\\)`),
  mentions(
    'tool',
    `^\\s{0,20}(?:Caused By Driver|Faulting (?:driver name|module name(?=.{0,80}\\.sys))|导致错误的驱动程序|由驱动程序引起)\\s{0,20}[:：]\\s{0,20}${IMAGE}`,
  ),
];

function points(by: DriverPhrase['by'], source: string): DriverPhrase {
  return { by, strength: 'points', pattern: new RegExp(source, 'i') };
}

function mentions(by: DriverPhrase['by'], source: string): DriverPhrase {
  return { by, strength: 'mentions', pattern: new RegExp(source, 'i') };
}
