import type { Frame, StackFact } from '#src/diagnosis/facts.ts';
import { callStack } from '#src/diagnosis/parsers/stack/call-stack.ts';
import { sectionOf } from './section-of.ts';

export function stacks(command: string | null, text: string): readonly StackFact[] {
  const section = sectionOf(command, text);
  return callStack.accepts(section) ? (callStack.read(section).stacks ?? []) : [];
}

/** `module!function+offset`, `module+offset` or the bare address, `?` for a frame whose site is missing. */
export function show(frame: Frame): string {
  const name = frame.function === null ? (frame.module ?? '') : `${frame.module}!${frame.function}`;
  const offset = frame.offset === null ? '' : `+${frame.offset}`;
  return frame.address ?? (`${name}${offset}` || '?');
}

export function frames(command: string | null, text: string): string[] {
  return stacks(command, text).flatMap((stack) => stack.frames.map(show));
}
