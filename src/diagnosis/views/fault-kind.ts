import { accessName, pageFaultAccess } from '../knowledge/access-name.ts';
import { type Look, view } from '../look.ts';
import { hexValue } from './hex-value.ts';
import { argumentOf, stopCodeOf } from './stop-code-of.ts';
import { touchedAddress } from './touched-address.ts';

/**
 * What went wrong with the instruction that was running: it read, wrote or ran memory that was not there (`access` where the
 * output does not say which), it was refused, it is no instruction, it divided by zero, it is a check of its driver, or
 * nothing failed and only the time ran out. `stepped`: somebody traces the processor.
 */
export type FaultKind =
  | 'read'
  | 'write'
  | 'execute'
  | 'access'
  | 'refused'
  | 'no-instruction'
  | 'division'
  | 'own-check'
  | 'stepped'
  | 'time';

/** By exception code (public: ntstatus.h). */
const OF_STATUS: ReadonlyMap<bigint, FaultKind> = new Map([
  [0xc0000096n, 'refused'],
  [0xc000001dn, 'no-instruction'],
  [0xc0000094n, 'division'],
  [0xc0000095n, 'division'],
  [0x80000003n, 'own-check'],
  [0x80000004n, 'stepped'],
]);
const STATUS = 0xffffffffn;
const TIMED = ['time-ran-out', 'processor-watchdog', 'power-timeout', 'display-timeout'] as const;

export const faultKind = view((look): FaultKind => {
  const { crash, knowledge } = look;
  const code = stopCodeOf(crash);
  if (TIMED.some((trait) => knowledge.has(code, trait, crash.bugcheck?.args))) {
    return 'time';
  }
  const status = knowledge.has(code, 'exception') ? hexValue(argumentOf(crash, 1)) : null;
  const ofStatus = status === null ? undefined : OF_STATUS.get(status & STATUS);
  if (ofStatus) {
    return ofStatus === 'no-instruction' && isMeantToFail(look) ? 'own-check' : ofStatus;
  }
  const touched = touchedAddress(look);
  if (touched?.executed) {
    return 'execute';
  }
  return touched?.how ?? printedAccess(look) ?? 'access';
});

/** `ud2` is in no processor: compilers put it where a program must never come to, and behind a check that failed. */
export function isMeantToFail({ facts }: Look): boolean {
  return facts.instructions.some(({ atFault, text }) => atFault && /^ud[0-2]\b/i.test(text));
}

const POSITIONS = [1, 2, 3, 4] as const;

/** What the argument says that tells the kind of access. */
function printedAccess({ crash, knowledge }: Look): 'read' | 'write' | 'execute' | null {
  const code = stopCodeOf(crash);
  const parameters = code === null ? [] : (knowledge.bugcheck(code)?.parameters ?? []);
  for (const position of POSITIONS) {
    const value = argumentOf(crash, position);
    const { en: name } = (value && access(parameters[position - 1]?.show, value, crash)) || { en: null };
    if (name === 'read' || name === 'write' || name === 'execute') {
      return name;
    }
  }
  return null;
}

function access(show: string | undefined, value: string, { arch }: Look['crash']) {
  if (show === 'access') {
    return accessName(value);
  }
  return show === 'page-fault-access' ? pageFaultAccess(value, arch) : null;
}
