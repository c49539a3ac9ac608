import type { Lines } from '../facts.ts';
import { type Look, view } from '../look.ts';
import { bucketModule } from './bucket-module.ts';
import { allWalks } from './crash-walks.ts';
import type { DriverRole } from './driver-role.ts';
import { driverRole } from './driver-role.ts';
import { placeShown } from './place-shown.ts';
import { moduleAt } from './stack-walk.ts';
import { argumentOf, stopCodeOf } from './stop-code-of.ts';
import type { WalkedFrame } from './walked-frame.ts';

interface Owner {
  readonly role: DriverRole;
  readonly lines: Lines;
  /** What shows it: `Arg2`, a field of !analyze, the module of a frame. */
  readonly how: string;
}

export interface DisplayOwner extends Owner {
  /** The stop is one of those that end a wait. */
  readonly isTimeout: boolean;
}

/** The display driver that a stop of the graphics stack is about; null for any other stop, and where none shows. */
export const displayOwner = view((look): DisplayOwner | null => {
  const code = stopCodeOf(look.crash);
  if (!look.knowledge.has(code, 'display')) {
    return null;
  }
  // Timeout detection and recovery records who is responsible; the other stops are merely about a display driver.
  const isTimeout = look.knowledge.has(code, 'display-timeout');
  const owner = ownerOf(look, isTimeout) ?? frameOwner(look);
  return owner && { ...owner, isTimeout };
});

/** The image that holds Arg2, by lm range or by what !analyze or a dump viewer made of it. */
function ownerOf(look: Look, isTimeout: boolean): Owner | null {
  const { crash, facts, knowledge } = look;
  const tag = knowledge.argument(stopCodeOf(crash), 'owner-tag');
  const owned = tag ? argumentOf(crash, tag) : null;
  const inRange = moduleAt(owned, look) ?? placeShown(owned, look)?.module ?? null;
  const field = facts.fields.find(({ name }) => name === 'IMAGE_NAME' || name === 'MODULE_NAME');
  const displays = facts.namedDrivers.filter(({ image }) => driverRole(image, look)?.driver?.kind === 'display');
  // Of several files of one display driver whose symbols were missing none is the recorded one.
  const named = new Set(displays.map(({ image }) => image.toLowerCase())).size === 1 ? displays[0] : undefined;
  const bucket = facts.fields.find(({ name }) => name === 'FAILURE_BUCKET_ID' || name === 'Failure.Bucket');
  const inBucket = /_IMAGE_/.test(bucket?.value ?? '') ? bucketModule(bucket?.value ?? null) : null;
  const name = inRange ?? crash.image ?? crash.module ?? inBucket ?? named?.image;
  const role = name ? driverRole(name, look) : null;
  const lines =
    field?.lines ?? (name === inBucket ? bucket?.lines : undefined) ?? named?.lines ?? crash.bugcheck?.lines;
  if (role?.role !== 'third-party' || !lines) {
    return null;
  }
  // The timeout codes record the owner themselves; elsewhere a name alone makes nobody a display driver.
  if (!isDisplay(role, isTimeout)) {
    return null;
  }
  return {
    role,
    lines,
    how: inRange ? `Arg${tag}` : (field?.name ?? (name === inBucket ? bucket?.name : named?.context) ?? 'IMAGE_NAME'),
  };
}

/** By the public list, or not in it while the paste puts it in a display driver's place. */
function isDisplay({ driver }: DriverRole, isInPlace: boolean): boolean {
  return driver === null ? isInPlace : driver.kind === 'display' || driver.kind === 'virtualisation';
}

function isGraphicsKernel({ role }: WalkedFrame): boolean {
  return /^(?:dxgkrnl|dxgmms[12]|videoprt|win32k\w{0,20})\.sys$/.test(role?.image ?? '');
}

/** The only third-party display driver on the stacks. */
function frameOwner(look: Look): Owner | null {
  for (const { frames } of allWalks(look)) {
    for (const { role, frame } of frames) {
      if (role?.role === 'third-party' && isDisplay(role, frames.some(isGraphicsKernel))) {
        return { role, lines: frame.lines, how: frame.module ?? 'lm' };
      }
    }
  }
  return null;
}
