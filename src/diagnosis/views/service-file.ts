import { type Look, view } from '../look.ts';

/** What a file's name tells besides its service's: the width of the processor, and a letter of the version. */
const WITH_BITS = /^(?<service>\w{3,40}?)[_-]?(?:x?64|x86|32|amd64|arm64)[a-z]?\.sys$/;

/** The files of the paste by the names of the services that they may be of; null where several may be. */
const filesByService = view(({ facts }) => {
  const files = [
    ...facts.modules.filter(({ unloaded }) => !unloaded).map(({ image, name }) => image ?? `${name}.sys`),
    ...facts.fields.filter(({ name }) => name === 'IMAGE_NAME').map(({ value }) => value),
    ...facts.namedDrivers.map(({ image }) => image),
  ];
  const listed = new Set(facts.modules.map(({ name }) => name.toLowerCase()));
  const found = new Map<string, string | null>();
  for (const file of new Set(files.map((name) => name.toLowerCase()))) {
    const { service } = WITH_BITS.exec(file)?.groups ?? {};
    if (service !== undefined) {
      // What is loaded by that name itself is another driver.
      found.set(service, found.has(service) || listed.has(service) ? null : file);
    }
  }
  return found;
});

/**
 * The file of a driver object that is called otherwise: `\Driver\NVHDA` is `nvhda64v.sys` where the paste shows that one alone.
 * Null where the table knows them as different products, or only one of them.
 */
export function fileOfService(service: string, look: Look): string | null {
  const file = filesByService(look).get(service) ?? null;
  const [own, its] = [look.knowledge.driver(service), file === null ? null : look.knowledge.driver(file)];
  return own?.product === its?.product && own?.vendor === its?.vendor ? file : null;
}
