import type { Party } from './asked.ts';

/** Words for somebody without a file name. The longer before their beginnings. */
const WORDS: readonly (readonly [Party, readonly string[]])[] = [
  [
    'hardware',
    [
      ...[
        'faulty memory',
        '(?<=(?:swap|replace|exchange|change|test) (?:the )?)memory',
        'bad memory',
        'memory sticks?',
        'memory modules?',
        'dimms?',
        'ram sticks?',
        'ram',
        'hardware',
      ],
      ...[
        '(?:hard )?disks?',
        'ssd',
        'cpu',
        'processor',
        'motherboard',
        'mainboard',
        'power supply',
        'psu',
        'overheating',
      ],
      ...[
        '内存条',
        '(?<=换(?:个|根|条|新)?)内存',
        '内存(?=坏|有问题|的?问题|故障|不稳)',
        '硬件',
        '硬盘',
        '磁盘',
        '固态盘',
        'cpu',
        '处理器',
        '主板',
        '电源',
        '过热',
      ],
    ],
  ],
  [
    'os',
    [
      ...[
        'windows itself',
        'windows update',
        'windows kernel',
        'windows',
        'microsoft',
        'the os',
        'operating system',
        'kernel',
      ],
      ...[
        'windows ?本身',
        '操作系统',
        '系统(?:本身|自身|自己|内核)',
        '内核',
        '微软',
        '系统(?=的?问题|有问题|的? ?bug|更新|补丁)',
      ],
    ],
  ],
  [
    'network-adapter',
    ['(?:wifi|wi-fi|wlan|network|nic)(?: card| adapter)? drivers?', '网卡(?:驱动)?', '无线(?:网卡)?驱动'],
  ],
  ['display', ['(?:gpu|graphics|video|display)(?: card)?(?: drivers?)?', '显卡(?:驱动)?', '显示驱动']],
  [
    'anti-virus',
    [
      'anti-?virus',
      'virus scanner',
      'av software',
      'security software',
      'edr',
      '杀毒软件',
      '杀软',
      '防病毒软件',
      '安全软件',
    ],
  ],
  ['vpn', ['vpn(?: client| software| driver)?', 'vpn(?:客户端|软件|驱动)?']],
  ['storage', ['storage drivers?', '存储驱动', '磁盘驱动']],
  ['audio', ['(?:audio|sound)(?: card)? drivers?', '声卡(?:驱动)?']],
  ['usb', ['usb drivers?', 'usb ?驱动']],
];

const READERS = WORDS.map(([party, words]) => ({
  party,
  patterns: words.map((word) => new RegExp(`(?<![a-z0-9])(?:${word})(?![a-z0-9])`, 'giu')),
}));

/** Replaces the words for somebody without a file, in a text of small letters. */
export function withoutParties(text: string, put: (party: Party) => string): string {
  let rest = text;
  for (const { party, patterns } of READERS) {
    for (const pattern of patterns) {
      rest = rest.replace(pattern, () => put(party));
    }
  }
  return rest;
}
