import type { Look } from '../look.ts';
import { refusedImage } from '../views/refused-image.ts';
import { stopCodeOf } from '../views/stop-code-of.ts';
import type { Finding, Likelihoods, Rule } from './rule.ts';

const LEAVES: Likelihoods = {
  program: { parts: 4, because: 'a tool may have replaced or patched the file, or brought it unsigned' },
  hardware: { parts: 3, because: 'a failing disk changes the bytes that were signed' },
};

export const refusedSignature: Rule = {
  name: 'refused-signature',
  why: {
    en: 'The first programs of Windows load nothing whose signature does not hold. Where that ended one of them, a file is not what was signed: no driver ended it.',
    zh: 'Windows 最先启动的程序不会加载签名无效的文件。如果它们因此结束，说明某个文件与签名时不同：并不是某个驱动结束了它。',
  },
  unless: {
    en: 'The refused file belongs to a product that hooks into these programs.',
    zh: '被拒绝的文件属于某个嵌入这些程序的产品。',
    says: ['program'],
  },
  weight: 'moderate',
  family: 'system',
  shows: 'refused-image',
  leaves: LEAVES,
  needs: ['bugchecks'],
  find,
};

function find(look: Look): Finding[] {
  const refused = refusedImage(look);
  const { knowledge } = look;
  const code = stopCodeOf(look.crash);
  // Where the refused file may be a driver, whose it is stays open.
  if (!refused || !(knowledge.has(code, 'process-ended') || knowledge.has(code, 'first-process'))) {
    return [];
  }
  const { name = refused.status, meaning = null } = knowledge.status(refused.status) ?? {};
  return [
    {
      suspect: 'os',
      for: true,
      lines: [refused.lines],
      text: {
        en: `${refused.from} is ${refused.status} (${name}${meaning ? `: ${meaning.en}` : ''}): Windows ended because a file was refused, not because a driver failed.`,
        zh: `${refused.from} 为 ${refused.status}（${name}${meaning ? `：${meaning.zh}` : ''}）：Windows 因某个文件被拒绝而停止，并不是驱动出错。`,
      },
      excludes: ['driver', 'forwarder', 'corruptor'],
    },
  ];
}
