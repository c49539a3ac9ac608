import type { Arch, SystemFact } from '../../facts.ts';

export interface SystemField {
  readonly name: SystemFact['name'];
  /** Its group `value` is what the field says. */
  readonly pattern: RegExp;
  /** Brings the printed value into one form; null where it is no such value. */
  readonly shape?: (value: string) => string | null;
}

/** The target architecture as the debugger and Windows print it. */
export function readArch(text: string): Arch | null {
  const word = text.toLowerCase();
  if (/^(?:x64|amd64|x86_64)|x64-based/.test(word)) {
    return 'x64';
  }
  if (/^(?:arm64|aarch64)|arm64-based/.test(word)) {
    return 'arm64';
  }
  return /^(?:x86|i386|ia32)|x86-based/.test(word) ? 'x86' : null;
}

/** Values the firmware or the debugger leaves unfilled. */
function known(value: string): string | null {
  return /^(?:not found|to be filled|default string|system (?:manufacturer|product name)$|unknown$|n\/a$)/i.test(value)
    ? null
    : value;
}

/** `Wed Sep 23 05:14:13.751 2023 (UTC - 7:00)` keeps its zone: nothing is converted here. */
export const SYSTEM_FIELDS: readonly SystemField[] = [
  field('version', /^\s{0,8}(?<value>Windows [\w. ]{1,40}?) (?:Kernel )?Version \d{3,5}/i),
  field('build', /^\s{0,8}Windows [\w. ]{1,40}? (?:Kernel )?Version (?<value>\d{3,5})/i),
  field('processors', /\bVersion \d{3,5}.{0,40}? MP \((?<value>\d{1,4}) procs?\)/i),
  field('build', /\bConnected to Windows \w{1,12} (?<value>\d{4,5}) \w{3,6} /i),
  field('arch', /\bConnected to Windows \w{1,12} \d{4,5} (?<value>\w{3,6}) /i, readArch),
  field(
    'arch',
    /\b(?:Free|Checked) (?<value>x64|x86 compatible|ARM \(64-bit\) AArch64|ARM64|ARM 64-bit|AMD64)/i,
    readBannerArch,
  ),
  field('edition', /^\s{0,8}Product: (?<value>\w{1,20}, suite: .{1,120})$/i),
  field('build-lab', /^\s{0,8}(?:Built by|Edition build lab):\s{1,4}(?<value>[\w.-]{5,120})/i),
  field('build-lab', /^\s{0,8}BUILDLAB_STR:\s{1,6}(?<value>[\w.-]{2,120})/i),
  field('build', /^\s{0,8}(?:OS_VERSION|BUILD_VERSION_STRING):\s{1,6}(?<value>[\d.]{5,40})/i),
  field('version', /^\s{0,8}OSNAME:\s{1,6}(?<value>\S.{0,80})$/i),
  field('arch', /^\s{0,8}OSPLATFORM_TYPE:\s{1,6}(?<value>\w{3,8})/i, readArch),
  field('crash-time', /^\s{0,8}Debug session time: (?<value>\S.{10,80})$/i),
  field('crash-time', /^\s{0,8}(?:Crash Time|崩溃时间)\s{0,20}[:：]\s{1,6}(?<value>\d.{5,60})$/i),
  field('uptime', /^\s{0,8}System Uptime: (?<value>\d.{5,60}|not available)$/i, known),
  field(
    'dump-kind',
    /^\s{0,8}(?<value>(?:Mini Kernel|Kernel(?: Bitmap| Complete| Summary)?) Dump File: (?:Only|Kernel|Full|User)\b.{5,90})$/i,
  ),
  field('dump-file', /\bLoading Dump File \[(?<value>[^\]]{3,260})\]/i),
  field(
    'dump-file',
    /^\s{0,8}(?:Kernel(?:Mode)? Dump (?:Path|File)|KernelMode Dump Path|Dump File)\s{0,20}:\s{1,6}(?<value>\S.{2,260})$/i,
  ),
  field('dump-file', /\b(?:crash dump file|dump was saved in):\s{0,4}(?<value>\S.{2,260}?\.dmp)\b/i),
  field('dump-file', /(?:转储|傾印)[^:：]{0,20}[:：]\s{0,4}(?<value>\S.{2,260}?\.dmp)\b/i),
  field('arch', /^\s{0,8}Processor\s{0,20}:\s{1,20}(?<value>x64|x86|arm64)\s{0,8}$/i, readArch),
  field('computer', /^\s{0,8}(?:Computer Name|Host Name|主机名)\s{0,20}[:：]\s{1,30}(?<value>\S.{0,80})$/i, known),
  field(
    'manufacturer',
    /^\s{0,8}(?:System_?Manufacturer|System Manufacturer|系统制造商)\s{0,20}[=:：]\s{0,30}(?<value>\S.{0,100})$/i,
    known,
  ),
  field(
    'product',
    /^\s{0,8}(?:System_?Product_?Name|System Model|系统型号)\s{0,20}[=:：]\s{0,30}(?<value>\S.{0,100})$/i,
    known,
  ),
  field(
    'bios',
    /^\s{0,8}(?:Bios_?Version|BIOS Version(?:\/Date)?|BIOS 版本(?:\/日期)?)\s{0,20}[=:：]\s{0,30}(?<value>\S.{0,100})$/i,
    known,
  ),
  field('processor', /^\s{0,8}(?:Processor(?:NameString)?|处理器)\s{0,20}[=:：]\s{0,30}(?<value>\S.{3,120})$/i, known),
  field('version', /^\s{0,8}(?:OS Name|OS 名称)\s{0,20}[:：\t ]\s{0,30}(?<value>\S{0,12} {0,2}Windows.{1,80})$/i),
  field(
    'build',
    /^\s{0,8}(?:OS Version|OS 版本|Version|版本)\s{0,20}[:：\t ]\s{0,30}(?<value>\d{1,2}\.\d\.\d{4,5}\b.{0,60})$/i,
  ),
  field('arch', /^\s{0,8}(?:System Type|系统类型)\s{0,20}[:：\t ]\s{0,30}(?<value>\S{1,10}.{0,30})$/i, readArch),
  field(
    'memory',
    /^\s{0,8}(?:Total Physical Memory|Installed Physical Memory \(RAM\)|物理内存总量|Physical Memory)\s{0,20}[:：\t ]\s{0,30}(?<value>\d.{1,60})$/i,
  ),
];

function field(name: SystemFact['name'], pattern: RegExp, shape?: SystemField['shape']): SystemField {
  return shape === undefined ? { name, pattern } : { name, pattern, shape };
}

/** The banner's words differ from those of the fields: `ARM (64-bit) AArch64`. */
function readBannerArch(text: string): string | null {
  return /^arm/i.test(text) ? 'arm64' : readArch(text);
}
