import { byKey } from './by-key.ts';
import type { LinkRule, SeenCrash } from './link.ts';

/** Only ever said beside another reason: one build is on millions of machines. */
export const sameBuild: LinkRule = {
  name: 'same-build',
  tie: { en: 'they run the same build of Windows', zh: '运行相同版本的 Windows' },
  find: (crashes) =>
    byKey(crashes, buildOf).map(([build, members]) => ({
      crashes: members,
      certain: false,
      text: {
        en: `they run the same build of Windows (${build}), which fits but proves nothing alone.`,
        zh: `运行相同版本的 Windows（${build}），与上述原因相符，但单独不能说明问题。`,
      },
    })),
};

function buildOf({ crash: { facts } }: SeenCrash): string | null {
  return facts.systems.find(({ name }) => name === 'build-lab' || name === 'build')?.value.trim() ?? null;
}
