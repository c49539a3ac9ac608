import type { Hex } from '../../facts.ts';
import { ADDRESS, readAddress } from '../address-token.ts';
import type { Marks } from '../marks.ts';
import { linesWith, type SearchedSection } from '../searched-section.ts';
import { findTyped } from '../typed-command.ts';

/** Words of a command that MEX repeats above its output, for whoever calls `askedTag`. */
export const REPEATED_TAG: Marks = ['tag '];

/** A place in memory that holds the searched bytes. */
export interface TagHit {
  readonly address: Hex;
  readonly bytes: readonly number[];
}

const HIT = new RegExp(`^\\s{0,8}(${ADDRESS})\\s{1,8}((?:[0-9a-f]{2}[ -]){4,16})`, 'i');
const RUNNING = /^\s{0,8}(?:running:\s{0,4})?!(?:mex\.)?tag (\S{1,4})\s{0,20}$/im;
/** The debugger's search takes its text in quotes; inside another command's quotes they are escaped. */
const SEARCH = /\bs ?-\S{1,8} .{0,200}\\?["']([\x21\x23-\x5b\x5d-\x7e]{1,4})\\?["']/i;

/** Reads `fffff801`44641790 41 b8 46 69 6c 74 03 d1-0f b7 08 8d 94 0a 08 01 A.Filt…`. */
export function readHit(text: string): TagHit | null {
  const [, token = '', digits = ''] = HIT.exec(text) ?? [];
  const address = readAddress(token);
  if (address === null || digits === '') {
    return null;
  }
  const bytes = digits
    .trim()
    .split(/[ -]/)
    .map((pair) => Number.parseInt(pair, 16));
  return { address, bytes };
}

/** The tag that was asked for, as typed: `!mex.tag Filt`, `!for_each_module s -a @#Base @#End "Filt"`. */
export function askedTag(section: SearchedSection): string | null {
  const typed = findTyped(section, ['!tag', '!mex.tag'])?.args.find((arg) => !arg.startsWith('-'));
  if (typed !== undefined) {
    return typed.length <= 4 ? typed : null;
  }
  const search = SEARCH.exec((section.command ?? '').slice(0, 600))?.[1];
  return search ?? runningTag(section);
}

/** MEX repeats the command above its output when it was clicked instead of typed. */
function runningTag(section: SearchedSection): string | null {
  for (const line of linesWith(section, REPEATED_TAG)) {
    const tag = RUNNING.exec(line.text.slice(0, 200))?.[1];
    if (tag !== undefined) {
      return tag;
    }
  }
  return null;
}

/**
 * The tag as an operand inside the hit, where the command is missing: code loads it as four printable bytes
 * (`41 b8 46 69 6c 74` is `mov r8d,'tliF'`). Only a run of exactly four is certain.
 */
export function tagInHits(hits: readonly TagHit[]): string | null {
  for (const { bytes } of hits) {
    const text = bytes.map((byte) => (byte > 0x20 && byte < 0x7f ? String.fromCharCode(byte) : ' ')).join('');
    const run = / ([^ ]{4}) /.exec(` ${text} `)?.[1];
    if (run !== undefined) {
      return run;
    }
  }
  return null;
}
