import { addressInModule } from './address-in-module.ts';
import type { LinkRule } from './link.ts';
import { locatedByFrame } from './located-by-frame.ts';
import { sameBucket } from './same-bucket.ts';
import { sameCorruptField } from './same-corrupt-field.ts';
import { sameDump } from './same-dump.ts';
import { sameFaultFunction } from './same-fault-function.ts';
import { sameBuild, sameMachine } from './same-machine.ts';
import { sameSuspect } from './same-suspect.ts';
import { sameTagOwner } from './same-tag-owner.ts';
import { sameTouchedAddress } from './same-touched-address.ts';
import { scatteredFaults } from './scattered-faults.ts';

/** Reasons for one cause, the strongest first: a group tells them in this order. */
export const LINK_RULES: readonly LinkRule[] = [
  sameDump,
  sameTagOwner,
  sameTouchedAddress,
  sameFaultFunction,
  sameCorruptField,
  sameBucket,
  addressInModule,
  locatedByFrame,
  sameSuspect,
  scatteredFaults,
];

/** What is only told beside one of the reasons above: the first that applies. */
export const SUPPORTING_RULES: readonly LinkRule[] = [sameMachine, sameBuild];
