import type { DiagnosedCrash } from '../diagnosis/diagnosis.ts';
import { joined, SEMICOLON } from '../language/joined.ts';
import type { Text } from '../language/text.ts';
import { LABELS } from './words.ts';

type Judgement = DiagnosedCrash['judgement'];
type Rival = Judgement['remaining'][number]['rival'];

const RIVALS: Readonly<Record<Rival, Text>> = {
  driver: { en: 'another driver', zh: '另一个驱动' },
  forwarder: { en: 'a driver whose request was only passed on here', zh: '请求在此只是被转交的另一个驱动' },
  corruptor: { en: 'somebody who damaged memory earlier', zh: '更早破坏内存的其他代码' },
  hardware: { en: 'failing memory, processor or device', zh: '内存、处理器或设备故障' },
  windows: { en: 'Windows itself', zh: 'Windows 自身' },
  platform: { en: 'firmware or hypervisor', zh: '固件或虚拟机监控程序' },
  program: { en: 'a program that ended or was ended', zh: '自行结束或被结束的程序' },
  deliberate: { en: 'somebody who asked for the stop', zh: '有人主动要求停止' },
};

/** What an explanation of a crash is called in a list. */
export function kindOfRival(rival: Rival): Text {
  return RIVALS[rival];
}

/** What the evidence rules out and what it leaves, as rows; a row is left out where there is nothing to say. */
export function rivalRows({ excluded, remaining, verdict }: Judgement): readonly (readonly [Text, Text | null])[] {
  const left = verdict.culprit === 'unknown' ? openNames(remaining) : remaining.map(rivalName);
  const isOpen = verdict.culprit === 'unknown';
  return [
    [LABELS.excluded, listed(excluded.map(({ rival }) => RIVALS[rival]))],
    [LABELS.remaining, isOpen && left.length < 2 ? null : listed(left)],
  ];
}

/** What an explanation that is left is called: its image, where the paste shows one. */
export function rivalName({ rival, suspect }: Judgement['remaining'][number]): Text {
  return suspect === null ? RIVALS[rival] : { en: suspect, zh: suspect };
}

/** Where nobody is named there is no other driver yet, unless a lead is one. */
const SOME_DRIVER: Text = { en: 'a driver from outside Windows', zh: '某个非 Windows 驱动' };

/** What an open question leaves, likeliest first. */
export function openNames(remaining: Judgement['remaining']): readonly Text[] {
  const hasLead = remaining.some(({ rival, suspect }) => rival === 'driver' && suspect !== null);
  return remaining.map((one) =>
    one.rival === 'driver' && one.suspect === null && !hasLead ? SOME_DRIVER : rivalName(one),
  );
}

function listed(texts: readonly (Text | string)[]): Text | null {
  return texts.length === 0 ? null : joined(texts, SEMICOLON);
}
