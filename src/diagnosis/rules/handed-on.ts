import type { Text } from '../../language/text.ts';
import type { Look } from '../look.ts';
import type { Standing } from '../views/bystanders.ts';
import { frameName } from '../views/frame-name.ts';
import { mereBystanders } from '../views/mere-bystanders.ts';
import { poolOwners } from '../views/pool-owner.ts';
import { BEHIND_WINDOWS } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

export const handedOn: Rule = {
  name: 'handed-on',
  why: {
    en: 'Hooks, filters and adapters hand on what others ask for: they stand on the stack of every such call, whoever fails in it.',
    zh: '挂钩、筛选器和适配器只是转交别人的请求：无论是谁出错，它们都在这类调用的栈上。',
  },
  unless: {
    en: 'It changed what it handed on; its owner of memory or a second dump would show that.',
    zh: '它改动了所转交的内容；内存的所有者或第二个转储可以说明这一点。',
  },
  weight: 'strong',
  family: 'code',
  leaves: BEHIND_WINDOWS,
  needs: ['stacks'],
  find,
};

function find(look: Look): Finding[] {
  const owners = new Set(poolOwners(look).map(({ image }) => image));
  return [...mereBystanders(look).values()]
    .filter(({ image }) => !owners.has(image))
    .map(({ beside, frames, image, standing }) => {
      const own = frames[0]?.frame ?? beside.frame;
      const { en, zh } = SAYS[standing];
      const filled = (text: string) =>
        text
          .replace('<image>', () => image)
          .replace('<own>', () => frameName(own))
          .replace('<beside>', () => frameName(beside.frame));
      return {
        suspect: image,
        for: false,
        lines: [beside.frame.lines, own.lines],
        text: { en: filled(en), zh: filled(zh) },
      };
    });
}

const SAYS: Readonly<Record<Standing, Text>> = {
  hook: {
    en: '<own> is a hook in the system call: it handed the call of the application on to <beside>, which did the work.',
    zh: '<own> 是系统调用中的挂钩：它把应用程序的调用转交给 <beside>，实际工作由后者完成。',
  },
  filter: {
    en: '<own> was given a request and handed the same one on (<beside>): the next driver worked on it.',
    zh: '<own> 收到一个请求后原样转交（<beside>）：处理该请求的是下一个驱动。',
  },
  drawing: {
    en: '<own> gave the drawing back to Windows (<beside>), which did it itself.',
    zh: '<own> 把绘图交还给 Windows（<beside>），由 Windows 自行完成。',
  },
  input: {
    en: '<own> is called between port and class driver, and handed on what came from the device (<beside>).',
    zh: '<own> 位于端口驱动和类驱动之间，只是转交了设备的输入（<beside>）。',
  },
  messenger: {
    en: '<own> handed a packet on (<beside>); another module worked on it when the fault happened.',
    zh: '<own> 只是转交了数据包（<beside>）；出错时处理它的是另一个模块。',
  },
  adapter: {
    en: '<own> handed the request on to the port class driver (<beside>), as audio adapters do with what they leave to Windows.',
    zh: '<own> 把请求转交给端口类驱动（<beside>），音频适配器对交由 Windows 处理的请求都是如此。',
  },
  detector: {
    en: '<own> only counted and noticed: the power framework of Windows (<beside>) called it on behalf of another driver.',
    zh: '<own> 只是计数并发现异常：Windows 的电源框架（<beside>）是替另一个驱动调用它的。',
  },
  unwound: {
    en: 'The call of <image> was being left after an exception; what failed is the clean-up further up (<beside>).',
    zh: '异常发生后 <image> 的调用正在被展开退出；出错的是更上层的清理代码（<beside>）。',
  },
};
