import type { Look } from '../look.ts';
import { crashWalk } from '../views/crash-walks.ts';
import { driverRole } from '../views/driver-role.ts';
import { fieldOffset } from '../views/field-offset.ts';
import { isNearNull } from '../views/hex-value.ts';
import { isDeliberate } from '../views/occasion.ts';
import { isShownThirdParty } from '../views/shown-third-party.ts';
import { stopCodeOf } from '../views/stop-code-of.ts';
import { touchedAddress } from '../views/touched-address.ts';
import type { Judged } from './judged.ts';
import type { When } from './playbook.ts';
import { removalKind } from './removal-kind.ts';

/** Stops that damaged or freed memory produces, where the moment of the damage has to be caught. */
const MEMORY_CODES = new Set(
  '0xa 0x19 0x1a 0x1e 0x3b 0x4e 0x50 0x7e 0x8e 0xbe 0xc1 0xc2 0xc5 0xd1 0xd5 0xd6 0xfc 0x139 0x13a'.split(' '),
);
const DISK_CODES = new Set(['0x7a', '0x77', '0x24', '0x7b', '0x154', '0xed']);

/** Which conditions of the playbooks hold for this verdict. */
export function appliesTo(judged: Judged): Set<When> {
  const { crash, knowledge, verdict } = judged;
  const code = stopCodeOf(crash);
  const memory =
    !isHang(judged) &&
    !isNullPointer(judged) &&
    ((code !== null && MEMORY_CODES.has(code)) || crash.facts.poolBlocks.length > 0);
  if (crash.kind === 'user' || (verdict.culprit === 'unknown' && !showsStop(crash))) {
    return new Set<When>();
  }
  if (verdict.culprit === 'unknown' && isDeliberate(judged)) {
    return new Set<When>(['deliberate']);
  }
  if (verdict.culprit === 'unknown') {
    return unknownConditions(judged, memory);
  }
  if (verdict.culprit === 'os' || knowledge.driver(verdict.culprit)?.owner === 'windows') {
    return new Set<When>(['os']);
  }
  if (verdict.culprit === 'hardware') {
    return new Set<When>(code && DISK_CODES.has(code) ? ['disk', 'hardware'] : ['hardware', ...interrupt(code)]);
  }
  const kind = removalKind(judged);
  if (kind === 'test-tool') {
    return new Set<When>([kind]);
  }
  const conditions = new Set<When>(['third-party', kind, memory ? 'memory-suspect' : 'third-party-rules']);
  const role = driverRole(verdict.culprit, judged);
  if (verdict.confidence === 'low' && role && !isShownThirdParty(role, judged)) {
    conditions.add('presumed-third-party');
  }
  if (isLive(judged)) {
    conditions.add('live');
  }
  return conditions;
}

/** A report of a machine that went on running: nothing that is about its next stop fits. */
export function isLive({ crash, knowledge }: Look): boolean {
  const code = stopCodeOf(crash);
  return code !== null && knowledge.bugcheck(code)?.live === true;
}

/** Who uses a null pointer meets no damage that somebody else did: there is no writer to catch. */
function isNullPointer(look: Look): boolean {
  const touched = touchedAddress(look);
  return touched !== null && (isNearNull(touched.address) || fieldOffset(touched.address) !== null);
}

/** All that the paste shows of the stop is a thread that waits: whatever code a person forced, no memory went wrong. */
function isHang(look: Look): boolean {
  return look.crash.stack !== null && crashWalk(look) === null;
}

/** A listing (lm, !locks, u) of a machine that may well be running needs no plan for its next crash. */
function showsStop({ bugcheck, facts, failureBucket, image, stack }: Judged['crash']): boolean {
  return bugcheck !== null || stack !== null || facts.exceptions.length > 0 || failureBucket !== null || image !== null;
}

function unknownConditions(judged: Judged, memory: boolean): Set<When> {
  const { crash, knowledge, suspects } = judged;
  const row = crash.bugcheck?.code ? knowledge.bugcheck(crash.bugcheck.code) : null;
  const hardware = suspects.some(({ driver, score }) => driver === 'hardware' && score > 0);
  const conditions = new Set<When>(['unknown', ...interrupt(stopCodeOf(crash))]);
  if (memory) {
    conditions.add('unknown-memory');
  }
  if (isLive(judged)) {
    conditions.add('live');
  }
  if (hardware || row?.leaning === 'hardware' || /memory_corruption/i.test(crash.image ?? '')) {
    conditions.add('unknown-hardware');
  }
  return conditions;
}

/** NMI_HARDWARE_FAILURE (0x80): the same interrupt is sent on purpose, so that is asked first. */
function interrupt(code: string | null): readonly When[] {
  return code === '0x80' ? ['non-maskable-interrupt'] : [];
}
