import type { Look } from '../look.ts';
import { bucketLines } from '../views/bucket-module.ts';
import { driverRole } from '../views/driver-role.ts';
import { stopCodeOf } from '../views/stop-code-of.ts';
import { HELD } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * `0x9F_3_acmecard_IMAGE_pci.sys`: the driver that has the IRP, then the image that !analyze blames, often the bus below.
 * The direction of the transition stands before or behind the holder. Between them the device may be told, by its hardware id: `0x9F_3_acmecard_DEV_ACME0010_IMAGE_acpi.sys`.
 */
const BUCKET =
  /^0x9F_(?:VRF_)?[0-35-9]_(?:POWER_(?:UP|DOWN)_)?(?<holder>[A-Za-z]\w{1,40}?)(?:_POWER_(?:UP|DOWN))?(?:_(?:DEV|VEN|HID|CID)_\w{1,80}?)?_IMAGE_(?<image>[\w.-]{1,60})$/i;

export const powerBucket: Rule = {
  name: 'power-bucket',
  why: {
    en: 'The bucket of a power failure names the driver that had the IRP, even where the image blamed is the bus driver below it.',
    zh: '电源故障的故障桶名称中包含持有 IRP 的驱动，即使 !analyze 归咎的是它下面的总线驱动。',
  },
  unless: {
    en: 'The holder waits for a request that another driver in the stack does not finish.',
    zh: '持有者在等待堆栈中另一个驱动没有完成的请求。',
    says: ['driver'],
  },
  weight: 'strong',
  family: 'ownership',
  shows: 'held-request',
  leaves: HELD,
  needs: ['bugchecks'],
  find,
};

function find(look: Look): Finding[] {
  if (!look.knowledge.has(stopCodeOf(look.crash), 'power-timeout')) {
    return [];
  }
  const { failureBucket } = look.crash;
  const holder = holders(failureBucket ?? '').find((name) => driverRole(name, look)?.role === 'third-party');
  const role = holder ? driverRole(holder, look) : null;
  if (role?.role !== 'third-party') {
    return [];
  }
  return [
    {
      suspect: role.image,
      for: true,
      lines: bucketLines(look),
      text: {
        en: `The bucket ${failureBucket} names ${holder} as the driver that had the power IRP.`,
        zh: `故障桶 ${failureBucket} 指明持有电源 IRP 的驱动是 ${holder}。`,
      },
    },
  ];
}

/** The image at the end, else the holder before it. What is all capitals (`WDF_WAIT_TIMEOUT`) names a kind of failure. */
function holders(bucket: string): string[] {
  const { holder, image } = BUCKET.exec(bucket)?.groups ?? {};
  return [image ?? '', holder ?? ''].filter((name) => name !== '' && !/^[A-Z_]+$/.test(name));
}
