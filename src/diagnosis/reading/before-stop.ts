import type { FactKind, Facts, Lines, StackFact } from '../facts.ts';
import type { Line, Section } from '../intake/line.ts';
import { isStopCall } from '../knowledge/routines.ts';

/** What the kernel debugger prints at the moment of a stop. */
const STOP = /Fatal System Error ?:/i;
/** What it prints of the stop where its first lines were left out: whoever let the machine run sees nothing else of this. */
const SHORT_STOP = /^\s{0,8}BugCheck [0-9A-F]{1,8}, \{/;
/** The machine is let run: `g`, `gu`, `p`, `t`, also with a place to stop at. */
const RUNS = /^(?:g[chnu]?|[pt][actr]?|wt)(?: .{0,120})?$/i;
/** Only a machine that runs again stops: whoever left the `g` out let it run below one of these. */
const LOOKS = /^(?:k[bcdnpv]{0,3}|r|dv|ub?|b[lp])(?: .{0,120})?$/i;
const STOPPED = /^\s{0,8}Breakpoint \d{1,4} hit/i;
/** What is only true of the moment it is printed at. */
const MOMENTARY: readonly FactKind[] = [
  'registers',
  'instructions',
  'exceptions',
  'breakpoints',
  'variables',
  'threads',
  'routines',
];

/** What a text shows of the stop itself, and the stacks that were printed while the machine still ran. */
export interface AtStop {
  readonly facts: Facts;
  readonly earlier: readonly StackFact[];
}

/**
 * Parts from a crash what somebody printed at a breakpoint, before he let the machine run into its stop: it is no evidence on
 * the stop. A stack that shows the stop itself was printed after it, wherever it stands.
 */
export function atStop(facts: Facts, sections: readonly Section[]): AtStop {
  const border = borderOf(sections);
  if (border === null) {
    return { facts, earlier: [] };
  }
  const isEarlier = ({ lines }: { readonly lines: Lines }) => lines[1] < border;
  const isBefore = (stack: StackFact) => isEarlier(stack) && !stack.frames.some((frame) => isStopCall(frame.function));
  const kept = MOMENTARY.map((kind) => [kind, facts[kind].filter((fact) => !isEarlier(fact))] as const);
  return {
    facts: { ...facts, ...Object.fromEntries(kept), stacks: facts.stacks.filter((stack) => !isBefore(stack)) },
    earlier: facts.stacks.filter(isBefore),
  };
}

/** The line of the last stop that a running machine came to; null where the debugger shows none. */
function borderOf(sections: readonly Section[]): number | null {
  let border: number | null = null;
  let wasAtBreakpoint = false;
  for (const { command, prompt, body } of sections) {
    const isRun = RUNS.test(command ?? '');
    const runs = isRun || (prompt === 'kernel' && LOOKS.test(command ?? ''));
    for (const line of body) {
      wasAtBreakpoint ||= STOPPED.test(line.text);
      if (((runs || wasAtBreakpoint) && isStop(line)) || (isRun && SHORT_STOP.test(line.text))) {
        border = line.lines[0];
      }
    }
  }
  return border;
}

function isStop({ text }: Line): boolean {
  return STOP.test(text);
}
