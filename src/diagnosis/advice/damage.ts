import type { Look } from '../look.ts';
import { crashWalk } from '../views/crash-walks.ts';
import { fieldOffset } from '../views/field-offset.ts';
import { isNearNull, isUserAddress } from '../views/hex-value.ts';
import { moduleAt } from '../views/stack-walk.ts';
import { argumentOf, stopCodeOf } from '../views/stop-code-of.ts';
import { touchedAddress } from '../views/touched-address.ts';

/**
 * Whether memory was damaged by somebody who need not be at work at the stop. Special pool catches only such a one: who uses a
 * null pointer, writes to what is read-only, breaks a shadow stack or his own frame, stands on the stack already.
 */
export function isDamage(look: Look): boolean {
  const { crash, facts, knowledge } = look;
  const code = stopCodeOf(crash);
  if (facts.poolBlocks.length === 0 && !knowledge.has(code, 'memory')) {
    return false;
  }
  if (isHang(look) || knowledge.has(code, 'lone-block') || knowledge.has(code, 'writer-at-work')) {
    return false;
  }
  if (knowledge.has(code, 'fast-fail')) {
    return knowledge.has(code, 'broken-link', crash.bugcheck?.args);
  }
  return !isOtherException(look) && isWhereSomebodyWrote(look);
}

/** All that the paste shows of the stop is a thread that waits: whatever code a person forced, no memory went wrong. */
function isHang(look: Look): boolean {
  return look.crash.stack !== null && crashWalk(look) === null;
}

/** Only an access that fails tells of memory: not an assertion, a division, an instruction that the processor lacks. */
export function isOtherException({ crash, knowledge }: Look): boolean {
  if (!knowledge.has(stopCodeOf(crash), 'exception')) {
    return false;
  }
  const status = argumentOf(crash, 1);
  return status !== null && !/c0000005$/.test(status);
}

/** What is near null, of a program, or inside of an image is where a pointer led: nobody wrote there that pool could catch. */
function isWhereSomebodyWrote(look: Look): boolean {
  const touched = touchedAddress(look);
  if (touched === null) {
    return true;
  }
  const { address } = touched;
  const isNull = isNearNull(address) || fieldOffset(address) !== null;
  return !isNull && !isUserAddress(address) && moduleAt(address, look) === null;
}
