import type { Look } from '../look.ts';
import { CODE_CHANGED } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

export const imageCorruption: Rule = {
  name: 'image-corruption',
  why: {
    en: 'Code in memory that differs from its file on disk was changed after loading: by failing memory, by a patch, or by a stray write.',
    zh: '内存中的代码与磁盘文件不同，说明加载后被改动过：可能是内存故障、补丁程序或越界写入。',
  },
  unless: [
    {
      en: 'Security software patches the kernel.',
      zh: '安全软件修改了内核代码。',
      says: ['driver'],
    },
    {
      en: 'The debugger compared with the wrong file.',
      zh: '调试器拿来比较的文件不对。',
    },
  ],
  weight: 'weak',
  family: 'machine',
  shows: 'changed-code',
  leaves: CODE_CHANGED,
  needs: ['corruptions'],
  find,
};

function find({ facts }: Look): Finding[] {
  const found = facts.corruptions.find(({ how }) => how === 'chkimg' || how === 'memory-corruption');
  if (!found || facts.corruptions.some(({ how }) => how === 'single-bit')) {
    return [];
  }
  const { module, detail, lines } = found;
  return [
    {
      suspect: 'hardware',
      for: true,
      lines: [lines],
      text: {
        en: `Code of ${module ?? 'a loaded image'} differs from its file (${detail}); that alone does not tell memory failure from a stray write.`,
        zh: `${module ?? '已加载映像'}的代码与文件不一致（${detail}）；仅凭这一点不能区分内存故障与越界写入。`,
      },
    },
  ];
}
