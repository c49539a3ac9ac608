import { isProcessEnd, isSystemService } from '../knowledge/routines.ts';
import type { Look } from '../look.ts';
import { crashWalk } from '../views/crash-walks.ts';
import { frameName } from '../views/frame-name.ts';
import { mereBystanders } from '../views/mere-bystanders.ts';
import { stopCodeOf } from '../views/stop-code-of.ts';
import type { Finding, Likelihoods, Rule } from './rule.ts';

const LEAVES: Likelihoods = {
  program: { parts: 3, because: 'a program may have asked the driver to end the process' },
  forwarder: { parts: 1, because: 'another driver may have told it to' },
};

export const endedByDriver: Rule = {
  name: 'ended-by-driver',
  why: {
    en: 'Windows stops when a process that it cannot do without ends. Where a driver asked the kernel to end it, that driver did it, whatever it took the process for.',
    zh: '必不可少的进程一旦结束，Windows 就会停止。如果是某个驱动要求内核结束它，那就是该驱动所为，无论它把该进程当成了什么。',
  },
  unless: {
    en: 'A program with administrator rights made the driver do it.',
    zh: '是某个具有管理员权限的程序让该驱动这样做的。',
    says: ['program'],
  },
  weight: 'strong',
  family: 'ownership',
  shows: 'ended-process',
  leaves: LEAVES,
  needs: ['stacks', 'bugchecks'],
  find,
};

function find(look: Look): Finding[] {
  const frames = crashWalk(look)?.frames ?? [];
  const ended = frames.findLastIndex(({ frame }) => isProcessEnd(frame.function));
  const asked = frames.findIndex(
    ({ frame, role }, at) => at > ended && !(role?.role === 'kernel' && isSystemService(frame.function)),
  );
  const [end, caller] = [frames[ended], frames[asked]];
  if (!end || caller?.role?.role !== 'third-party' || !look.knowledge.has(stopCodeOf(look.crash), 'process-ended')) {
    return [];
  }
  const { image } = caller.role;
  if (mereBystanders(look).has(image)) {
    return [];
  }
  return [
    {
      suspect: image,
      for: true,
      lines: [end.frame.lines, caller.frame.lines],
      text: {
        en: `${frameName(caller.frame)} asked the kernel to end the process (${frameName(end.frame)}): ${image} ended it.`,
        zh: `${frameName(caller.frame)} 要求内核结束该进程（${frameName(end.frame)}）：是 ${image} 结束了它。`,
      },
      excludes: ['corruptor', 'hardware', 'windows'],
    },
  ];
}
