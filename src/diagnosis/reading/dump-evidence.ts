import type { FactKind, Facts, Lines } from '../facts.ts';
import type { Section } from '../intake/line.ts';

/** Facts that only debugger output (or a report of a stop) yields; others, like an OS version, occur in any log. */
const SOLID: readonly FactKind[] = [
  'bugchecks',
  'registers',
  'instructions',
  'exceptions',
  'modules',
  'poolBlocks',
  'tagOwners',
  'structures',
  'irps',
  'devices',
  'threads',
  'verifiers',
  'applications',
];
/** Facts that may come from elsewhere too: they show no dump alone, but they belong to one they stand beside. */
const BESIDE: readonly FactKind[] = [
  'attachedDrivers',
  'variables',
  'poolUses',
  'locks',
  'routines',
  'corruptions',
  'hardwareErrors',
];
const ANALYZE_FIELD =
  /^(?:BUGCHECK_STR|DEFAULT_BUCKET_ID|FAILURE_BUCKET_ID|BUCKET_ID|FAULTING_IP|FOLLOWUP_IP|SYMBOL_NAME|MODULE_NAME|IMAGE_NAME|STACK_COMMAND|TRAP_FRAME|PROCESS_NAME|CURRENT_IRQL|DEBUG_FLR_IMAGE_TIMESTAMP|FAILURE_ID_HASH|LAST_CONTROL_TRANSFER|Failure\.Bucket|Probably caused by)$/;

/**
 * The places of a stretch that are debugger output for sure.
 * Empty for prose, logs and traces of other systems: then there is no crash to report.
 */
export function dumpPlaces(facts: Facts, sections: readonly Section[]): Lines[] {
  const places: Lines[] = [];
  for (const kind of SOLID) {
    places.push(...facts[kind].map((fact) => fact.lines));
  }
  for (const stack of facts.stacks) {
    if (stack.frames.length > 1 || stack.frames.some((frame) => frame.childSp !== null)) places.push(stack.lines);
  }
  const fields = facts.fields.filter((field) => ANALYZE_FIELD.test(field.name));
  if (places.length > 0 || fields.length > 1) {
    places.push(...fields.map((field) => field.lines));
  }
  for (const kind of places.length > 0 ? BESIDE : []) {
    places.push(...facts[kind].map((fact) => fact.lines));
  }
  for (const section of sections) {
    if (section.prompt !== undefined && (places.length > 0 || showsAddress(section))) {
      places.push([section.lines[0], section.lines[0]]);
    }
  }
  return places;
}

/** A command quoted in an explanation has a prompt too, but no output. */
function showsAddress(section: Section): boolean {
  return section.body.some(({ text }) => /[0-9a-f]{8}/i.test(text));
}
