import type { WaitingFor } from '#src/cases/case-event.ts';

/** Makers of hardware and drivers that cases wait for. A customer may bear one of these names too: then people say "customer". */
const MAKERS = {
  en: [
    ...[
      'dell',
      'hp',
      'hpe',
      'lenovo',
      'intel',
      'amd',
      'nvidia',
      'realtek',
      'broadcom',
      'qualcomm',
      'mediatek',
      'asus',
      'acer',
    ],
    ...[
      'samsung',
      'toshiba',
      'fujitsu',
      'supermicro',
      'cisco',
      'vmware',
      'citrix',
      'veeam',
      'symantec',
      'mcafee',
      'trellix',
    ],
    ...[
      'sophos',
      'kaspersky',
      'eset',
      'crowdstrike',
      'sentinelone',
      'trend micro',
      'logitech',
      'synaptics',
      'marvell',
      'mellanox',
    ],
    ...['huawei', 'microsoft', 'msft'],
  ],
  zh: [
    '戴尔',
    '惠普',
    '联想',
    '英特尔',
    '英伟达',
    '瑞昱',
    '博通',
    '高通',
    '联发科',
    '华硕',
    '宏碁',
    '三星',
    '东芝',
    '富士通',
    '华为',
    '微软',
    '思科',
    '深信服',
    '奇安信',
    '火绒',
  ],
};

/** What people call those whom a case may wait for. */
const NAMES: Readonly<Record<WaitingFor, { readonly en: readonly string[]; readonly zh: readonly string[] }>> = {
  customer: {
    en: ['customers?', 'custo?mers?', 'custmers?', 'custs?', 'clients?', 'users?', 'end ?users?', 'cx'],
    zh: ['客户', '用户', '客户方'],
  },
  vendor: {
    en: ['vendors?', 'suppliers?', 'manufacturers?', 'oem', 'isv', 'ihv', 'third party', '3rd party', ...MAKERS.en],
    zh: ['厂商', '厂家', '原厂', '供应商', '第三方', ...MAKERS.zh],
  },
  us: {
    en: ['us', 'me', 'our', 'ours', 'we', 'our (?:side|end|team)', 'internal'],
    zh: ['我们', '我', '我方', '咱们', '咱', '内部', '自己'],
  },
};

export const PARTIES = ['customer', 'vendor', 'us'] as const;

const PATTERNS = PARTIES.map((party) => {
  const { en, zh } = NAMES[party];
  return [party, `(?:(?<![a-z])(?:${en.join('|')})(?:'s)?(?![a-z])|${zh.join('|')})`] as const;
});

/** For patterns: each of them, in both languages. */
export const PARTY = `(?:${PATTERNS.map(([, pattern]) => pattern).join('|')})`;
const WHOLE = PATTERNS.map(([party, pattern]) => [party, new RegExp(`^${pattern}$`, 'iu')] as const);
const WITHIN = PATTERNS.map(([party, pattern]) => [party, new RegExp(pattern, 'iu')] as const);

/** Whom a word names; null for any other. */
export function partyOf(word: string): WaitingFor | null {
  return WHOLE.find(([, pattern]) => pattern.test(word))?.[0] ?? null;
}

/** The one who is named in some words, customers before vendors before us; null where nobody is. */
export function partyNamed(words: string): WaitingFor | null {
  return WITHIN.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}
