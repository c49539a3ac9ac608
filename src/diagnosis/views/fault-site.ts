import type { InstructionFact, Lines } from '../facts.ts';
import { type Look, view } from '../look.ts';
import { failures } from './breakpoints.ts';
import type { DriverRole } from './driver-role.ts';
import { driverRole } from './driver-role.ts';
import { faultAddress } from './fault-address.ts';
import { placeShown } from './place-shown.ts';
import { moduleAt } from './stack-walk.ts';
import { stopCodeOf } from './stop-code-of.ts';

/** The module of the instruction that failed, as the paste names it without any stack. */
export interface FaultSite {
  readonly role: DriverRole;
  /** `acmeflt+0x1037`, or the address where only a module range locates it. */
  readonly place: string;
  readonly lines: Lines;
  /** What shows whose code it is, where that stands elsewhere: the label above, the range of the module. */
  readonly named?: Lines | undefined;
}

/**
 * From FAULTING_IP or the instruction below the registers, else ExceptionAddress, else an argument: inside a listed module, or
 * whose place somebody had the debugger print.
 */
export const faultSite = view((look): FaultSite | null => {
  const { crash, facts } = look;
  // There FAULTING_IP is what the graphics scheduler noted of the owner (its tag), and no instruction failed.
  if (look.knowledge.has(stopCodeOf(crash), 'display')) {
    return null;
  }
  const exceptions = facts.exceptions.map(({ symbol, lines }) => ({ symbol, lines, symbolLines: undefined }));
  for (const { symbol, lines, symbolLines } of [...failedInstructions(look), ...exceptions]) {
    const role = symbol ? driverRole(symbol.split(/[!+]/)[0] ?? '', look) : null;
    if (symbol && role) {
      return { role, place: symbol, lines, named: symbolLines };
    }
  }
  const named = namedFault(look);
  if (named) {
    return named;
  }
  const address = faultAddress(look);
  const module = moduleAt(address, look);
  // A stack names itself what failed; what was looked at beside it is no second opinion.
  const shown = module === null && crash.stack === null ? placeShown(address, look) : null;
  const holder = module ?? shown?.module;
  const role = holder ? driverRole(holder, look) : null;
  const listed = facts.modules.find(({ name, image }) => module !== null && (image ?? name) === module);
  return role && address && crash.bugcheck
    ? { role, place: shown?.place ?? address, lines: crash.bugcheck.lines, named: listed?.lines ?? shown?.lines }
    : null;
});

/** FAULTING_IP where the paste ends before its instruction. */
function namedFault(look: Look): FaultSite | null {
  const field = look.facts.fields.find(({ name }) => name === 'FAULTING_IP');
  const place = /^(?<module>[\w.$-]{1,80})[!+]\S/.exec(field?.value ?? '');
  const module = place?.groups?.module;
  const role = module ? driverRole(module, look) : null;
  return field && place && role ? { role, place: field.value, lines: field.lines } : null;
}

/** Where a debugger merely stopped the machine, the instruction below the registers is the next one, not one that failed. */
function failedInstructions({ crash, facts }: Look): InstructionFact[] {
  const stopped = crash.bugcheck !== null || failures(facts).length > 0;
  return facts.instructions.filter(({ atFault, touches }) => atFault && (stopped || touches?.readable === false));
}
