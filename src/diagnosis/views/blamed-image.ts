import type { Fact, Lines } from '../facts.ts';
import { type Look, view } from '../look.ts';
import { blamedLines } from './blamed-lines.ts';
import { bucketModule } from './bucket-module.ts';

/** What the debugger's own analysis names, as printed (an image or a module), and where. */
export interface BlamedImage {
  readonly image: string;
  readonly lines: Lines;
}

/**
 * IMAGE_NAME, else "Probably caused by : x.sys", else the module of the symbol where the analysis was cut before it, else the
 * one in the failure bucket. Null where the paste shows none of them, or the analysis wrote a word in place of a file.
 */
export const blamedImage = view((look): BlamedImage | null => {
  const { crash, facts } = look;
  const place: Fact = { lines: crash.mentions[0] ?? [1, 1] };
  const field = facts.fields.find(({ name }) => name === 'IMAGE_NAME');
  if (crash.image && !isFile(crash.image) && !isNamed(crash.image, look)) {
    return null;
  }
  if (crash.image) {
    return { image: crash.image, lines: blamedLines(look) ?? place.lines };
  }
  if (field) {
    return { image: field.value, lines: field.lines };
  }
  const probable = facts.namedDrivers.find(({ by }) => by === 'probably-caused-by');
  if (probable) {
    return { image: probable.image, lines: probable.lines };
  }
  const module = crash.module ?? crash.symbol?.split(/[!+]/)[0];
  const named = facts.fields.find(({ name }) => name === 'MODULE_NAME' || name === 'SYMBOL_NAME');
  if (module) {
    return { image: module, lines: (named ?? place).lines };
  }
  const bucket = bucketModule(crash.failureBucket, (name) => isNamed(name, look));
  const shown = facts.fields.find(({ value }) => value === crash.failureBucket) ?? place;
  return bucket ? { image: bucket, lines: shown.lines } : null;
});

/** The debugger names an image by its file; without an ending stands what it, or a tool around it, writes for none. */
function isFile(image: string): boolean {
  return image.includes('.');
}

/** A module that the public table, the symbol or the stack of the paste shows under this name. */
function isNamed(name: string, { crash, knowledge }: Look): boolean {
  const lower = name.toLowerCase();
  const [ofSymbol, ...place] = (crash.symbol?.toLowerCase() ?? '').split(/[!+]/);
  if (ofSymbol === lower && place.length > 0) {
    return true;
  }
  const onStack = crash.stack?.frames.some(({ module }) => module?.toLowerCase() === lower) ?? false;
  return onStack || knowledge.driver(lower) !== null;
}
