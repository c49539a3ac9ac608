import type { Hex } from '../../facts.ts';
import type { Bugcheck } from '../../knowledge/knowledge.ts';
import type { Judged } from '../../verdict/judged.ts';
import type { NextCommand } from '../../verdict/verdict.ts';
import { commandKey, isStackCommand } from '../../views/command-key.ts';
import { errorRecords } from '../../views/error-records.ts';
import { debuggerAddress } from '../../views/hex-value.ts';
import { patternIn } from '../../views/pointer-pattern.ts';
import { stopCodeOf } from '../../views/stop-code-of.ts';
import { isKernelPlace } from './possible-address.ts';

const PLACE = /<arg(?<position>[1-4])>/g;

/** The commands that the knowledge lists for this stop code, with the arguments of the paste filled in. */
export function stopCodeCommands(judged: Judged): NextCommand[] {
  const { crash, knowledge } = judged;
  const { bugcheck, stack } = crash;
  if (!bugcheck?.code) {
    return [];
  }
  const commands: NextCommand[] = [];
  // What lies behind the end of a block is a page that stays empty: the block before it is asked for elsewhere.
  const skipped = knowledge.has(bugcheck.code, 'beyond-end') ? '!pool <arg1>' : null;
  for (const template of knowledge.firstCommands(bugcheck.code, bugcheck.args).filter((one) => one !== skipped)) {
    const command = nodeOf(template, crash) ?? template.replace(PLACE, (_, at: string) => argument(crash, Number(at)));
    if (isStackCommand(command) && (stack || commands.length > 0)) {
      continue;
    }
    const isTold = command === '!irql' && tellsIrql(bugcheck.args, knowledge.bugcheck(bugcheck.code));
    if (isTold || command.includes('<address>') || isPointless(command, crash) || alreadyRun(command, judged)) {
      continue;
    }
    commands.push({ command, why: knowledge.command(command.split(' ')[0] ?? command) ?? FALLBACK });
  }
  return commands;
}

/** Who owns the routine that the stop is about: no stack is as near to the driver. */
export function ownerCommands(judged: Judged): NextCommand[] {
  const position = judged.knowledge.argument(stopCodeOf(judged.crash), 'driver-routine', judged.crash.bugcheck?.args);
  const routine = position === null ? null : argument(judged.crash, position);
  return stopCodeCommands(judged).flatMap(({ command }) =>
    command === `ln ${routine}` ? [{ command, why: OWNER }] : [],
  );
}

const OWNER = {
  en: 'This argument is a routine of the driver that the stop is about: its nearest symbol names the driver.',
  zh: '该参数是此次停止所涉及驱动的例程：离它最近的符号即可给出驱动名。',
};

/** An argument is the IRQL: nobody has to ask the debugger, which knows that of its own stop only. */
function tellsIrql(args: readonly (Hex | null)[], known: Bugcheck | null): boolean {
  return known?.parameters.some(({ show }, index) => show === 'irql' && args[index] != null) ?? false;
}

/** Where the paste lacks the argument that says what the stop is about, all four are asked for first. */
export function argumentCommands({ crash: { bugcheck, facts }, knowledge }: Judged): NextCommand[] {
  if (!bugcheck?.code || bugcheck.origin === 'bugcheck-command') {
    return [];
  }
  // The instruction of the fault is printed with its name: nobody has to look it up.
  const isPlaced = facts.instructions.some(({ atFault, symbol }) => atFault && symbol !== null);
  const lacking = knowledge
    .firstCommands(bugcheck.code, bugcheck.args)
    .filter((template) => !(isPlaced && template.startsWith('ln ')))
    .find((template) =>
      [...template.matchAll(PLACE)].some(({ groups }) => !bugcheck.args[Number(groups?.position) - 1]),
    );
  if (lacking === undefined) {
    return [];
  }
  const then = lacking.replace(PLACE, (_, position: string) => `Arg${position}`);
  return [
    {
      command: '.bugcheck',
      why: {
        en: `Prints all four arguments; the paste lacks the one that tells most. Then: ${then}`,
        zh: `显示全部四个参数；粘贴内容中缺少最关键的一个。之后运行：${then}`,
      },
    },
  ];
}

/** The paste says of an argument that it is a node of the device tree: that one is asked for, rather than the whole tree. */
function nodeOf(template: string, crash: Judged['crash']): string | null {
  const at = crash.bugcheck?.argTexts.findIndex((text) => /\bDev(?:ice )?Node\b/i.test(text)) ?? -1;
  const node = at < 0 ? '<address>' : argument(crash, at + 1);
  return template === '!devnode 0 1' && node !== '<address>' ? `!devnode ${node}` : null;
}

/** The argument as printed, or its likely form where the paste damaged it. */
function argument({ bugcheck, facts }: Judged['crash'], position: number): string {
  const printed = bugcheck?.args[position - 1];
  if (!printed) {
    return '<address>';
  }
  return debuggerAddress(facts.damages.find(({ asRead }) => asRead === printed)?.likely ?? printed);
}

/** What looks into memory of the kernel, and what is the address of an object there. */
const LOOKS_AT =
  /^(?:!pool|!poolval|!pte|!address|!thread|!irp|!devstack|!devobj|!drvobj|!devnode|!fxdevice|!podev|!fileobj|!object|ln|dp\w?|d[cdqstu]|\.trap|\.cxr|\.exr)\b/;

/** No command looks at an address where no memory of the kernel can be: at null or almost, of a program, of no pointer, at a filler. */
function isPointless(command: string, { arch }: Judged['crash']): boolean {
  const asked = address(command);
  if (asked === '0x0') {
    return true;
  }
  return asked !== null && LOOKS_AT.test(command) && (!isKernelPlace(asked, arch) || patternIn(asked) !== null);
}

function address(command: string): string | null {
  return /\b0x[0-9a-f`]{1,17}/.exec(command)?.[0].replace('`', '') ?? null;
}

/** A listing of all modules is longer than this; single rows come from elsewhere. */
const MANY = 20;

/** The paste already holds the output: asking for it again would look as if nobody had read it. */
function alreadyRun(command: string, judged: Judged): boolean {
  const { facts, stack, ran = [] } = judged.crash;
  if (!command.startsWith('!analyze') && ran.includes(commandKey(command))) {
    return true;
  }
  if (command.startsWith('!irp')) {
    const asked = address(command);
    return facts.irps.some((irp) => asked === null || irp.address === null || irp.address === asked);
  }
  if (/^(?:ln|u) /.test(command)) {
    return showsPlace(address(command), { stack, facts }) || ran.some((one) => showsSamePlace(one, command));
  }
  if (command.startsWith('!error ')) {
    // The reply names and explains the status beside the argument.
    return judged.knowledge.status(address(command) ?? '') !== null;
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
    return errorRecords(judged).length > 0;
  }
  if (command.startsWith('!analyze')) {
    return facts.fields.some(({ name }) => /BUCKET|BUGCHECK_STR/i.test(name));
  }
  if (/^lm(?: t n)?$/.test(command)) {
    return facts.modules.filter(({ detailed }) => !detailed).length > MANY;
  }
  if (command === '!verifier') {
    return facts.verifiers.length > 0;
  }
  if (command.startsWith('!thread ')) {
    return facts.threads.some(({ address: place }) => place === address(command));
  }
  if (command.startsWith('!devobj ')) {
    return facts.devices.some(({ device }) => device !== null && device === address(command));
  }
  if (command.startsWith('!devnode ')) {
    return facts.devices.some(({ node }) => node != null);
  }
  if (command.startsWith('.trap') || command.startsWith('.cxr')) {
    return facts.registers.length > 0;
  }
  return false;
}

/** Whatever disassembles code there prints the nearest symbol, too. */
function showsSamePlace(ran: string, command: string): boolean {
  const [name = '', place] = ran.split(' ');
  return /^(?:ln|u[bfr]?)$/.test(name) && place === commandKey(command).split(' ')[1];
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
