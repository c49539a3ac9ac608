import type { NamedDriverFact } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { holds, linesWith, type SearchedSection } from '../searched-section.ts';
import { span } from '../span.ts';
import { DRIVER_PHRASES } from './driver-phrases.ts';

const IMAGES: Marks = ['.sys', '.dll', '.exe', 'probably caused by', 'bugchecking_driver', 'bugcheckdriver'];
const PHRASES: Marks = [
  'bugcheck',
  'failed',
  '失败',
  '失敗',
  '出现问题',
  'caused by',
  'crash address',
  'related driver',
  'base at',
  '- address',
  'at fault',
  '***',
  'verifier',
  'has ',
  'left',
  'leaked',
  'unable to',
  'symbols could',
  'unloaded_',
  'update for',
  'faulting',
  '导致',
  '由驱动',
  '.dmp',
  '.sys (',
  '.dll (',
  '.exe (',
];

/**
 * Drivers that the output names outside of stacks and module lists: the kernel's own record of the guilty driver,
 * the blue screen, "Probably caused by", symbol errors, and what other tools blame.
 */
export const namedDriver: Parser = {
  command: '!analyze',
  marks: [IMAGES, PHRASES],
  accepts: (section) => holds(section, IMAGES),
  read: (section) => {
    const isRecord = /KiBugCheckDriver/i.test(section.command ?? '');
    const lines = linesWith(section, IMAGES);
    return { namedDrivers: isRecord ? lines.flatMap(readRecord) : phrasesIn(section, lines).flatMap(readNames) };
  },
};

const MAX_LINE = 1000;

/** `dx` repeats the name of the variable; `du`, `dS` and `!ustr` print only the string. */
const QUOTED = /"(?:[^"\n]{0,200}\\)?(?<image>[\w$.-]{1,80}\.(?:sys|dll|exe))"/i;
/** This field has the module's short name; what its file is called others tell. */
const MODULE_FIELD = /^\s{0,20}BUGCHECKING_DRIVER:\s{1,10}(?<module>[\w$-]{1,80})\s{0,8}$/i;

function readRecord(line: Line): NamedDriverFact[] {
  const image = QUOTED.exec(line.text.slice(0, MAX_LINE))?.groups?.image;
  return image === undefined ? [] : [name(image, 'bugcheck-driver', 'points', line)];
}

function name(image: string, by: NamedDriverFact['by'], strength: NamedDriverFact['strength'], line: Line) {
  return { image, by, strength, context: line.text.trim().slice(0, 300), lines: span(line) };
}

/** Most lines name an image without one of our phrases, a module list above all. */
function phrasesIn(section: SearchedSection, lines: readonly Line[]): Line[] {
  const spoken = new Set(linesWith(section, PHRASES));
  return lines.filter((line) => spoken.has(line));
}

/** A phrase names each image once a line; several phrases may fit the same line, and the first one wins. */
function readNames(line: Line): NamedDriverFact[] {
  const text = line.text.slice(0, MAX_LINE);
  if (!/\.(?:sys|dll|exe)\b|caused by|BUGCHECK\w{0,4}_?DRIVER/i.test(text)) {
    return [];
  }
  const module = MODULE_FIELD.exec(text)?.groups?.module;
  if (module !== undefined) {
    return [name(module, 'bugcheck-driver', 'points', line)];
  }
  for (const { by, strength, pattern } of DRIVER_PHRASES) {
    const image = pattern.exec(text)?.groups?.image;
    if (image !== undefined && isDriver(image)) {
      return [name(image, by, strength, line)];
    }
  }
  return [];
}

/** Placeholders of the debugger in a name's place: nobody's driver. */
const NOBODY = /^(?:unknown_image|memory_corruption|hardware|ntkrnl\w*_corruption|pool_corruption|analysis_\w+)/i;

function isDriver(image: string): boolean {
  return !NOBODY.test(image);
}
