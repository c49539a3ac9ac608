import type { CrashReply, GroupReply } from './reply.ts';

/** What to run next, without what a step above asks for already. */
export function commandsToRun(crash: CrashReply, groups: readonly GroupReply[]): CrashReply['nextCommands'] {
  const shared = groups.filter(({ crashes }) => crashes.includes(crash.id)).flatMap(({ steps }) => steps);
  const asked = new Set([...crash.steps, ...shared].flatMap(({ commands }) => commands));
  return crash.nextCommands.filter(({ command }) => !asked.has(command));
}
