import type { Frame } from '../facts.ts';
import { crashWalk } from './crash-walks.ts';
import { frameName } from './frame-name.ts';
import { nearestDriver } from './nearest-driver.ts';
import type { Finding, Rule, RuleInput } from './rule.ts';
import { showsFault } from './shows-fault.ts';
import type { Walk } from './stack-walk.ts';

export const windowsComponentFault: Rule = {
  name: 'windows-component-fault',
  why: {
    en: 'A Windows component failed in its own code, on data that reached it from an application or from itself: no other driver took part.',
    zh: 'Windows 组件在自己的代码中出错，数据来自应用程序或它自身：没有其他驱动参与。',
  },
  unless: {
    en: 'The data came through a framework from a driver that has no frame here (a packet, a request), or memory was corrupted before.',
    zh: '数据经由框架来自另一个没有栈帧的驱动（数据包、请求），或内存早已被破坏。',
  },
  weight: 'moderate',
  family: 'system',
  needs: ['stacks'],
  find,
};

function find(input: RuleInput): Finding[] {
  const walk = crashWalk(input);
  if (!walk || !showsFault(walk, input)) return [];
  const position = walk.frames.findIndex(({ role }) => role !== null && role.role !== 'kernel');
  const fault = walk.frames[position];
  if (fault?.role?.role !== 'component' || position > 2) return [];
  if (isSharedPath(walk, fault.role.image)) return [];
  if (walk.frames.slice(0, position).some(({ role }) => role === null)) return [];
  return [
    {
      suspect: 'os',
      for: true,
      lines: [fault.frame.lines],
      text: {
        en: `The fault is in ${frameName(fault.frame)}; ${fault.role.image} comes with Windows, and from there down to the caller the stack is Windows alone.`,
        zh: `出错位置是 ${frameName(fault.frame)}；${fault.role.image} 随 Windows 提供，从这里到调用者，整个调用栈都是 Windows 的代码。`,
      },
    },
  ];
}

const BOUNDARY = /^Ki(?:\w{0,20}Interrupt\w{0,40}|RetireDpcList|ExecuteAllDpcs)$/;

/** A framework (ndis, fltmgr, wdf01000 …) or a third party between the fault and its origin: the data may be another's. */
function isSharedPath(walk: Walk, fault: string): boolean {
  const nearest = nearestDriver(walk);
  if (nearest && nearest.nearness !== 'interrupted' && nearest.nearness !== 'service') return true;
  for (const { role, frame } of walk.frames) {
    if (BOUNDARY.test(frame.function ?? '')) return false;
    if (role?.role === 'port' && !isGraphics(fault, role.image) && !passesOn(frame, walk)) return true;
  }
  return false;
}

/** Windows' own graphics components and dxgkrnl serve one another on the application's data; no driver comes in between. */
function isGraphics(fault: string, port: string): boolean {
  return /^(?:win32k|basicrender|basicdisplay|cdd\.)/.test(fault) && /^(?:dxgkrnl|dxgmms[12])\.sys$/.test(port);
}

const DISPATCHES = /IrpHandler|Fltp(?:Dispatch|FsControl|PassThrough|LegacyProcessing)|DispatchDeviceControl/;
const CONTROL = /^Nt(?:DeviceIoControl|FsControl)File$/;

/** A framework that hands an application's control request to its component adds no data of another driver. */
function passesOn({ function: name }: Frame, { frames }: Walk): boolean {
  return DISPATCHES.test(name ?? '') && frames.some(({ frame }) => CONTROL.test(frame.function ?? ''));
}
