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

/** Which conditions of the playbooks hold for this verdict. */
export function appliesTo(judged: Judged): Set<When> {
  const { crash, knowledge, verdict } = judged;
  const code = stopCodeOf(crash);
  const memory =
    !isHang(judged) && !isNullPointer(judged) && (knowledge.has(code, 'memory') || crash.facts.poolBlocks.length > 0);
  if (crash.kind === 'user') {
    return new Set<When>(showsStop(crash) || crash.facts.applications.length > 0 ? ['program'] : []);
  }
  if (verdict.culprit === 'unknown' && !showsStop(crash)) {
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
    return new Set<When>(knowledge.has(code, 'disk') ? ['disk', 'hardware'] : ['hardware', ...interrupt(judged)]);
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
  const conditions = new Set<When>(['unknown', ...interrupt({ crash, knowledge })]);
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

/** The same interrupt is sent on purpose, so that is asked first. */
function interrupt({ crash, knowledge }: Pick<Judged, 'crash' | 'knowledge'>): readonly When[] {
  return knowledge.has(stopCodeOf(crash), 'non-maskable-interrupt') ? ['non-maskable-interrupt'] : [];
}
