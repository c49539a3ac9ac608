import type { Text } from '../../language/text.ts';
import { isNoImage } from '../knowledge/images.ts';
import type { Judged } from './judged.ts';
import type { Contradiction } from './verdict.ts';

/** Where the verdict differs from the image that !analyze names, and the finding that decides; null where they agree. */
export function contradiction({ crash, knowledge, suspects, verdict: { culprit } }: Judged): Contradiction | null {
  const blamed = crash.image?.toLowerCase();
  if (!blamed || culprit === 'unknown' || blamed === culprit) {
    return null;
  }
  if (isNoImage(blamed) && (culprit === 'hardware' || !MACHINE.test(blamed))) {
    return null;
  }
  // The program that ended, or was running, is no driver that anybody contradicts.
  if (blamed === crash.process?.toLowerCase()) {
    return null;
  }
  const driver = knowledge.driver(blamed);
  if (driver?.image === culprit || (culprit === 'os' && driver?.owner === 'windows')) {
    return null;
  }
  const reason = suspects[0]?.evidence.find((evidence) => evidence.for);
  const named = { en: culprit, zh: ` ${culprit} `, ...NAMES[culprit] };
  return {
    names: {
      en: `!analyze names ${blamed}; we name ${named.en}.`,
      zh: `!analyze 指向 ${blamed}，我们指向${named.zh.trimEnd()}。`,
    },
    because: reason?.text ?? null,
  };
}

/** What !analyze writes in place of an image where it suspects memory or processor; elsewhere it found nobody. */
const MACHINE = /^(?:memory_corruption|hardware(?:_\w{1,20})?|genuineintel|authenticamd)(?:\.sys)?$/;

const NAMES: Readonly<Record<string, Text>> = {
  hardware: { en: 'the hardware', zh: '硬件' },
  os: { en: 'Windows itself', zh: ' Windows 本身' },
};
