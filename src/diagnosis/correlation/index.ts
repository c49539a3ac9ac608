import { addressInModule } from './address-in-module.ts';
import { frameLocatesAddress } from './frame-locates-address.ts';
import type { LinkRule } from './link.ts';
import { sameBucket } from './same-bucket.ts';
import { sameBuild } from './same-build.ts';
import { sameCorruptField } from './same-corrupt-field.ts';
import { sameDump } from './same-dump.ts';
import { sameFaultFunction } from './same-fault-function.ts';
import { sameFaultSite } from './same-fault-site.ts';
import { sameFlippedBit } from './same-flipped-bit.ts';
import { sameKernelSite } from './same-kernel-site.ts';
import { sameMachine } from './same-machine.ts';
import { samePoolTagOwner } from './same-pool-tag-owner.ts';
import { sameSuspect } from './same-suspect.ts';
import { scatteredFaults } from './scattered-faults.ts';

/** Reasons for one cause, the strongest first: a group tells them in this order. */
export const LINK_RULES: readonly LinkRule[] = [
  sameDump,
  samePoolTagOwner,
  sameFaultSite,
  sameFaultFunction,
  sameCorruptField,
  sameBucket,
  sameFlippedBit,
  addressInModule,
  frameLocatesAddress,
  sameKernelSite,
  sameSuspect,
  scatteredFaults,
];

/** What is only told beside one of the reasons above: the first that applies. */
export const SUPPORTING_RULES: readonly LinkRule[] = [sameMachine, sameBuild];
