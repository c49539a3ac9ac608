import type { Crash } from '#src/diagnosis/crash.ts';
import type { Lines } from '#src/diagnosis/facts.ts';

export interface FieldValue {
  readonly value: string;
  /** Lines of the undamaged paste that show it. */
  readonly lines: Lines;
}

/** What a crash says, flattened to named values, so that two readings can be compared value by value. */
export function fieldValues(crash: Crash): Map<string, FieldValue> {
  const values = new Map<string, FieldValue>();
  const add = (name: string, value: string | null | undefined, lines: Lines) => {
    if (value !== null && value !== undefined) {
      values.set(name, { value: value.toLowerCase(), lines });
    }
  };
  const { bugcheck, stack, facts } = crash;
  const whole: Lines = crash.mentions[0] ?? [1, 1];
  const field = (name: string): Lines => facts.fields.find((fact) => fact.name === name)?.lines ?? whole;
  add('kind', crash.kind, whole);
  if (bugcheck) {
    add('code', bugcheck.code, bugcheck.lines);
    add('name', bugcheck.name, bugcheck.lines);
    for (const [index, arg] of bugcheck.args.entries()) {
      add(`arg${index + 1}`, arg, bugcheck.lines);
    }
  }
  add('process', crash.process, field('PROCESS_NAME'));
  add('symbol', crash.symbol, field('SYMBOL_NAME'));
  add('module', crash.module, field('MODULE_NAME'));
  add('image', crash.image, field('IMAGE_NAME'));
  add('bucket', crash.failureBucket, field('FAILURE_BUCKET_ID'));
  if (stack) {
    add('frames', `${stack.frames.length}`, stack.lines);
    for (const [index, frame] of stack.frames.entries()) {
      add(`frame ${index}`, frameText(frame), frame.lines);
    }
  }
  for (const { tag, image, lines } of facts.tagOwners) {
    add(`owner of ${tag.toLowerCase()}`, image, lines);
  }
  for (const irp of facts.irps) {
    for (const at of irp.locations) {
      if (at.current) {
        add('irp holder', at.driver, irp.lines);
      }
    }
  }
  for (const module of facts.modules) {
    add(`module ${module.name.toLowerCase()} timestamp`, module.timestamp, module.lines);
  }
  return values;
}

function frameText(frame: {
  module: string | null;
  function: string | null;
  offset: string | null;
  address: string | null;
}) {
  return [frame.module, frame.function, frame.offset, frame.address].map((part) => part ?? '').join('|');
}
