import type { ModuleFact } from '#src/diagnosis/facts.ts';
import type { Driver } from '#src/diagnosis/knowledge/knowledge.ts';
import { isCommandWord } from '#src/diagnosis/names/file-names.ts';
import type { Text } from '#src/language/text.ts';
import {
  type AnswerPart,
  accused,
  type Claim,
  claimAt,
  evidenceClaims,
  evidenceOf,
  type On,
  part,
  plain,
} from '../on.ts';
import { namingsOf } from '../seen.ts';
import { HEADINGS, knownDriver, listedBy, neverSeen, unknownDriver } from '../words.ts';
import { placeClaims } from './line.ts';

const KINDS: Readonly<Record<Driver['kind'], Text>> = {
  kernel: { en: 'the kernel of Windows', zh: 'Windows 内核' },
  port: {
    en: 'a framework of Windows, which calls drivers and is called by them',
    zh: 'Windows 的驱动框架，与其他驱动互相调用',
  },
  component: { en: 'a component of Windows', zh: 'Windows 组件' },
  'network-adapter': { en: 'driver of a network card', zh: '网卡驱动' },
  'network-filter': { en: 'network filter', zh: '网络筛选器驱动' },
  'file-filter': { en: 'file-system filter', zh: '文件系统筛选器驱动' },
  'anti-virus': { en: 'security software', zh: '安全软件驱动' },
  vpn: { en: 'driver of a VPN', zh: 'VPN 驱动' },
  display: { en: 'driver of a graphics card', zh: '显卡驱动' },
  audio: { en: 'audio driver', zh: '音频驱动' },
  storage: { en: 'storage driver', zh: '存储驱动' },
  'card-reader': { en: 'driver of a card reader', zh: '读卡器驱动' },
  usb: { en: 'USB driver', zh: 'USB 驱动' },
  input: { en: 'driver of an input device', zh: '输入设备驱动' },
  chipset: { en: 'chipset driver', zh: '芯片组驱动' },
  bluetooth: { en: 'Bluetooth driver', zh: '蓝牙驱动' },
  virtualisation: { en: 'virtualisation driver', zh: '虚拟化驱动' },
  overclocking: { en: 'driver of an overclocking or monitoring tool', zh: '超频或硬件监控工具的驱动' },
  rgb: { en: 'driver of a lighting tool', zh: '灯光控制工具的驱动' },
  'anti-cheat': { en: 'anti-cheat driver of games', zh: '游戏反作弊驱动' },
  backup: { en: 'driver of backup software', zh: '备份软件驱动' },
  encryption: { en: 'encryption driver', zh: '加密驱动' },
  printer: { en: 'printer driver', zh: '打印机驱动' },
  test: { en: 'tool that crashes Windows on purpose', zh: '用于主动触发崩溃的测试工具' },
  other: { en: 'driver', zh: '驱动' },
};

/** What a module is: by the public lists, by its own record in the paste, and what the evidence says of it. */
export function driver(on: On): AnswerPart[] {
  const { say, knowledge } = on;
  const { image, said } = meant(on) ?? {};
  if (image === undefined || said === undefined) {
    return part([plain(accused(on).sentence)]);
  }
  const known = knowledge.driver(image);
  const isSeen =
    on.crashes.some(({ diagnosed }) => namingsOf(image, diagnosed.crash, knowledge).length > 0) ||
    evidenceOf(on).some(({ evidence }) => evidence.suspect === image);
  const stem = image.replace(/\.\w{1,4}$/, '');
  return [
    ...(known
      ? part([
          plain(say(knownDriver(image, known.product, known.vendor, KINDS[known.kind]))),
          plain(say(listedBy(known.basis))),
        ])
      : [{ claims: [plain(say(unknownDriver(image)))], commands: isCommandWord(stem) ? [`lmvm ${stem}`] : [] }]),
    ...part(isSeen ? [] : [plain(say(neverSeen(said)))]),
    ...part(records(on, image), say(HEADINGS.record)),
    ...(isSeen ? roleHere(on, image) : []),
  ];
}

/** "This driver" is the one that is accused; undefined where that is no file. */
function meant(on: On): { readonly image: string; readonly said: string } | undefined {
  const { subject } = on.asked;
  if (subject?.kind === 'driver') {
    return subject;
  }
  const { culprit } = accused(on);
  return culprit.includes('.') ? { image: culprit, said: culprit } : undefined;
}

function records(on: On, image: string): Claim[] {
  return on.crashes
    .flatMap((one) =>
      one.diagnosed.crash.facts.modules
        .filter((module) => namedAs(module, image))
        .filter(({ version, company, timestamp, path }) => version ?? company ?? timestamp ?? path)
        .map((module) => claimAt(on, one, recordText(module), [module.lines])),
    )
    .slice(0, 1);
}

function namedAs({ name, image: file }: ModuleFact, image: string): boolean {
  return (file ?? `${name}.sys`).toLowerCase() === image;
}

function recordText({ version, company, product, timestamp, path }: ModuleFact): Text {
  const built = timestamp?.slice(0, 10);
  return {
    en: [
      company === null ? 'no company name' : company,
      ...(product === null ? [] : [product]),
      version === null ? 'no version' : `version ${version}`,
      ...(built === undefined ? [] : [`built ${built}`]),
      ...(path === null ? [] : [path]),
    ].join(', '),
    zh: [
      company === null ? '没有公司名称' : company,
      ...(product === null ? [] : [product]),
      version === null ? '没有版本号' : `版本 ${version}`,
      ...(built === undefined ? [] : [`生成于 ${built}`]),
      ...(path === null ? [] : [path]),
    ].join('，'),
  };
}

function roleHere(on: On, image: string): AnswerPart[] {
  const about = evidenceOf(on).filter(({ evidence }) => evidence.suspect === image);
  const claims = evidenceClaims(on, about, 2);
  const here = on.say(HEADINGS.here);
  if (claims.length === 0) {
    return part(placeClaims(on, image).slice(0, 1), on.say(HEADINGS.inPaste));
  }
  const { culprit, sentence } = accused(on);
  return part(image === culprit ? [plain(sentence), ...claims] : claims, here);
}
