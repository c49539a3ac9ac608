import type { Look } from '../look.ts';
import { crashWalk } from '../views/crash-walks.ts';
import { flippedCookie } from '../views/flipped-cookie.ts';
import { frameName } from '../views/frame-name.ts';
import { stopCodeOf } from '../views/stop-code-of.ts';
import { LOOKS } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

export const brokenCookie: Rule = {
  name: 'broken-cookie',
  why: {
    en: 'The compiler puts a cookie between the buffers of a function and its return address, and the function checks it itself: what broke lies in its own frame.',
    zh: '编译器在函数的缓冲区与返回地址之间放置了 Cookie，并由该函数自行检查：被破坏的正是它自己的栈帧。',
  },
  unless: {
    en: 'A callee was handed a buffer of this frame and wrote too much into it.',
    zh: '被调用的函数收到了该栈帧中的缓冲区，并写入过多。',
  },
  weight: 'strong',
  family: 'values',
  shows: 'overwritten-stack',
  leaves: LOOKS,
  needs: ['bugchecks', 'stacks'],
  find,
};

function find(look: Look): Finding[] {
  const { crash, knowledge } = look;
  const first = crashWalk(look)?.frames[0];
  // One bit is no overrun: then the machine is asked.
  if (
    flippedCookie(look) ||
    !first?.role ||
    !crash.bugcheck ||
    !knowledge.has(stopCodeOf(crash), 'stack-cookie', crash.bugcheck.args)
  ) {
    return [];
  }
  return [
    {
      suspect: 'hardware',
      for: false,
      lines: [crash.bugcheck.lines, first.frame.lines],
      text: {
        en: `The cookie that broke lies in the frame of ${frameName(first.frame)}, which found it overwritten on its own return.`,
        zh: `被破坏的 Cookie 位于 ${frameName(first.frame)} 的栈帧中，是该函数返回时自己发现的。`,
      },
      excludes: ['corruptor', 'hardware'],
    },
  ];
}
