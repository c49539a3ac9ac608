import { analyzeBlame } from './analyze-blame.ts';
import { analyzeHardwareBlame } from './analyze-hardware-blame.ts';
import { anonymousModule } from './anonymous-module.ts';
import { applicationPointer } from './application-pointer.ts';
import { argumentDevice } from './argument-device.ts';
import { blockedThread } from './blocked-thread.ts';
import { bootPhase } from './boot-phase.ts';
import { brokenCookie } from './broken-cookie.ts';
import { bugcheckDriver } from './bugcheck-driver.ts';
import { callState } from './call-state.ts';
import { callbackDeadlock } from './callback-deadlock.ts';
import { caughtAccess } from './caught-access.ts';
import { changedRegister } from './changed-register.ts';
import { componentBlamed } from './component-blamed.ts';
import { deliberateCrashTool } from './deliberate-crash-tool.ts';
import { deviceStackDriver } from './device-stack-driver.ts';
import { displayTimeout } from './display-timeout.ts';
import { dpcRoutine } from './dpc-routine.ts';
import { endedByDriver } from './ended-by-driver.ts';
import { executedData } from './executed-data.ts';
import { failedCleanup } from './failed-cleanup.ts';
import { faultingInstruction } from './faulting-instruction.ts';
import { fillPattern } from './fill-pattern.ts';
import { flippedAddressBit } from './flipped-address-bit.ts';
import { flippedStackPointer } from './flipped-stack-pointer.ts';
import { frameworkLog } from './framework-log.ts';
import { frameworkViolation } from './framework-violation.ts';
import { halvedPointer } from './halved-pointer.ts';
import { handedOn } from './handed-on.ts';
import { hardwareErrorRecord } from './hardware-error-record.ts';
import { hardwareStopCode } from './hardware-stop-code.ts';
import { imageCorruption } from './image-corruption.ts';
import { instructionItself } from './instruction-itself.ts';
import { irpHolder } from './irp-holder.ts';
import { knownBadVersion } from './known-bad-version.ts';
import { listedFilter } from './listed-filter.ts';
import { loadedPointer } from './loaded-pointer.ts';
import { lockOwner } from './lock-owner.ts';
import { misalignedInstruction } from './misaligned-instruction.ts';
import { namedInArgument } from './named-in-argument.ts';
import { nonCanonicalPointer } from './non-canonical-pointer.ts';
import { nullDereference } from './null-dereference.ts';
import { outdatedModule } from './outdated-module.ts';
import { overclockingTool } from './overclocking-tool.ts';
import { overwrittenRoutine } from './overwritten-routine.ts';
import { ownCompletion } from './own-completion.ts';
import { ownExit } from './own-exit.ts';
import { pageableCode } from './pageable-code.ts';
import { poolTagOwner } from './pool-tag-owner.ts';
import { portAlone } from './port-alone.ts';
import { powerBucket } from './power-bucket.ts';
import { powerLockBucket } from './power-lock-bucket.ts';
import { raisedIrqlCall } from './raised-irql-call.ts';
import { ranOffPage } from './ran-off-page.ts';
import { rawStackLeftover } from './raw-stack-leftover.ts';
import { refusedSignature } from './refused-signature.ts';
import { registryFault } from './registry-fault.ts';
import { routineInArgument } from './routine-in-argument.ts';
import type { Rule } from './rule.ts';
import { runningDriver } from './running-driver.ts';
import { scannerPassedOn } from './scanner-passed-on.ts';
import { serviceAlone } from './service-alone.ts';
import { singleBitError } from './single-bit-error.ts';
import { smashedStack } from './smashed-stack.ts';
import { soleThirdParty } from './sole-third-party.ts';
import { specialPoolAccess } from './special-pool-access.ts';
import { stackHog } from './stack-hog.ts';
import { stopBySetting } from './stop-by-setting.ts';
import { storageStatus } from './storage-status.ts';
import { textPointer } from './text-pointer.ts';
import { thirdPartyBehindWindows } from './third-party-behind-windows.ts';
import { thirdPartyCaller } from './third-party-caller.ts';
import { thirdPartyFault } from './third-party-fault.ts';
import { toldDriver } from './told-driver.ts';
import { toolBlame } from './tool-blame.ts';
import { toolNamesWindows } from './tool-names-windows.ts';
import { unloadedData } from './unloaded-data.ts';
import { unloadedDriver } from './unloaded-driver.ts';
import { verifierCaller } from './verifier-caller.ts';
import { verifierNamedDriver } from './verifier-named-driver.ts';
import { victimNotWriter } from './victim-not-writer.ts';
import { windowsComponentFault } from './windows-component-fault.ts';
import { windowsDetector } from './windows-detector.ts';
import { wrongRequest } from './wrong-request.ts';

/**
 * Every rule, in the order in which its evidence is told: who owns what was broken, where control was, what Windows and the
 * hardware report, what the values look like, what the modules are.
 */
export const RULES: readonly Rule[] = [
  poolTagOwner,
  victimNotWriter,
  executedData,
  verifierNamedDriver,
  verifierCaller,
  frameworkViolation,
  frameworkLog,
  irpHolder,
  powerBucket,
  powerLockBucket,
  deviceStackDriver,
  argumentDevice,
  namedInArgument,
  routineInArgument,
  unloadedDriver,
  unloadedData,
  blockedThread,
  callbackDeadlock,
  lockOwner,
  endedByDriver,
  runningDriver,
  stackHog,
  smashedStack,
  dpcRoutine,
  deliberateCrashTool,
  displayTimeout,
  raisedIrqlCall,
  thirdPartyFault,
  faultingInstruction,
  thirdPartyCaller,
  thirdPartyBehindWindows,
  ownCompletion,
  bugcheckDriver,
  analyzeBlame,
  soleThirdParty,
  rawStackLeftover,
  listedFilter,
  scannerPassedOn,
  handedOn,
  toolBlame,
  toldDriver,
  toolNamesWindows,
  windowsDetector,
  registryFault,
  windowsComponentFault,
  failedCleanup,
  serviceAlone,
  portAlone,
  stopBySetting,
  specialPoolAccess,
  componentBlamed,
  ownExit,
  refusedSignature,
  bootPhase,
  hardwareErrorRecord,
  hardwareStopCode,
  storageStatus,
  singleBitError,
  analyzeHardwareBlame,
  imageCorruption,
  flippedAddressBit,
  flippedStackPointer,
  changedRegister,
  misalignedInstruction,
  overclockingTool,
  caughtAccess,
  brokenCookie,
  callState,
  wrongRequest,
  instructionItself,
  applicationPointer,
  ranOffPage,
  textPointer,
  halvedPointer,
  loadedPointer,
  overwrittenRoutine,
  nullDereference,
  nonCanonicalPointer,
  pageableCode,
  fillPattern,
  anonymousModule,
  outdatedModule,
  knownBadVersion,
];

/** Those that tell who holds what others wait for: all that a dump made on purpose can show. */
export const WAITING_RULES: readonly Rule[] = [irpHolder, blockedThread, callbackDeadlock, lockOwner];

/** Those that remain where an interrupt stopped whatever was running: the machine's own records, and who held what. */
export const INTERRUPT_RULES: readonly Rule[] = [
  ...WAITING_RULES,
  ...RULES.filter(({ family }) => family === 'machine'),
];
