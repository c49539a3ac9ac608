import type { Judged } from './judged.ts';
import type { NextCommand } from './verdict.ts';

const PLACE = /<arg([1-4])>/g;

/** The commands that the knowledge lists for this stop code, with the arguments of the paste filled in. */
export function stopCodeCommands({ crash, knowledge }: Judged): NextCommand[] {
  const { bugcheck, stack } = crash;
  if (!bugcheck?.code) return [];
  const commands: NextCommand[] = [];
  for (const template of knowledge.firstCommands(bugcheck.code, bugcheck.args)) {
    const command = template.replace(
      PLACE,
      (_, position: string) => bugcheck.args[Number(position) - 1] ?? '<address>',
    );
    if (command === 'k' && stack) continue;
    if (/\b0x0\b/.test(command) || alreadyRun(command, crash)) continue;
    commands.push({ command, why: knowledge.command(command.split(' ')[0] ?? command) ?? FALLBACK });
  }
  return commands;
}

/** The paste already holds the output: asking for it again would look as if nobody had read it. */
function alreadyRun(command: string, { facts }: Judged['crash']): boolean {
  if (command.startsWith('!irp')) return facts.irps.length > 0;
  if (command.startsWith('!devstack')) return facts.devices.length > 0;
  if (command.startsWith('!errrec')) return facts.hardwareErrors.length > 0;
  if (command.startsWith('.trap') || command.startsWith('.cxr')) return facts.registers.length > 0;
  return false;
}

const FALLBACK = { en: 'The first thing to look at for this stop code.', zh: '针对此停止代码首先要看的内容。' };
