import { is64Bit } from './innocent.ts';
import { stackListings } from './stack-listing.ts';

const PROMPT = /^(?<prompt>\s{0,8}(?:\d{1,3}: )?l?kd> ?)/gm;
const DEBUGGER_OUTPUT = /kd>|STACK_TEXT|Arg1: |_NAME: /;

/** A command that somebody ran after the rest, at the paste's own prompt; null where nothing of a debugger is pasted. */
export function afterwards(text: string, command: string, output: readonly string[]): string | null {
  if (!DEBUGGER_OUTPUT.test(text) && stackListings(text.split('\n')).length === 0) {
    return null;
  }
  const prompt = [...text.matchAll(PROMPT)].at(-1)?.groups?.prompt ?? 'kd> ';
  return [text.trimEnd(), '', `${prompt.trimEnd()} ${command}`, ...output, ''].join('\n');
}

/** An address in the width of the machine, as `printAddress` takes it. */
export function addressLike(text: string): string {
  return is64Bit(text) ? '00000000`00000000' : '00000000';
}
