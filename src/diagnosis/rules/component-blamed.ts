import { isShared } from '../knowledge/images.ts';
import type { Look } from '../look.ts';
import { blamedImage } from '../views/blamed-image.ts';
import { allWalks } from '../views/crash-walks.ts';
import type { DriverRole } from '../views/driver-role.ts';
import { driverRole } from '../views/driver-role.ts';
import { faultSite } from '../views/fault-site.ts';
import { stopCodeOf } from '../views/stop-code-of.ts';
import { WINDOWS_ALONE } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

export const componentBlamed: Rule = {
  name: 'component-blamed',
  why: {
    en: "The debugger names a component of Windows, and no other driver shows: the fault is Windows' own as far as can be seen.",
    zh: '调试器指向一个 Windows 组件，且没有其他驱动出现：就目前所见，故障属于 Windows 自身。',
  },
  unless: {
    en: 'Another driver damaged its memory before; a stack or the pool owner would show more.',
    zh: '其他驱动此前破坏了它的内存；调用堆栈或池所有者能说明更多。',
    says: ['corruptor'],
  },
  weight: 'moderate',
  family: 'system',
  leaves: WINDOWS_ALONE,
  needs: ['bugchecks'],
  find,
};

function find(look: Look): Finding[] {
  const { crash } = look;
  if (crash.stack?.isCallChain && crash.stack.frames.length > 3) {
    return [];
  }
  const site = faultSite(look);
  const blamed = blamedImage(look);
  const role = site?.role ?? driverRole(blamed?.image ?? '', look);
  // Of the end of a process the image named is the process: that it is one of Windows is the stop itself.
  if (look.knowledge.has(stopCodeOf(crash), 'process-ended') && /\.exe$/i.test(role?.image ?? '')) {
    return [];
  }
  if (role?.role !== 'component' || isShared(role.image) || showsThirdParty(look)) {
    return [];
  }
  const lines = site?.lines ?? blamed?.lines;
  return [{ suspect: 'os', for: true, lines: lines ? [lines] : [], text: textOf(role) }];
}

function textOf({ image }: DriverRole): Finding['text'] {
  return {
    en: `The output points at ${image}, which comes with Windows; no other driver shows.`,
    zh: `输出内容指向 ${image}，它随 Windows 提供；没有出现其他驱动。`,
  };
}

function showsThirdParty(look: Look): boolean {
  const onStack = allWalks(look).some(({ frames }) => frames.some(({ role }) => role?.role === 'third-party'));
  return onStack || look.facts.namedDrivers.some(({ image }) => driverRole(image, look)?.role === 'third-party');
}
