import { isStopCall } from '../knowledge/routines.ts';
import type { Look } from '../look.ts';
import type { Judged } from '../verdict/judged.ts';
import type { NextCommand } from '../verdict/verdict.ts';
import { driverRole } from '../views/driver-role.ts';
import { dumpKind } from '../views/dump-kind.ts';
import { faultKind } from '../views/fault-kind.ts';
import { isGuest } from '../views/guest-machine.ts';
import { isLive } from '../views/live-dump.ts';
import { isInterrupt } from '../views/occasion.ts';
import { refusedImage } from '../views/refused-image.ts';
import { isShownThirdParty } from '../views/shown-third-party.ts';
import { stopCodeOf } from '../views/stop-code-of.ts';
import BEYOND from './beyond-minidump.json' with { type: 'json' };
import type { CauseClass } from './cause-classes.ts';
import type { Circumstance } from './circumstance-words.ts';
import { isUnopened } from './commands/no-stop-commands.ts';
import { lacksSymbols } from './commands/symbol-commands.ts';
import { isDamage, isOtherException } from './damage.ts';
import { recordedParts } from './recorded-parts.ts';
import { shownValues } from './shown-values.ts';

/** Without these Windows does not start, its data are not read, or a machine is not reached. */
const NEEDED: ReadonlySet<CauseClass> = new Set(['storage', 'encryption', 'guest-adapter']);

const NOBODY: ReadonlySet<string> = new Set(['unknown', 'os', 'hardware']);

/** Stops in which a driver broke a rule of the kernel while it was watched, or would have been. */
const RULES = ['memory', 'raised-irql', 'exception', 'call-state', 'lock-held', 'leak', 'caller-at-fault'] as const;

/** Which circumstances of the steps hold for this verdict. */
export function circumstances(
  judged: Judged,
  kind: CauseClass,
  next: readonly NextCommand[],
  targets: readonly string[],
): ReadonlySet<Circumstance> {
  const { crash, facts, knowledge, verdict, suspects } = judged;
  const code = stopCodeOf(crash);
  const row = code ? knowledge.bugcheck(code) : null;
  const values = shownValues(judged);
  const isOpen = kind === 'open';
  const isThirdParty = !NOBODY.has(verdict.culprit) && driverRole(verdict.culprit, judged)?.role === 'third-party';
  const hardware = suspects.some(({ driver, score }) => driver === 'hardware' && score > 0);
  const all: Record<Circumstance, boolean> = {
    'third-party': isThirdParty,
    open: isOpen,
    sure: verdict.confidence === 'high',
    live: isLive(judged),
    told: crash.bugcheck?.told === true,
    screen: isUnopened(crash),
    guest: isGuest(facts),
    damage: isDamage(judged),
    'rules-broken':
      RULES.some((trait) => knowledge.has(code, trait)) &&
      !knowledge.has(code, 'device-silent') &&
      !isOtherException(judged),
    'verifier-on': isVerifierOn(judged),
    foreign: isThirdParty && (verdict.confidence !== 'low' || isSurelyForeign(judged)),
    'no-service': !verdict.culprit.endsWith('.sys'),
    watchable: targets.length > 0 && (isThirdParty || isOpen),
    gone: isGone(judged),
    needed: NEEDED.has(kind),
    'has-causes': row !== null,
    'has-command': next.length > 0,
    'small-dump': dumpKind(facts) === 'mini' && next.some(({ command }) => isBeyondMinidump(command)),
    'no-programs': dumpKind(facts) !== 'full',
    display: knowledge.has(code, 'display'),
    disk:
      knowledge.has(code, 'disk', crash.bugcheck?.args) ||
      isUnread(judged) ||
      /^hardware_disk/i.test(crash.image ?? ''),
    'hardware-likely': hardware || row?.leaning === 'hardware' || /memory_corruption/i.test(crash.image ?? ''),
    'process-ended': knowledge.has(code, 'process-ended'),
    'own-check': faultKind(judged) === 'own-check',
    'refused-image': refusedImage(judged) !== null,
    'non-maskable-interrupt': isInterrupt(judged),
    'time-ran-out': knowledge.has(code, 'time-ran-out'),
    'vendor-code': isOfVendor(judged),
    ...recordedParts(judged),
    'no-symbols': lacksSymbols(judged),
    'several-displays': areSeveralDisplays(judged),
    'device-known': values.InstanceId !== null,
    'starts-early': values.StartMode === 'boot' || values.StartMode === 'system',
  };
  return new Set((Object.keys(all) as Circumstance[]).filter((one) => all[one]));
}

/** The dump itself shows that the disk did not deliver, whatever the stop. */
function isUnread({ suspects, verdict }: Judged): boolean {
  return suspects.some(
    ({ driver, evidence }) => driver === verdict.culprit && evidence.some(({ shows }) => shows === 'unread-disk'),
  );
}

function isGone({ suspects, verdict }: Judged): boolean {
  const evidence = suspects.find(({ driver }) => driver === verdict.culprit)?.evidence ?? [];
  return evidence.some(({ shows, for: isFor }) => isFor && (shows === 'unloaded-code' || shows === 'unloaded-data'));
}

/** By what `!verifier` lists, or by the code, of which one is raised without Verifier, too. */
function isVerifierOn({ crash, facts, knowledge }: Look): boolean {
  const code = stopCodeOf(crash);
  const isListed = facts.verifiers.some(
    ({ drivers, flags }) => drivers.length > 0 || (flags !== null && flags !== '0x0'),
  );
  // IOMMU faults stop a machine with 0xe6 whether anybody is watched or not (public reference of 0xe6).
  return isListed || (knowledge.has(code, 'verifier') && code !== '0xe6');
}

/** A code that neither the reference nor the statuses of Windows know, raised from a driver of somebody else. */
function isOfVendor(look: Look): boolean {
  const { crash, knowledge } = look;
  const code = stopCodeOf(crash);
  if (code === null || knowledge.bugcheck(code) !== null || knowledge.status(code) !== null) {
    return false;
  }
  const frames = crash.stack?.frames ?? [];
  const caller = frames[frames.findLastIndex(({ function: name }) => isStopCall(name)) + 1];
  return caller?.module != null && driverRole(caller.module, look)?.role === 'third-party';
}

function areSeveralDisplays({ facts, knowledge }: Look): boolean {
  const makers = facts.modules.flatMap(({ image, name, unloaded }) => {
    const driver = unloaded ? null : knowledge.driver(image ?? name);
    return driver?.kind === 'display' && driver.vendor !== null ? [driver.vendor] : [];
  });
  return new Set(makers).size > 1;
}

/** A minidump holds the registers and the stack of one thread: no pool, no other threads. */
function isBeyondMinidump(command: string): boolean {
  return BEYOND.some((begin) => command === begin || command.startsWith(`${begin} `));
}

/** Whether the suspect is shown to be no part of Windows, rather than merely unknown to our tables. */
function isSurelyForeign(judged: Judged): boolean {
  const role = driverRole(judged.verdict.culprit, judged);
  return role !== null && isShownThirdParty(role, judged);
}
