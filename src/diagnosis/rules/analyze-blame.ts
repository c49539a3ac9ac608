import type { Look } from '../look.ts';
import { blamedImage } from '../views/blamed-image.ts';
import { crashWalk } from '../views/crash-walks.ts';
import { displayOwner } from '../views/display-owner.ts';
import { driverRole } from '../views/driver-role.ts';
import { isSchedulerCode } from '../views/kernel-code.ts';
import { mereBystanders } from '../views/mere-bystanders.ts';
import type { NearestDriver } from '../views/nearest-driver.ts';
import { nearestDriver } from '../views/nearest-driver.ts';
import { isUnread } from '../views/nearest-to-fault.ts';
import { notOfWindows } from '../views/shown-third-party.ts';
import { isStackExhausted } from '../views/stack-exhausted.ts';
import { stopCodeOf } from '../views/stop-code-of.ts';
import { isTransport } from '../views/transport.ts';
import { isVerifierRuleImage } from '../views/verifier-rule-image.ts';
import { LEFT_BEHIND } from './fault-caveats.ts';
import { BLAMED } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

export const analyzeBlame: Rule = {
  name: 'analyze-blame',
  why: {
    en: '!analyze names the first frame it holds responsible. Measured on published cases it is right when it names a third party, and wrong mostly when it names Windows.',
    zh: '!analyze 给出它认为负责的第一个栈帧。在公开案例上的统计表明：它指向第三方驱动时多半正确，出错主要发生在它指向 Windows 组件时。',
  },
  unless: [
    {
      en: 'Symbols were missing.',
      zh: '缺少调试符号。',
    },
    {
      en: 'The named frame is only the transport below the fault.',
      zh: '被指名的栈帧只是出错点之下的传输层。',
      says: ['forwarder'],
    },
  ],
  weight: 'moderate',
  family: 'code',
  leaves: BLAMED,
  needs: [],
  find,
};

function find(look: Look): Finding[] {
  const blamed = blamedImage(look);
  const role = blamed && driverRole(blamed.image, look);
  if (!blamed || role?.role !== 'third-party' || isVerifierRuleImage(role.image, look)) {
    return [];
  }
  const walk = crashWalk(look);
  const nearest = walk && nearestDriver(walk);
  const doubtful = nearest !== null && nearest.role.image === role.image && isDistant(nearest);
  const { crash, knowledge } = look;
  const code = stopCodeOf(crash);
  // A verifier stop is raised inside the call that broke the rule, so the frame that !analyze takes is the right one.
  const caught = knowledge.has(code, 'verifier') && !knowledge.has(code, 'found-later');
  // The name of who left memory behind stands in an argument, from which !analyze takes it.
  const counted = knowledge.has(code, 'counted-leak', crash.bugcheck?.args);
  const sure = caught || counted ? ('strong' as const) : null;
  // A stop that is about a display driver and names another is mistaken about the name.
  const misplaced =
    knowledge.has(code, 'display') && role.driver?.kind !== 'display' && displayOwner(look)?.role.image !== role.image;
  // On a full stack the debugger names who took the last bytes, elsewhere who touched a page that the disk did not give
  // back.
  // There the name comes from the same bucket that says who held the request or the lock.
  const isRetold = crash.failureBucket !== null && isFromBucket(look);
  const isChance = mereBystanders(look).has(role.image) || isStackExhausted(look) || isUnread(look);
  const weight = doubtful || misplaced || isChance || isRetold ? ('weak' as const) : sure;
  const outside = notOfWindows(role, look);
  return [
    {
      suspect: role.image,
      for: true,
      ...(weight && { weight }),
      ...(counted && { unless: [LEFT_BEHIND] }),
      lines: [blamed.lines],
      text: {
        en: `The debugger's own analysis names ${role.image}, which ${outside.en}.`,
        zh: `调试器自身的分析指向 ${role.image}，它${outside.zh}。`,
      },
    },
  ];
}

function isFromBucket(look: Look): boolean {
  const { crash, facts, knowledge } = look;
  const names = facts.fields.some(({ name }) => /^(?:IMAGE|MODULE|SYMBOL)_NAME$/.test(name));
  return !names && crash.stack === null && knowledge.has(stopCodeOf(crash), 'power-timeout');
}

/** On the stack, but by its place there no cause of the fault: only hooked, interrupted, the end of a long path, or one who woke a thread. */
function isDistant(nearest: NearestDriver): boolean {
  const { between, nearness } = nearest;
  if (between.some(({ frame }) => isSchedulerCode(frame))) {
    return true;
  }
  return nearness === 'service' || nearness === 'interrupted' || (nearness === 'far' && isTransport(nearest));
}
