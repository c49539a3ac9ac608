import type { Crash } from '#src/diagnosis/crash.ts';
import type { Lines } from '#src/diagnosis/facts.ts';
import type { Knowledge } from '#src/diagnosis/knowledge/knowledge.ts';
import { look } from '#src/diagnosis/look.ts';
import { driverRole, serviceName } from '#src/diagnosis/views/driver-role.ts';
import type { Names } from './names.ts';

/** One place of a paste that names a module, as it names it there. */
export interface Naming {
  readonly said: string;
  readonly lines: Lines;
  /** What kind of output it is: a frame tells more than a row of a list. */
  readonly in: 'stack' | 'analysis' | 'tag' | 'list' | 'device' | 'told';
}

/** Fields of the analysis that are a name, and nothing else. */
const NAMES = new Set(['IMAGE_NAME', 'MODULE_NAME']);
/** Those that end in one: `fffff80263d10000 pci`. */
const ENDING_IN_NAME = new Set(['FAULTING_MODULE']);

/**
 * Every place of a crash that names a module, frames first: as a module, as a file, as the service of a device or a request
 * (`\\Driver\\acmenic`), or in a symbol.
 */
export function namings({ facts }: Crash): Naming[] {
  const naming = (said: string | null | undefined, lines: Lines, kind: Naming['in']): Naming[] =>
    said ? [{ said, lines, in: kind }] : [];
  return [
    ...facts.stacks.flatMap(({ frames }) => frames.flatMap(({ module, lines }) => naming(module, lines, 'stack'))),
    ...facts.fields.flatMap(({ name, value, lines }) => naming(nameInField(name, value), lines, 'analysis')),
    ...facts.instructions.flatMap(({ symbol, symbolLines, lines }) =>
      naming(moduleOf(symbol), symbolLines ?? lines, 'stack'),
    ),
    ...facts.exceptions.flatMap(({ symbol, lines }) => naming(moduleOf(symbol), lines, 'analysis')),
    ...facts.namedDrivers.flatMap(({ image, lines }) => naming(image, lines, 'analysis')),
    ...facts.tagOwners.flatMap(({ image, lines }) => naming(image, lines, 'tag')),
    ...facts.poolBlocks.flatMap(({ ownerImage, lines }) => naming(ownerImage, lines, 'tag')),
    ...facts.modules.flatMap(({ name, image, lines }) => naming(image ?? name, lines, 'list')),
    ...facts.addresses.flatMap(({ module, lines }) => naming(module, lines, 'list')),
    ...facts.routines.flatMap(({ module, lines }) => naming(module, lines, 'stack')),
    ...facts.attachedDrivers.flatMap(({ name, image, lines }) => naming(image ?? name, lines, 'device')),
    ...facts.irps.flatMap(({ locations }) =>
      locations.flatMap(({ image, driver, completion, lines }) => [
        ...naming(image ?? serviceOf(driver), lines, 'device'),
        ...naming(moduleOf(completion), lines, 'device'),
      ]),
    ),
    ...facts.devices.flatMap(({ driver, lines }) => naming(serviceOf(driver), lines, 'device')),
    ...facts.corruptions.flatMap(({ module, lines }) => naming(module, lines, 'analysis')),
    ...facts.verifiers.flatMap(({ drivers, lines }) => drivers.flatMap((name) => naming(name, lines, 'list'))),
    ...facts.toldDrivers.flatMap(({ image, lines }) => naming(image, lines, 'told')),
  ];
}

function nameInField(name: string, value: string): string | null {
  if (NAMES.has(name)) {
    return value;
  }
  if (name === 'SYMBOL_NAME') {
    return moduleOf(value);
  }
  return ENDING_IN_NAME.has(name) ? (value.trim().split(' ').at(-1) ?? null) : null;
}

/** `acmewl6+0x6b7c4`, `ndis!ndisFreeA+0x2d`; null for what is no symbol of a module. */
function moduleOf(symbol: string | null): string | null {
  return symbol === null ? null : (/^(?<module>[\w$.-]{1,80})[!+]/.exec(symbol)?.groups?.module ?? null);
}

function serviceOf(object: string | null): string | null {
  return object === null ? null : serviceName(object);
}

/** The image that each crash's places stand for, so that `nt` and `ntoskrnl.exe` are one. */
export function namingsOf(image: string, crash: Crash, knowledge: Knowledge): Naming[] {
  const own = look(crash, knowledge);
  return namings(crash).filter(({ said }) => (driverRole(said, own)?.image ?? said.toLowerCase()) === image);
}

/** The names that several crashes use. */
export function namesSeen(crashes: readonly Crash[], knowledge: Knowledge): Names {
  const images = new Map<string, string>();
  const tags = new Map<string, string>();
  const called = new Set<string>();
  for (const crash of crashes) {
    const own = look(crash, knowledge);
    for (const { said } of namings(crash)) {
      const image = driverRole(said, own)?.image ?? said.toLowerCase();
      for (const name of [said.toLowerCase(), image, image.replace(/\.\w{1,4}$/, '')]) {
        images.set(name, image);
      }
    }
    const { poolBlocks, tagOwners } = crash.facts;
    for (const tag of [...poolBlocks, ...tagOwners].flatMap((fact) => fact.tag ?? [])) {
      tags.set(tag.trim().toLowerCase(), tag.trim());
    }
    if (crash.name !== undefined) {
      called.add(crash.name);
    }
  }
  return {
    seen: (word) => images.get(word.toLowerCase()) ?? null,
    tag: (word) => tags.get(word.toLowerCase()) ?? null,
    crashName: (text) => [...called].find((name) => text.toLowerCase().includes(name.toLowerCase())) ?? null,
  };
}
