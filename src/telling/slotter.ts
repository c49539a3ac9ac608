import type { Knowledge } from '../diagnosis/knowledge/knowledge.ts';
import type { CrashNames } from './crash-names.ts';
import { driverWords, type Standing } from './driver-words.ts';
import { SIGN, slotRegister } from './slot-register.ts';
import type { Slot } from './told.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Puts a slot for every name, address, tag, function and number of a text of ours. */
export interface Slotter {
  readonly slotted: (text: string) => string;
  /** The slot of a driver, in braces. */
  readonly driver: (image: string) => string;
  /** Those that these texts hold. */
  readonly slotsOf: (texts: readonly string[]) => readonly Slot[];
}

export interface SlotterTools extends Standing {
  readonly names: CrashNames;
  readonly vocabulary: Vocabulary;
  readonly knowledge: Pick<Knowledge, 'driver' | 'command'>;
}

/** What may be a name or a number: printable ASCII without blanks and most of the marks that part words. */
const TOKEN =
  /(?:[!.$@\\](?=[A-Za-z0-9_]))?[A-Za-z0-9_\ue000-\uf8ff](?:[A-Za-z0-9_!+.$~@:#%*/\\=?&|^`\ue000-\uf8ff-]{0,300}[A-Za-z0-9_$@\ue000-\uf8ff])?/gu;
const IMAGE = /^(?!0x)[\w.+~$#-]{1,100}\.(?:sys|dll|exe|efi|r0)$/i;
const COMMAND = /^[!.][a-z][\w.]{0,40}$/i;
const SYMBOL = /^(?<module>[\w.~$-]{1,100}?)(?:!.{1,400}|\+0x[0-9a-f]{1,16})$/iu;
const HEX = /^(?:0x[0-9a-f`]{1,20}|(?=.*\d)[0-9a-f`]{6,20})$/i;
/** Alone it is a command (`k`, `r`), but for the words of English. */
const LETTER = /^[b-hj-z]$/;
const WORDS = /^[A-Za-z]+(?:-[A-Za-z]+)*$/;
const CAPITALS = /^[A-Z][A-Z0-9_]+$/;

export function slotter(tools: SlotterTools): Slotter {
  const { names, vocabulary, knowledge } = tools;
  const { put, named, valued, isFull, slotsOf } = slotRegister();

  function driver(name: string): string {
    const image = imageOf(name, tools);
    return put('D', image, driverWords(image, tools));
  }

  function word(token: string): string {
    const isTag = names.tags.has(token);
    if (LETTER.test(token)) {
      return put('C', token, 'debugger command');
    }
    if (vocabulary.isOurs(token) && !(isTag && token !== token.toLowerCase())) {
      return token;
    }
    if (vocabulary.isMark(token) && !isTag && !names.words.has(token)) {
      return token;
    }
    if (isTag) {
      return put('T', token, 'pool tag');
    }
    if (knowledge.command(token) !== null) {
      return put('C', token, 'debugger command');
    }
    const isDriver = tools.suspects.has(`${token.toLowerCase()}.sys`) || knowledge.driver(token) !== null;
    return isDriver ? driver(token) : put('O', token, 'name');
  }

  function slot(token: string): string {
    if (/^[\ue000-\uf8ff]+$/u.test(token)) {
      return token;
    }
    const value = valued(token);
    const module = SYMBOL.exec(value)?.groups?.module;
    if (IMAGE.test(value)) {
      return driver(value);
    }
    if (COMMAND.test(value)) {
      return put('C', value, 'debugger command');
    }
    if (module !== undefined) {
      return put('F', value, `place in the code of ${named(driver(module))}`);
    }
    if (names.stops.has(value)) {
      return put('B', value, 'stop code');
    }
    if (HEX.test(value)) {
      return put('A', value, names.args.has(value.toLowerCase()) ? 'argument of the stop code' : 'value');
    }
    if (names.crashes.has(value)) {
      return put('N', value, 'one of the crashes');
    }
    if (/^\d/.test(value)) {
      return put('N', value, 'number');
    }
    if (WORDS.test(value)) {
      return value.split('-').map(word).join('-');
    }
    if (vocabulary.isMark(value) && !names.words.has(value)) {
      return value;
    }
    return put('O', value, CAPITALS.test(value) ? 'name of a constant' : 'name');
  }

  /** `'s` and the end of a sentence are no part of a name. */
  function endless(token: string, at: number, text: string): string {
    if (/['’]/.test(text.charAt(at - 1)) && LETTER.test(token)) {
      return token;
    }
    const ending = /(?:[.:?!]+)$/.exec(token)?.[0] ?? '';
    return `${slot(token.slice(0, token.length - ending.length))}${ending}`;
  }

  function marked(text: string): string {
    let rest = text.replace(SIGN, ' ');
    for (const phrase of names.phrases) {
      if (!isFull() && rest.includes(phrase)) {
        rest = rest.replaceAll(phrase, () => put('O', phrase, 'name'));
      }
    }
    return isFull() ? '' : rest.replace(TOKEN, endless);
  }

  return {
    slotted: (text) => named(marked(text.replace(/[{}]/g, ' '))),
    driver: (image) => named(driver(image)),
    slotsOf,
  };
}

/** The file that a module is, where it is one of those that are spoken of. */
function imageOf(name: string, { suspects, knowledge }: SlotterTools): string {
  const lower = name.toLowerCase();
  if (/\.\w{2,4}$/.test(lower)) {
    return lower;
  }
  const spoken = ['.sys', '.dll', '.exe'].map((ending) => `${lower}${ending}`).find((image) => suspects.has(image));
  return spoken ?? knowledge.driver(lower)?.image ?? lower;
}
