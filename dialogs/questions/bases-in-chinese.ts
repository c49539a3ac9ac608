/** What rows of the driver table are based on; a row may have several, parted by `; `. */
const BASES: Readonly<Record<string, string>> = {
  'inbox: files of Windows installations, named in public documentation, module lists and pooltag.txt':
    'Windows 自带文件（见公开文档、模块列表和 pooltag.txt）',
  'public list of minifilter altitudes (windows-driver-docs, ifs/allocated-altitudes)':
    '公开的微筛选器高度列表（windows-driver-docs，ifs/allocated-altitudes）',
  'public list of minifilter altitudes (windows-driver-docs)': '公开的微筛选器高度列表（windows-driver-docs）',
  'general knowledge of vendor packages and public crash reports, not checked file by file':
    '厂商安装包和公开崩溃报告的一般知识，未逐个文件核对',
  'Microsoft recommended driver block rules / LOLDrivers (public list)':
    'Microsoft 建议的驱动阻止规则 / LOLDrivers（公开列表）',
  'module lists and driver clean-up scripts published on GitHub and bbs.pediy.com, not checked file by file':
    'GitHub 和 bbs.pediy.com 上公开的模块列表和驱动清理脚本，未逐个文件核对',
  'public lists of security drivers on GitHub (RealBlindingEDR, EDRSandblast, elastic/protections-artifacts, analyses of EDR killers), not checked file by file':
    'GitHub 上公开的安全软件驱动列表（RealBlindingEDR、EDRSandblast、elastic/protections-artifacts 等），未逐个文件核对',
  'LOLDrivers (github.com/magicsword-io/LOLDrivers, Apache-2.0): company and product in the version record of the listed files':
    'LOLDrivers（github.com/magicsword-io/LOLDrivers，Apache-2.0）：所列文件版本信息中的公司和产品',
  'windowsforum.com report on the Windows 11 24H2 safeguard hold 56318982':
    'windowsforum.com 关于 Windows 11 24H2 升级阻止 56318982 的报道',
};

/** What a row of the driver table is based on, in Chinese. */
export function basisInChinese(basis: string): string {
  return basis
    .split('; ')
    .map((one) => BASES[one] ?? one)
    .join('；');
}
