import type { Rival } from '../../rules/rule.ts';
import type { NextCommand, Remaining } from '../../verdict/verdict.ts';

/** What parts two explanations, by the beginning of the command. */
const PARTS: readonly { readonly between: readonly [Rival, Rival]; readonly commands: readonly string[] }[] = [
  // Bytes of code that differ from the file speak for memory, whole values for a writer.
  { between: ['corruptor', 'hardware'], commands: ['!chkimg', '!pool'] },
  { between: ['driver', 'hardware'], commands: ['!errrec', '!chkimg'] },
  // Whose block it is, and whether anybody was watched.
  { between: ['driver', 'corruptor'], commands: ['!pool', '!mex.tag', '!verifier'] },
  { between: ['windows', 'corruptor'], commands: ['!pool', '!mex.tag', '!verifier'] },
  // Who asked is seen further down the stack.
  { between: ['driver', 'windows'], commands: ['.trap', '.cxr', 'k'] },
  { between: ['driver', 'forwarder'], commands: ['!irp', 'k', '!devstack'] },
  { between: ['program', 'driver'], commands: ['!process', 'k'] },
];

/**
 * The command that parts the two explanations which remain, put first where it is among those worth running. The others keep
 * their order: a stack that is missing or cut comes before all, since nothing is decided without it.
 */
export function separatingFirst(commands: readonly NextCommand[], remaining: readonly Remaining[]): NextCommand[] {
  const rivals = new Set(remaining.map(({ rival }) => rival));
  const wanted = PARTS.find(({ between }) => between.every((rival) => rivals.has(rival)))?.commands ?? [];
  const first = wanted
    .map((begin) => commands.find(({ command }) => command === begin || command.startsWith(`${begin} `)))
    .find((command) => command !== undefined);
  const isStackWanted = /^(?:k|kf? 100|\.trap .{1,40}|\.cxr .{1,40})$/.test(commands[0]?.command ?? '');
  return isStackWanted || first === undefined ? [...commands] : [first, ...commands.filter((one) => one !== first)];
}
