import type { Crash } from '../crash.ts';
import type { Facts, StackFact } from '../facts.ts';
import { isBugcheckFrame } from '../views/crash-machinery.ts';
import { isStackOfOthers } from '../views/stack-of-others.ts';
import { probableCause } from './probable-cause.ts';

type ShownFields = Pick<Crash, 'process' | 'symbol' | 'module' | 'image' | 'failureBucket' | 'stack'>;

/** Documentation and training material put this in place of a value. */
const PLACEHOLDER = /^(?:x{3,}|\.{3,}|<.*>|n\/a)$/i;

/** What everything downstream agrees on about a crash, each from the field that prints it. */
export function shownFields(facts: Facts): ShownFields {
  const probable = probableCause(facts.fields);
  return {
    process: fieldOf(facts, ['PROCESS_NAME']) ?? processOf(facts),
    symbol: fieldOf(facts, ['SYMBOL_NAME']) ?? probable?.symbol ?? null,
    module: fieldOf(facts, ['MODULE_NAME']),
    image: fieldOf(facts, ['IMAGE_NAME']) ?? probable?.image ?? null,
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

/**
 * `!thread` and `!mex.t` name the process of the thread they show; System owns every worker and so tells nothing. After a
 * stop a thread that was asked for by its address is another one than the thread that stopped, and so is one that waits.
 */
function processOf(facts: Facts): string | null {
  const isStop = facts.bugchecks.length > 0;
  const shown = facts.threads.find(({ command, process, state, isAsked }) => {
    const isThread = /^!thread/i.test(command);
    const isOther = isStop && (isAsked || /^wait/i.test(state ?? ''));
    const tells = process !== 'System' || isThread;
    return process !== null && tells && !isOther && (isThread || /^!(?:mex\.)?t\b/i.test(command));
  });
  return shown?.process ?? null;
}

/** STACK_TEXT, else the first call chain; one that lacks its first frames or is another thread's only where no other is. */
export function stackOf(stacks: readonly StackFact[]): StackFact | null {
  const chains = stacks.filter((stack) => stack.isCallChain);
  const text = chains.find((stack) => stack.command === 'STACK_TEXT');
  if (text !== undefined && text.frames.length > 0) {
    return text;
  }
  const whole = chains.filter(({ frames }) => frames.length > 0 && (frames[0]?.index ?? 0) === 0);
  const own = whole.filter((stack) => !isStackOfOthers(stack));
  // Below a command somebody left the first rows out on purpose; alone they are all that there is.
  const parts = chains.filter(({ frames, isTyped }) => frames.length > 0 && !isTyped);
  const stopped = whole.find(({ frames }) => frames.some(isBugcheckFrame));
  return own[0] ?? stopped ?? text ?? parts[0] ?? null;
}
