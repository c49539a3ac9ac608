import type { Judged } from '../../verdict/judged.ts';
import type { NextCommand, Remaining } from '../../verdict/verdict.ts';
import { isStackCommand } from '../../views/command-key.ts';
import { isDeliberate } from '../../views/occasion.ts';
import { refusedImage } from '../../views/refused-image.ts';
import { isSession } from '../../views/running-session.ts';
import { stopCodeOf } from '../../views/stop-code-of.ts';
import { enderCommands } from './ender-commands.ts';
import { integrityCommands } from './integrity-commands.ts';
import { moduleCommands } from './module-commands.ts';
import { isUnopened, noStopCommands, openDumpFirst } from './no-stop-commands.ts';
import { poolCommands } from './pool-commands.ts';
import { programCommands } from './program-commands.ts';
import { separatingFirst } from './separating-commands.ts';
import { lockHolderCommands, stackCommands } from './stack-commands.ts';
import { argumentCommands, ownerCommands, stopCodeCommands } from './stop-code-commands.ts';
import { symbolCommands } from './symbol-commands.ts';

type Source = (judged: Judged) => NextCommand[];

const MOST = 5;
/** More than three would be a wish list, not what decides. */
const MOST_OPEN = 3;

const SETTLED = {
  low: [lockHolderCommands, stackCommands, moduleCommands, stopCodeCommands, poolCommands],
  medium: [lockHolderCommands, stackCommands, moduleCommands],
  high: [moduleCommands],
};

/**
 * What to run next, the deciding commands first. A settled verdict asks only for what the vendor will want;
 * an open one: see the stack, ask what the stop code needs, find the owner of the memory.
 */
export function nextCommands(judged: Judged, remaining: readonly Remaining[] = []): NextCommand[] {
  const next = commandsFor(judged, remaining);
  const open = openDumpFirst(judged.crash);
  if (open === null || next.length === 0 || next.some(({ command }) => command === open.command)) {
    return next;
  }
  // What the analysis prints is not asked for beside it, nor what only the opened dump says.
  const others = next.filter(
    ({ command }) => command !== 'k' && command !== '.bugcheck' && !command.includes('<address>'),
  );
  return [open, ...others].slice(0, Math.max(next.length, MOST_OPEN));
}

function commandsFor(judged: Judged, remaining: readonly Remaining[]): NextCommand[] {
  if (judged.crash.kind === 'user') {
    return programCommands(judged);
  }
  // A machine that runs is asked for nothing.
  if (isSession(judged)) {
    return [];
  }
  // What the dump shows decides which command comes behind it.
  if (isUnopened(judged.crash)) {
    return chosen([noStopCommands, moduleCommands], judged, MOST_OPEN);
  }
  const { confidence, culprit } = judged.verdict;
  // A status that tells why makes every stack needless.
  if (refusedImage(judged) && (culprit === 'os' || culprit === 'unknown')) {
    return chosen([stopCodeCommands], judged, MOST_OPEN);
  }
  // A crash made on purpose has no stack of a fault: what hung is seen in the other threads.
  if (culprit === 'unknown' && isDeliberate(judged)) {
    return chosen([stopCodeCommands], judged, MOST_OPEN);
  }
  const symbols = symbolCommands(judged);
  if (culprit === 'os' || culprit === 'hardware') {
    const sources =
      culprit === 'os' ? [stackCommands, poolCommands, stopCodeCommands] : [stackCommands, stopCodeCommands];
    // A report of the machine itself shows on its stack who reported; the record is asked for.
    const isReport = culprit === 'hardware' && judged.knowledge.has(stopCodeOf(judged.crash), 'noticed');
    const own = chosen(confidence === 'high' || isReport ? [stopCodeCommands] : sources, judged, MOST_OPEN);
    return [...symbols, ...own].slice(0, MOST_OPEN);
  }
  return culprit === 'unknown'
    ? chosen([() => symbols, ownerCommands, () => openCommands(judged, remaining)], judged, MOST_OPEN)
    : [...(confidence === 'high' ? [] : symbols), ...chosen(SETTLED[confidence], judged, MOST)].slice(0, MOST);
}

function openCommands(judged: Judged, remaining: readonly Remaining[]): NextCommand[] {
  return separatingFirst(chosen(openSources(judged), judged, MOST_OPEN), remaining);
}

/** A stop that only noticed something shows on its stack who noticed, and in its arguments what it is about. */
function openSources({ crash, knowledge }: Judged): Source[] {
  if (knowledge.has(stopCodeOf(crash), 'noticed')) {
    return [enderCommands, argumentCommands, stopCodeCommands, stackCommands, poolCommands, moduleCommands];
  }
  // Windows keeps the name of the driver: no stack of the stop is as near to it.
  if (knowledge.argument(stopCodeOf(crash), 'driver-name', crash.bugcheck?.args) !== null) {
    return [argumentCommands, stopCodeCommands, poolCommands, moduleCommands];
  }
  return [
    noStopCommands,
    argumentCommands,
    lockHolderCommands,
    stackCommands,
    poolCommands,
    stopCodeCommands,
    integrityCommands,
    moduleCommands,
  ];
}

function chosen(sources: readonly Source[], judged: Judged, most: number): NextCommand[] {
  const found = new Map<string, NextCommand>();
  for (const next of sources.flatMap((source) => source(judged))) {
    const key = keyOf(next.command);
    if (!found.has(key)) {
      found.set(key, next);
    }
  }
  // What has to be found first can wait behind what can be run as it stands.
  const isOpen = ({ command }: NextCommand) => command.includes('<address>');
  const chosenOnes = [...found.values()].slice(0, most);
  return [...chosenOnes.filter((one) => !isOpen(one)), ...chosenOnes.filter(isOpen)];
}

/** `!pool X` and `!pool X 2` look at the same block, `k` and `kb` at the same stack: the first asked for is enough. */
function keyOf(command: string): string {
  if (isStackCommand(command)) {
    return 'k';
  }
  return command.startsWith('!pool ') ? command.split(' ').slice(0, 2).join(' ') : command;
}
