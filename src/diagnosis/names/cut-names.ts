import type { Facts, FieldFact, Frame, IrpFact } from '../facts.ts';
import { bucketName, functionName, symbolName } from './code-names.ts';
import { imageName, moduleName } from './file-names.ts';
import { deviceName, driverObject, filePath, poolTag, processName, versionName } from './system-names.ts';

/**
 * The one place where names come in: every name of every fact is cut where its alphabet ends, whichever parser read it, so
 * nothing behind ever holds more of a paste than a name. What holds no name is none (null), and a fact that is about nothing
 * but a name falls away with it. What is no name (a remark, an instruction) is only ever quoted.
 */
export function cutNames(facts: Facts): Facts {
  return {
    ...facts,
    bugchecks: facts.bugchecks.map((one) => (isWord(one.name) ? one : { ...one, name: null })),
    fields: kept(facts.fields, cutField),
    stacks: facts.stacks.map((one) => ({
      ...one,
      process: cut(one.process, processName),
      frames: one.frames.map(cutFrame),
    })),
    instructions: facts.instructions.map((one) => ({ ...one, symbol: cut(one.symbol, symbolName) })),
    exceptions: facts.exceptions.map((one) => ({ ...one, symbol: cut(one.symbol, symbolName) })),
    modules: kept(facts.modules, (one) => {
      const image = cut(one.image, imageName);
      const name = moduleName(one.name) ?? image;
      const [path, version] = [cut(one.path, filePath), cut(one.version, versionName)];
      return name === null ? null : { ...one, name, image, path, version };
    }),
    poolBlocks: facts.poolBlocks.map((one) => ({
      ...one,
      tag: cut(one.tag, poolTag),
      ownerImage: cut(one.ownerImage, imageName),
    })),
    tagOwners: kept(facts.tagOwners, (one) => {
      const [tag, image] = [poolTag(one.tag), imageName(one.image)];
      const [path, version] = [cut(one.path, filePath), cut(one.version, versionName)];
      return tag === null || image === null
        ? null
        : { ...one, tag, image, module: cut(one.module, moduleName), path, version };
    }),
    poolUses: facts.poolUses.filter(({ tag }) => poolTag(tag) !== null),
    irps: facts.irps.map((one) => ({ ...one, locations: one.locations.map(cutLocation) })),
    devices: kept(facts.devices, (one) => {
      const driver = driverObject(one.driver);
      return driver === null ? null : { ...one, driver, name: cut(one.name, deviceName) };
    }),
    namedDrivers: kept(facts.namedDrivers, (one) => {
      const image = imageName(one.image);
      return image === null ? null : { ...one, image };
    }),
    attachedDrivers: kept(facts.attachedDrivers, (one) => {
      const name = deviceName(one.name);
      return name === null ? null : { ...one, name, image: cut(one.image, imageName) };
    }),
    threads: facts.threads.map((one) => ({ ...one, process: cut(one.process, processName) })),
    routines: kept(facts.routines, (one) => {
      const module = moduleName(one.module);
      return module === null ? null : { ...one, module, function: cut(one.function, functionName) };
    }),
    verifiers: facts.verifiers.map((one) => ({
      ...one,
      drivers: one.drivers.flatMap((name) => imageName(name) ?? []),
    })),
    corruptions: facts.corruptions.map((one) => ({ ...one, module: cut(one.module, moduleName) })),
    addresses: facts.addresses.map((one) => ({ ...one, module: cut(one.module, moduleName) })),
    applications: facts.applications.map((one) => ({
      ...one,
      application: cut(one.application, processName),
      module: cut(one.module, imageName),
    })),
  };
}

type Cut = (text: string) => string | null;

/** Fields whose value is a name, by what it is the name of. */
const FIELDS: Readonly<Record<string, Cut>> = {
  IMAGE_NAME: imageName,
  MODULE_NAME: moduleName,
  SYMBOL_NAME: symbolName,
  PROCESS_NAME: processName,
  FAILURE_BUCKET_ID: bucketName,
  BUCKET_ID: bucketName,
  DEFAULT_BUCKET_ID: bucketName,
  BUGCHECK_STR: bucketName,
  'Failure.Bucket': bucketName,
};

/** A field that was printed empty stays: its place is known. */
function cutField(field: FieldFact): FieldFact | null {
  const by = field.value === '' ? undefined : FIELDS[field.name];
  if (by === undefined) return field;
  const value = by(field.value);
  return value === null ? null : { ...field, value };
}

function cutFrame(frame: Frame): Frame {
  const module = cut(frame.module, moduleName);
  const name = cut(frame.function, functionName);
  return module === frame.module && name === frame.function ? frame : { ...frame, module, function: name };
}

function cutLocation(location: IrpFact['locations'][number]): IrpFact['locations'][number] {
  const { driver, image, completion } = location;
  return {
    ...location,
    driver: cut(driver, driverObject),
    image: cut(image, imageName),
    completion: cut(completion, symbolName),
  };
}

function cut(text: string | null, by: Cut): string | null {
  return text === null ? null : by(text);
}

function isWord(name: string | null): boolean {
  return name === null || /^[A-Za-z]\w{0,120}$/.test(name);
}

function kept<T>(list: readonly T[], change: (one: T) => T | null): T[] {
  return list.flatMap((one) => change(one) ?? []);
}
