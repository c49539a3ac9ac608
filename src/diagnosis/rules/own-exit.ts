import type { Frame } from '../facts.ts';
import { isSystemProgram, isSystemProgramLibrary } from '../knowledge/images.ts';
import { isProcessEnd } from '../knowledge/routines.ts';
import type { Look } from '../look.ts';
import { frameName } from '../views/frame-name.ts';
import { stopCodeOf } from '../views/stop-code-of.ts';
import type { Finding, Likelihoods, Rule } from './rule.ts';

const LEAVES: Likelihoods = {
  hardware: { parts: 3, because: 'a disk that returns damaged files makes programs give up' },
  program: { parts: 2, because: 'a program may have made the system process fail by what it asked' },
};

export const ownExit: Rule = {
  name: 'own-exit',
  why: {
    en: 'A program of Windows that ends itself, and that Windows cannot do without, found its own files or settings unusable: no driver ended it.',
    zh: 'Windows 离不开的程序自行结束，说明它发现自己的文件或设置无法使用：并不是某个驱动结束了它。',
  },
  unless: {
    en: 'Another program ended it: then that one is on the stack.',
    zh: '是另一个程序结束了它：那样的话调用堆栈上会有该程序。',
    says: ['program'],
  },
  weight: 'moderate',
  family: 'system',
  shows: 'ended-process',
  leaves: LEAVES,
  needs: ['stacks', 'bugchecks'],
  find,
};

function find({ crash, knowledge }: Look): Finding[] {
  const frames = crash.stack?.isCallChain ? crash.stack.frames : [];
  const asked = frames.findLastIndex(({ function: name }) => isProcessEnd(name));
  const ended = frames[asked];
  const below = frames.slice(asked + 1);
  const program = below.find(isOwnCode);
  if (!knowledge.has(stopCodeOf(crash), 'process-ended') || !ended || !program) {
    return [];
  }
  const isWindowsAlone = below.every(({ module }) => module === null || isOfWindows(module));
  const who = crash.process ?? whoExits(below);
  if (!isWindowsAlone || who === null || !isSystemProgram(who.replace(/\.exe$/i, ''))) {
    return [];
  }
  return [
    {
      suspect: 'os',
      for: true,
      lines: [ended.lines, program.lines],
      text: {
        en: `${who} ended itself (${frameName(program)} → ${frameName(ended)}): its files or settings are damaged, and no driver took part.`,
        zh: `${who} 自行结束（${frameName(program)} → ${frameName(ended)}）：它的文件或设置已损坏，没有驱动参与。`,
      },
      excludes: ['driver', 'forwarder'],
    },
  ];
}

/** What a program calls that ends itself; with TerminateProcess it may end another one. */
const EXIT = /^(?:RtlExitUserProcess|ExitProcess(?:Implementation)?|_?exit)$/i;

/** The program whose own code asked for its end, where no line names the process; null where it may have ended another one. */
function whoExits(frames: readonly Frame[]): string | null {
  const at = frames.findIndex(({ function: name }) => EXIT.test(name ?? ''));
  const own = at === -1 ? undefined : frames.slice(at + 1).find(({ module }) => isSystemProgram(module ?? ''));
  return own?.module ?? null;
}

function isOfWindows(module: string): boolean {
  return isSystemProgram(module) || isSystemProgramLibrary(module) || /^nt$/i.test(module);
}

/** Code of the program or of a library with its work, rather than the library through which it asks. */
function isOwnCode({ module }: Frame): boolean {
  return module !== null && !/^(?:nt|ntdll)$/i.test(module) && isOfWindows(module);
}
