import type { Look } from '../look.ts';
import { bucketLines, bucketModule } from '../views/bucket-module.ts';
import { driverRole } from '../views/driver-role.ts';
import { stopCodeOf } from '../views/stop-code-of.ts';
import { HELD } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

/** Case 4 of a power failure: `0x9F_4_acmefs!Unload`, `0x9F_4_IMAGE_acmefs.sys`. */
const BUCKET = /^0x9F_(?:VRF_)?4_/i;
/** The debugger could not walk the stack of the thread to its end: whom it names there is a guess. */
const BROKEN_STACK = /_(?:STACKPTR_ERROR|ZEROED_STACK|BAD_STACK)_/i;

export const powerLockBucket: Rule = {
  name: 'power-lock-bucket',
  why: {
    en: 'A power transition first waits for Plug and Play; where that takes too long, the bucket names the driver in which the thread stood that kept its lock.',
    zh: '电源转换要先等待即插即用子系统；若等待超时，故障桶名称中包含持锁线程所停留的驱动。',
  },
  unless: {
    en: 'The thread waited there for a device or for another driver.',
    zh: '该线程在那里等待设备或另一个驱动。',
    says: ['forwarder', 'hardware'],
  },
  weight: 'strong',
  family: 'ownership',
  shows: 'held-lock',
  leaves: HELD,
  needs: ['bugchecks'],
  find,
};

function find(look: Look): Finding[] {
  const bucket = look.crash.failureBucket ?? '';
  const holder = BUCKET.test(bucket) ? bucketModule(bucket) : null;
  const role = holder === null ? null : driverRole(holder, look);
  if (role?.role !== 'third-party' || !look.knowledge.has(stopCodeOf(look.crash), 'power-timeout')) {
    return [];
  }
  return [
    {
      suspect: role.image,
      for: true,
      ...(BROKEN_STACK.test(bucket) && { weight: 'moderate' as const }),
      lines: bucketLines(look),
      text: {
        en: `The bucket ${bucket} names ${holder}, in which the thread was that kept the Plug and Play lock.`,
        zh: `故障桶 ${bucket} 指明占用即插即用锁的线程停在 ${holder} 中。`,
      },
    },
  ];
}
