import type { BugcheckFact, FactKind, Facts, Lines, RegistersFact, StackFact } from '../facts.ts';
import { KERNEL_BASE } from '../parsers/machine/kernel-base.ts';
import { linesWith, type SearchedSection } from '../parsers/searched-section.ts';
import { stopInBucket } from './bucket-stop.ts';

/** Facts that only debugger output (or a report of a stop) yields; others, like an OS version, occur in any log. */
const SOLID: readonly FactKind[] = [
  'bugchecks',
  'instructions',
  'modules',
  'poolBlocks',
  'tagOwners',
  'structures',
  'irps',
  'devices',
  'threads',
  'applications',
];
/** Facts that may come from elsewhere too: they show no dump alone, but they belong to one they stand beside. */
const BESIDE: readonly FactKind[] = [
  'exceptions',
  'breakpoints',
  'verifiers',
  'attachedDrivers',
  'variables',
  'poolUses',
  'locks',
  'routines',
  'corruptions',
  'hardwareErrors',
];
/** Fields that only !analyze prints, by their names. */
const ANALYZE_FIELDS: ReadonlySet<string> = new Set([
  'BUGCHECK_STR',
  'DEFAULT_BUCKET_ID',
  'FAILURE_BUCKET_ID',
  'BUCKET_ID',
  'FAULTING_IP',
  'FOLLOWUP_IP',
  'SYMBOL_NAME',
  'MODULE_NAME',
  'IMAGE_NAME',
  'STACK_COMMAND',
  'TRAP_FRAME',
  'PROCESS_NAME',
  'CURRENT_IRQL',
  'DEBUG_FLR_IMAGE_TIMESTAMP',
  'FAILURE_ID_HASH',
  'LAST_CONTROL_TRANSFER',
  'Failure.Bucket',
  'Failure.Hash',
  'Failure.Exception.IP.Address',
  'Failure.Exception.IP.Module',
  'Failure.Exception.IP.Offset',
  'Probably caused by',
]);

/**
 * The places of a stretch that are debugger output for sure.
 * Empty for prose, logs and traces of other systems: then there is no crash to report.
 */
export function dumpPlaces(facts: Facts, sections: readonly SearchedSection[]): Lines[] {
  const places: Lines[] = [];
  // One by one: a large paste has more facts than a call takes arguments.
  const add = (found: readonly { readonly lines: Lines }[]) => {
    for (const { lines } of found) {
      places.push(lines);
    }
  };
  for (const kind of SOLID) {
    add(kind === 'bugchecks' ? facts.bugchecks.filter(isPrinted) : facts[kind]);
  }
  add(facts.stacks.filter(isSurelyStack));
  add(facts.exceptions.filter(({ address }) => address !== null));
  add(facts.verifiers.filter(({ inDebugger }) => inDebugger));
  add(facts.corruptions.filter(({ module }) => module !== null));
  // The report of a program that crashed has registers, too, in which nothing of the kernel stands.
  if (places.length > 0 || sections.some(({ prompt }) => prompt !== undefined) || facts.registers.some(holdsKernel)) {
    add(facts.registers);
  }
  const fields = facts.fields.filter((field) => ANALYZE_FIELDS.has(field.name));
  if (places.length > 0 || fields.length > 1 || stopInBucket(facts) !== null) {
    add(fields);
  }
  for (const section of sections) {
    add(linesWith(section, KERNEL_BASE));
    if (section.prompt !== undefined && (places.length > 0 || showsAddress(section))) {
      places.push([section.lines[0], section.lines[0]]);
    }
  }
  // What somebody tells stands apart from the output, and is a place of its own only where there is none.
  if (places.length === 0) {
    add(facts.bugchecks.filter(({ told }) => told === true));
  }
  for (const kind of places.length > 0 ? BESIDE : []) {
    add(facts[kind]);
  }
  return places;
}

/** Kernel addresses begin here, on 64-bit and on 32-bit Windows; the low selectors and flags of a register set do not. */
const KERNEL_ADDRESS = /^0x(?:ffff[0-9a-f]{12}|[89a-f][0-9a-f]{7})$/;

function holdsKernel({ values }: RegistersFact): boolean {
  return Object.values(values).some((value) => KERNEL_ADDRESS.test(value));
}

/** What a sentence tells is no output. */
function isPrinted({ origin }: BugcheckFact): boolean {
  return origin !== 'words';
}

/** Numbered lists of words look like kc; a stack has addresses or `module!function` in most of its rows. */
function isSurelyStack({ frames }: StackFact): boolean {
  const sure = frames.filter(
    (frame) => frame.returnAddress !== null || frame.function !== null || frame.address !== null,
  );
  return sure.length > 0 && sure.length * 3 >= frames.length;
}

/** A command quoted in an explanation has a prompt too, but no output. */
function showsAddress(section: SearchedSection): boolean {
  return section.body.some(({ text }) => /[0-9a-f]{8}/i.test(text));
}
