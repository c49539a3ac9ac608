import type { Crash } from '#src/diagnosis/crash.ts';
import type { Lines } from '#src/diagnosis/facts.ts';
import type { Knowledge } from '#src/diagnosis/knowledge/knowledge.ts';
import { look } from '#src/diagnosis/look.ts';
import { driverRole } from '#src/diagnosis/views/driver-role.ts';
import type { Names } from './names.ts';

/** One place of a paste that names a module, as it names it there. */
export interface Naming {
  readonly said: string;
  readonly lines: Lines;
  /** What kind of output it is: a frame tells more than a row of a list. */
  readonly in: 'stack' | 'analysis' | 'tag' | 'list' | 'device' | 'told';
}

/** Every place of a crash that names a module, frames first. */
export function namings({ facts }: Crash): Naming[] {
  const naming = (said: string | null | undefined, lines: Lines, kind: Naming['in']): Naming[] =>
    said ? [{ said, lines, in: kind }] : [];
  return [
    ...facts.stacks.flatMap(({ frames }) => frames.flatMap(({ module, lines }) => naming(module, lines, 'stack'))),
    ...facts.fields
      .filter(({ name }) => name === 'IMAGE_NAME' || name === 'MODULE_NAME')
      .flatMap(({ value, lines }) => naming(value, lines, 'analysis')),
    ...facts.namedDrivers.flatMap(({ image, lines }) => naming(image, lines, 'analysis')),
    ...facts.tagOwners.flatMap(({ image, lines }) => naming(image, lines, 'tag')),
    ...facts.poolBlocks.flatMap(({ ownerImage, lines }) => naming(ownerImage, lines, 'tag')),
    ...facts.modules.flatMap(({ name, image, lines }) => naming(image ?? name, lines, 'list')),
    ...facts.addresses.flatMap(({ module, lines }) => naming(module, lines, 'list')),
    ...facts.routines.flatMap(({ module, lines }) => naming(module, lines, 'stack')),
    ...facts.attachedDrivers.flatMap(({ name, image, lines }) => naming(image ?? name, lines, 'device')),
    ...facts.irps.flatMap(({ locations }) =>
      locations.flatMap(({ image, driver, lines }) => naming(image ?? driver, lines, 'device')),
    ),
    ...facts.toldDrivers.flatMap(({ image, lines }) => naming(image, lines, 'told')),
  ];
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
