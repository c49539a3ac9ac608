import type { NamedDriverFact } from '../facts.ts';
import type { Look } from '../look.ts';
import { blamedLines } from '../views/blamed-lines.ts';
import type { DriverRole } from '../views/driver-role.ts';
import { driverRole, isWindows } from '../views/driver-role.ts';
import { BLAMED } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

export const windowsDetector: Rule = {
  name: 'windows-detector',
  why: {
    en: 'The kernel and its port drivers call other drivers and are called by them: they are where faults surface, rarely where they start.',
    zh: '内核和端口驱动调用其他驱动，也被其他驱动调用：故障往往在它们身上显现，却很少由它们引起。',
  },
  unless: {
    en: 'Only code of that component is involved from the system call to the fault.',
    zh: '从系统调用到出错点只涉及该组件自己的代码。',
  },
  weight: 'strong',
  family: 'code',
  leaves: BLAMED,
  needs: [],
  find,
};

/** What the screen or the kernel itself names is told of a component, too; what !analyze names of those is component-blamed's. */
function find(look: Look): Finding[] {
  const { crash, facts } = look;
  const named = facts.namedDrivers.find(({ by }) => by === 'bugcheck-driver' || by === 'stop-screen');
  const role = driverRole(crash.image ?? named?.image ?? '', look);
  const by = crash.image === null && named ? whoNames(named, look) : 'analyze';
  if (!role || !isWindows(role) || (role.role === 'component' && by === 'analyze')) {
    return [];
  }
  const lines = (crash.image ? blamedLines(look) : undefined) ?? named?.lines ?? crash.mentions[0];
  return [{ suspect: role.image, for: false, lines: lines ? [lines] : [], text: textOf(role, WHO[by]) }];
}

function whoNames({ by }: NamedDriverFact, { crash }: Look): keyof typeof WHO {
  if (by === 'bugcheck-driver') {
    return by;
  }
  return crash.bugcheck?.told === true ? 'told-screen' : 'stop-screen';
}

const WHO = {
  'bugcheck-driver': { en: 'KiBugCheckDriver', zh: 'KiBugCheckDriver ' },
  'stop-screen': { en: 'The screen', zh: '屏幕' },
  'told-screen': { en: 'The screen, as somebody tells it,', zh: '据描述，屏幕' },
  analyze: { en: '!analyze', zh: '!analyze ' },
} as const;

function textOf({ image, role }: DriverRole, by: Finding['text']): Finding['text'] {
  if (role === 'kernel') {
    return {
      en: `${by.en} names ${image}, the Windows kernel: it detected the fault, which does not make it the cause.`,
      zh: `${by.zh}指向 ${image}，即 Windows 内核：它发现了故障，但这不等于它是原因。`,
    };
  }
  if (role === 'component') {
    return {
      en: `${by.en} names ${image}, which comes with Windows: the fault showed there, and whose data or request it was is not said.`,
      zh: `${by.zh}指向 ${image}，它随 Windows 提供：故障在那里显现，但没有说明数据或请求来自谁。`,
    };
  }
  return {
    en: `${by.en} names ${image}, a part of Windows through which other drivers' requests pass: that does not say whose request it was.`,
    zh: `${by.zh}指向 ${image}，它是 Windows 的组件，其他驱动的请求都经过它：这并不说明请求来自哪个驱动。`,
  };
}
