import type { Crash } from '../crash.ts';
import type { Facts, StackFact } from '../facts.ts';

type Views = Pick<Crash, 'process' | 'symbol' | 'module' | 'image' | 'failureBucket' | 'stack'>;

/** Documentation and training material put this in place of a value. */
const PLACEHOLDER = /^(?:x{3,}|\.{3,}|<.*>|n\/a)$/i;

/** The views on a crash that everything downstream agrees on, each from the field that prints it. */
export function viewsOf(facts: Facts): Views {
  return {
    process: fieldOf(facts, ['PROCESS_NAME']) ?? processOf(facts),
    symbol: fieldOf(facts, ['SYMBOL_NAME']),
    module: fieldOf(facts, ['MODULE_NAME']),
    image: fieldOf(facts, ['IMAGE_NAME']),
    failureBucket: fieldOf(facts, ['FAILURE_BUCKET_ID', 'Failure.Bucket']),
    stack: stackOf(facts.stacks),
  };
}

function fieldOf(facts: Facts, names: readonly string[]): string | null {
  for (const name of names) {
    const field = facts.fields.find((one) => one.name === name && one.value !== '' && !PLACEHOLDER.test(one.value));
    if (field !== undefined) {
      return field.value;
    }
  }
  return null;
}

/** `!thread` and `!mex.t` name the process of the thread they show; System owns every worker and so tells nothing. */
function processOf(facts: Facts): string | null {
  const shown = facts.threads.find(
    ({ command, process }) =>
      process !== null && (/^!thread/i.test(command) || (/^!(?:mex\.)?t\b/i.test(command) && process !== 'System')),
  );
  return shown?.process ?? null;
}

/** STACK_TEXT, else the first call chain; one whose first frames were left out only where there is no other. */
function stackOf(stacks: readonly StackFact[]): StackFact | null {
  const chains = stacks.filter((stack) => stack.isCallChain);
  const text = chains.find((stack) => stack.command === 'STACK_TEXT');
  const first = chains.find((stack) => stack.frames.length > 0 && (stack.frames[0]?.index ?? 0) === 0);
  return text !== undefined && text.frames.length > 0 ? text : (first ?? text ?? null);
}
