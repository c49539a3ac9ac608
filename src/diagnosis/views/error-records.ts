import type { HardwareErrorFact } from '../facts.ts';
import { type Look, view } from '../look.ts';
import { hexValue } from './hex-value.ts';
import { argumentOf, stopCodeOf } from './stop-code-of.ts';

/**
 * What the machine itself recorded of an error. No record is what !analyze writes in place of an image (`GenuineIntel.sys`),
 * its guess at the maker of the processor, nor the bare kind of the source beside arguments in which no bank tells anything.
 */
export const errorRecords = view((look: Look): readonly HardwareErrorFact[] => {
  const bank = holdsBankStatus(look);
  return look.facts.hardwareErrors.filter(({ detail }) =>
    KIND_IN_ARGUMENT.test(detail) ? bank : !/^\s{0,12}(?:MODULE|IMAGE)_NAME/i.test(detail),
  );
});

const KIND_IN_ARGUMENT = /^Arg\d/i;
/** VAL, bit 63 of MCi_STATUS (Intel SDM, machine-check architecture): without it the bank holds no error. */
const VALID = 0x80000000n;

/** Whether the arguments repeat the status of a bank of the processor: that is the record in short. */
export function holdsBankStatus({ crash, knowledge }: Look): boolean {
  const high = hexValue(argumentOf(crash, 3));
  return (
    knowledge.has(stopCodeOf(crash), 'bank-status', crash.bugcheck?.args) && high !== null && (high & VALID) !== 0n
  );
}
