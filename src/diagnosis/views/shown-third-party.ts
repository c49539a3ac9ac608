import type { Text } from '../../language/text.ts';
import type { Crash } from '../crash.ts';
import type { Facts, ModuleFact } from '../facts.ts';
import { type Look, view } from '../look.ts';
import { debuggerModule } from '../names/file-names.ts';
import { isKernelModule } from './crash-machinery.ts';
import type { DriverRole } from './driver-role.ts';

/**
 * True where the public table or the paste itself shows that an image is no part of Windows. Every new Windows brings images
 * that no table knows yet: to be unknown is no vendor. What tells them apart are Microsoft's symbols, which any debugger loads
 * for its own images, and the record of the module.
 */
export function isShownThirdParty({ image, known }: DriverRole, look: Look): boolean {
  const foreign = foreignNames(look);
  return known || foreign.has(image.replace(ENDING, '')) || foreign.has(debuggerModule(image));
}

/** All names that the paste shows to be of others, without their endings: asked of many images, worked out once. */
const foreignNames = view(({ crash, facts }: Look): ReadonlySet<string> => {
  const modules = facts.modules.filter(isForeign).flatMap(({ name, image }) => [name, image]);
  const named = facts.namedDrivers.filter(({ by }) => by === 'unable-to-load').map(({ image }) => image);
  const places = lacksSymbols(facts) ? [] : placesOf(crash, facts);
  const bare = places.map((place) => BARE.exec(place)?.groups?.module ?? null);
  const names = [...modules, ...named, ...bare, ...builtElsewhere(facts)].filter((name) => name !== null);
  return new Set(names.map((name) => name.toLowerCase().replace(ENDING, '')));
});

/**
 * Trees of source that Windows is built from, as public stacks with the debugger's private symbols print them below a drive and
 * a branch (`d:\\th\\minkernel\\ntos\\…`).
 */
const TREES = new Set(
  'minkernel windows base drivers net nt ntos avcore clientcore ds shell multimedia sdktools pcshell termsrv hyperv vm'.split(
    ' ',
  ),
);
/** What is linked into the drivers of others: the C runtime, the stub of the driver framework. */
const LINKED_IN = /\\(?:vctools|vcstartup|wdf\\framework)\\/i;
/** Drive, branch, and what a build machine puts between. */
const DEEPEST = 4;

function isOfWindows(path: string): boolean {
  const top = path.toLowerCase().split('\\').slice(0, DEEPEST);
  return LINKED_IN.test(path) || top.some((name) => TREES.has(name) || name.startsWith('onecore'));
}

/** Modules whose source the debugger names, in no tree of Windows: whoever has such symbols built them, or was given them. */
function builtElsewhere({ stacks }: Facts): (string | null)[] {
  return stacks.flatMap(({ frames }) =>
    frames.flatMap(({ module, source }) => (source !== undefined && !isOfWindows(source) ? [module] : [])),
  );
}

const ENDING = /\.\w{1,4}$/;

/** `acmeflt+0x1092`, `AV_acmeflt!unknown_function`: the debugger had no symbols for it. */
const BARE = /^(?:\w{1,40}_)?(?<module>[\w.$-]{1,80}?)(?:\+(?:0x)?[0-9a-f]{1,8}|!unknown_function)$/i;

function placesOf(crash: Crash, { stacks, instructions, exceptions }: Facts): string[] {
  const frames = stacks.flatMap((stack) => stack.frames.filter(({ function: name }) => name === null));
  const symbols = [crash.symbol, crash.failureBucket, ...[...instructions, ...exceptions].map(({ symbol }) => symbol)];
  return [...frames.map(({ module, offset }) => `${module}+${offset}`), ...symbols.filter((symbol) => symbol !== null)];
}

/** Where the kernel itself shows without names, the debugger found no symbols of anybody. */
function lacksSymbols({ stacks }: Facts): boolean {
  return stacks.some(({ frames }) =>
    frames.some(({ module, function: name, offset }) => isKernelModule(module) && name === null && offset !== null),
  );
}

/** What a sentence says of it: "which is not part of Windows" only where that is shown. */
export function notOfWindows(role: DriverRole, look: Look): Text {
  return isShownThirdParty(role, look)
    ? { en: 'is not part of Windows', zh: '不属于 Windows' }
    : { en: 'is in no known list of the drivers of Windows', zh: '不在已知的 Windows 驱动列表中' };
}

/** Another company, no version record at all, no symbols to be had, or a path outside the folders of Windows. */
function isForeign({ company, detailed, symbols, path }: ModuleFact): boolean {
  if (company !== null) {
    return !/^microsoft/i.test(company);
  }
  const elsewhere = path !== null && /[\\/]/.test(path) && !/\\(?:SystemRoot|Windows|WINNT)\\/i.test(path);
  return detailed || symbols === 'none' || symbols === 'export' || elsewhere;
}
