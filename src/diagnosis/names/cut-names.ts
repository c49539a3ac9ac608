import type { Facts, FieldFact, Frame, IrpFact, StructureFact } from '../facts.ts';
import { bucketName, functionName, symbolName } from './code-names.ts';
import { imageName, moduleName } from './file-names.ts';
import { inert } from './inert.ts';
import {
  adapterName,
  deviceName,
  driverObject,
  filePath,
  poolTag,
  processName,
  programFile,
  versionName,
} from './system-names.ts';

/**
 * The one place where names come in: every name of every fact is cut where its alphabet ends, whichever parser read it, so
 * nothing behind ever holds more of a paste than a name. What holds no name is none (null), and a fact that is about nothing
 * but a name falls away with it. What is no name (a remark, an instruction) is made inert: it is only ever quoted.
 */
export function cutNames(facts: Facts): Facts {
  return { ...facts, ...cutAnalysis(facts), ...cutExecution(facts), ...cutMemory(facts), ...cutDevices(facts) };
}

function cutAnalysis(facts: Facts): Partial<Facts> {
  return {
    bugchecks: facts.bugchecks.map((one) => ({
      ...one,
      name: cut(one.name, stopName),
      argTexts: one.argTexts.map(inert),
    })),
    fields: kept(facts.fields, cutField),
    exceptions: facts.exceptions.map((one) => ({ ...one, symbol: cut(one.symbol, symbolName) })),
    applications: facts.applications.map((one) => ({
      ...one,
      application: cut(one.application, processName),
      module: cut(one.module, imageName),
    })),
    namedDrivers: kept(facts.namedDrivers, (one) => {
      const image = imageName(one.image);
      return image === null ? null : { ...one, image, context: inert(one.context) };
    }),
    toldDrivers: kept(facts.toldDrivers, (one) => {
      const image = imageName(one.image);
      return image === null ? null : { ...one, image };
    }),
    corruptions: facts.corruptions.map((one) => ({
      ...one,
      module: cut(one.module, moduleName),
      detail: inert(one.detail),
    })),
    hardwareErrors: facts.hardwareErrors.map((one) => ({ ...one, detail: inert(one.detail) })),
    systems: facts.systems.map((one) => ({ ...one, value: inert(one.value) })),
  };
}

function cutExecution(facts: Facts): Partial<Facts> {
  return {
    stacks: facts.stacks.map((one) => ({
      ...one,
      command: inert(one.command),
      process: cut(one.process, processName),
      frames: one.frames.map(cutFrame),
    })),
    registers: facts.registers.map((one) => ({ ...one, command: inert(one.command) })),
    instructions: facts.instructions.map((one) => ({
      ...one,
      symbol: cut(one.symbol, symbolName),
      text: inert(one.text),
    })),
    threads: facts.threads.map((one) => ({
      ...one,
      command: inert(one.command),
      process: cut(one.process, processName),
    })),
    routines: kept(facts.routines, (one) => {
      const module = moduleName(one.module);
      return module === null
        ? null
        : { ...one, command: inert(one.command), module, function: cut(one.function, functionName) };
    }),
    variables: facts.variables.map((one) => ({ ...one, name: inert(one.name), value: inert(one.value) })),
    structures: facts.structures.map((one) => ({
      ...one,
      type: cut(one.type, symbolName),
      members: one.members.map(cutMember),
    })),
  };
}

function cutMemory(facts: Facts): Partial<Facts> {
  return {
    modules: kept(facts.modules, (one) => {
      const image = cut(one.image, imageName);
      const name = moduleName(one.name) ?? image;
      const [company, product] = [cut(one.company, inert), cut(one.product, inert)];
      const [path, version, description] = [
        cut(one.path, filePath),
        cut(one.version, versionName),
        cut(one.description, inert),
      ];
      return name === null ? null : { ...one, name, image, path, version, company, product, description };
    }),
    poolBlocks: facts.poolBlocks.map((one) => ({
      ...one,
      tag: cut(one.tag, poolTag),
      owner: cut(one.owner, inert),
      ownerImage: cut(one.ownerImage, imageName),
    })),
    tagOwners: kept(facts.tagOwners, (one) => {
      const [tag, image, module] = [poolTag(one.tag), imageName(one.image), cut(one.module, moduleName)];
      const [path, version] = [cut(one.path, filePath), cut(one.version, versionName)];
      return tag === null || image === null ? null : { ...one, tag, image, module, path, version };
    }),
    poolUses: kept(facts.poolUses, (one) => {
      const tag = poolTag(one.tag);
      return tag === null ? null : { ...one, tag, owner: cut(one.owner, inert) };
    }),
    addresses: facts.addresses.map((one) => ({
      ...one,
      command: inert(one.command),
      usage: inert(one.usage),
      module: cut(one.module, moduleName),
    })),
  };
}

function cutDevices(facts: Facts): Partial<Facts> {
  return {
    irps: facts.irps.map((one) => ({ ...one, locations: one.locations.map(cutLocation) })),
    devices: kept(facts.devices, (one) => {
      const driver = driverObject(one.driver);
      return driver === null ? null : { ...one, command: inert(one.command), driver, name: cut(one.name, deviceName) };
    }),
    attachedDrivers: kept(facts.attachedDrivers, (one) => {
      const name = deviceName(one.name);
      return name === null ? null : { ...one, command: inert(one.command), name, image: cut(one.image, imageName) };
    }),
    listed: kept(facts.listed, (one) => {
      const name = one.of === 'adapter' ? adapterName(one.name) : deviceName(one.name);
      return name === null ? null : { ...one, name, by: cut(one.by, deviceName) };
    }),
    verifiers: facts.verifiers.map((one) => ({ ...one, drivers: kept(one.drivers, imageName) })),
  };
}

type Cut = (text: string) => string | null;

/** Fields whose value is a name, by what it is the name of. */
const FIELDS: Readonly<Record<string, Cut>> = {
  IMAGE_NAME: (text) => imageName(text) ?? programFile(text),
  MODULE_NAME: moduleName,
  SYMBOL_NAME: symbolName,
  PROCESS_NAME: processName,
  FAILURE_BUCKET_ID: bucketName,
  BUCKET_ID: bucketName,
  DEFAULT_BUCKET_ID: bucketName,
  BUGCHECK_STR: bucketName,
  'Failure.Bucket': bucketName,
};

/** What a tool writes where it has no value. */
const NOTHING = /^(?:[Nn]\/[Aa]|[Nn]one|NONE|null|NULL|nil|undefined|-{1,3}|0x0{1,16})$/;
/** Of names alone: a status or a bucket may be called so. */
const NAMED: ReadonlySet<string> = new Set(['IMAGE_NAME', 'MODULE_NAME', 'SYMBOL_NAME']);

/** A field that was printed empty stays: its place is known. */
function cutField(field: FieldFact): FieldFact | null {
  const isEmpty = field.value === '' || (NAMED.has(field.name) && NOTHING.test(field.value.trim()));
  const value = isEmpty ? '' : (FIELDS[field.name] ?? inert)(field.value);
  return value === null ? null : { ...field, value };
}

function cutFrame(frame: Frame): Frame {
  const module = cut(frame.module, moduleName);
  const name = cut(frame.function, functionName);
  return module === frame.module && name === frame.function ? frame : { ...frame, module, function: name };
}

function cutMember(member: StructureFact['members'][number]): StructureFact['members'][number] {
  return { ...member, name: inert(member.name), value: inert(member.value) };
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

/** `KMODE_EXCEPTION_NOT_HANDLED`; some older debuggers print one with a blank or in small letters. */
function stopName(text: string): string | null {
  return /^[A-Za-z]\w{0,120}/.exec(text)?.[0] ?? null;
}

function kept<T>(list: readonly T[], change: (one: T) => T | null): T[] {
  return list.flatMap((one) => change(one) ?? []);
}
