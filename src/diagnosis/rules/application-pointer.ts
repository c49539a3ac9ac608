import { isControlService } from '../knowledge/routines.ts';
import type { Look } from '../look.ts';
import { crashWalk } from '../views/crash-walks.ts';
import { fieldOffset } from '../views/field-offset.ts';
import { frameName } from '../views/frame-name.ts';
import { isNearNull, isUserAddress } from '../views/hex-value.ts';
import { faultingFrame } from '../views/nearest-to-fault.ts';
import { touchedAddress } from '../views/touched-address.ts';
import { LOOKS } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

export const applicationPointer: Rule = {
  name: 'application-pointer',
  why: {
    en: 'A driver must check every pointer that a program sends with a control request. One that it used as it came is its own fault, whatever the program meant.',
    zh: '驱动必须检查程序随控制请求传来的每个指针。未经检查就使用，无论程序意图如何，都是驱动自身的错误。',
  },
  unless: {
    en: 'A driver above had put the address into a request that this one takes from it unchecked.',
    zh: '该地址由上层驱动放入请求，而此驱动直接采用。',
    says: ['forwarder'],
  },
  weight: 'strong',
  family: 'values',
  shows: 'program-pointer',
  leaves: LOOKS,
  needs: ['stacks'],
  find,
};

function find(look: Look): Finding[] {
  const faulting = faultingFrame(look);
  const driver = faulting?.role?.image;
  const touched = touchedAddress(look);
  const asked = crashWalk(look)?.frames.find(({ frame }) => isControlService(frame.function));
  if (
    !faulting ||
    !driver ||
    !touched ||
    !asked ||
    !isUserAddress(touched.address) ||
    isOfNobody(touched.address, faulting !== crashWalk(look)?.frames[0])
  ) {
    return [];
  }
  return [
    {
      suspect: 'hardware',
      for: false,
      lines: [touched.lines, faulting.frame.lines, asked.frame.lines],
      text: {
        en: `The address touched, ${touched.address}, is one of the program that sent the control request (${frameName(asked.frame)}): ${driver} used it unchecked.`,
        zh: `访问的地址 ${touched.address} 属于发出控制请求（${frameName(asked.frame)}）的程序：${driver} 未经检查就使用了它。`,
      },
      excludes: ['corruptor', 'hardware'],
    },
  ];
}

/** No program has memory in the first 64 KB: a service of the kernel reached there came from a null pointer of its own. */
function isOfNobody(address: string, isInService: boolean): boolean {
  return isInService ? isNearNull(address) : fieldOffset(address) !== null;
}
