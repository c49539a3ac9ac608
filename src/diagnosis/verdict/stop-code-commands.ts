import { fieldOffset } from '../views/field-offset.ts';
import { debuggerAddress, isNearNull } from '../views/hex-value.ts';
import type { Judged } from './judged.ts';
import type { NextCommand } from './verdict.ts';

const PLACE = /<arg(?<position>[1-4])>/g;

/** The commands that the knowledge lists for this stop code, with the arguments of the paste filled in. */
export function stopCodeCommands({ crash, knowledge }: Judged): NextCommand[] {
  const { bugcheck, stack } = crash;
  if (!bugcheck?.code) {
    return [];
  }
  const commands: NextCommand[] = [];
  for (const template of knowledge.firstCommands(bugcheck.code, bugcheck.args)) {
    const command = template.replace(PLACE, (_, position: string) => argument(crash, Number(position)));
    if (/^k[bvnp]?$/.test(command) && (stack || commands.length > 0)) {
      continue;
    }
    if (command.includes('<address>') || isPointless(command) || alreadyRun(command, crash)) {
      continue;
    }
    commands.push({ command, why: knowledge.command(command.split(' ')[0] ?? command) ?? FALLBACK });
  }
  return commands;
}

/** The argument as printed, or its likely form where the paste damaged it. */
function argument({ bugcheck, facts }: Judged['crash'], position: number): string {
  const printed = bugcheck?.args[position - 1];
  if (!printed) {
    return '<address>';
  }
  return debuggerAddress(facts.damages.find(({ asRead }) => asRead === printed)?.likely ?? printed);
}

/** Memory commands on an address that is null, or almost: no page is there to look at. */
function isPointless(command: string): boolean {
  const asked = address(command);
  if (asked === '0x0') {
    return true;
  }
  return (
    asked !== null &&
    /^(?:!pool|!poolval|!pte|!address|!thread|!irp|!devstack|!devobj|ln|dp|dt)\b/.test(command) &&
    (isNearNull(asked) || fieldOffset(asked) !== null)
  );
}

function address(command: string): string | null {
  return /\b0x[0-9a-f`]{1,17}/.exec(command)?.[0].replace('`', '') ?? null;
}

/** The paste already holds the output: asking for it again would look as if nobody had read it. */
function alreadyRun(command: string, { facts, stack }: Judged['crash']): boolean {
  if (command.startsWith('!irp')) {
    const asked = address(command);
    return facts.irps.some((irp) => asked === null || irp.address === null || irp.address === asked);
  }
  if (/^(?:ln|u) /.test(command)) {
    return showsPlace(address(command), { stack, facts });
  }
  if (command.startsWith('!pool ')) {
    return facts.poolBlocks.some((block) => block.query !== null && block.query === address(command));
  }
  if (command.startsWith('dt ')) {
    return facts.structures.some(({ address: place }) => place === address(command));
  }
  if (command.startsWith('!locks')) {
    return facts.locks.length > 0;
  }
  if (command.startsWith('!stacks')) {
    return facts.stacks.some((one) => one.command === '!stacks');
  }
  if (command.startsWith('!devstack')) {
    return facts.devices.length > 0;
  }
  if (command.startsWith('!errrec')) {
    return facts.hardwareErrors.length > 0;
  }
  if (command.startsWith('.trap') || command.startsWith('.cxr')) {
    return facts.registers.length > 0;
  }
  return false;
}

/** The stack, or an instruction printed there, tells already what lies at the address. */
function showsPlace(at: string | null, { stack, facts }: Pick<Judged['crash'], 'stack' | 'facts'>): boolean {
  if (facts.instructions.some(({ address: place, symbol }) => place === at && symbol !== null)) {
    return true;
  }
  const frames = stack?.frames ?? [];
  return frames.some(({ returnAddress }, index) => returnAddress === at && frames[index + 1]?.module != null);
}

const FALLBACK = { en: 'The first thing to look at for this stop code.', zh: '针对此停止代码首先要看的内容。' };
