import type { NamedDriverFact, VerifierFact } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import { readHex } from '../address.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { holds, type SearchedSection } from '../searched-section.ts';
import { span } from '../span.ts';

const MARKS: Marks = [
  'verify flags level',
  'verify level',
  'verifier flags',
  'verified drivers',
  'verifier_enabled',
  'verification list',
  '!verifier',
  '_vf_target_driver',
];

/**
 * Driver Verifier: its level, the drivers it watches, and allocations a driver did not give back.
 * Source: Microsoft Learn, "!verifier", "Verifier command line".
 */
export const verifier: Parser = {
  command: '!verifier',
  marks: [MARKS],
  accepts: (section) => holds(section, MARKS),
  read: readVerifier,
};

const LEVEL = /^\s{0,8}(?:Verify (?:Flags )?Level|Verifier Flags:?)\s{1,8}(0x[0-9a-f]{1,8}|[0-9a-f]{1,8})/i;
const LIST = /Driver Verification List|Verified drivers/i;
const MODULE = /^\s{0,40}MODULE: {1,4}0x[0-9a-f]{8,16} {1,4}([\w$.-]{1,80}\.\w{2,4})\b/i;
const TARGET = /_VF_TARGET_DRIVER 0x[0-9a-f]{8,16}: ([\w$.-]{1,80}\.\w{2,4})\b(?: \(([^)]{1,60})\))?/i;
const ROW = /^\s{0,8}(?:[0-9a-f`]{8,17}\s{1,8}(?:Loaded|Unloaded)\s.{0,60}?\s|Name: )([\w$.-]{1,80}\.\w{2,4})\b/i;
const BARE = /^\s{0,8}([\w$.-]{1,80}\.sys)\s{0,8}$/i;
const LEFT = /^\s{0,40}Current Pool Allocations:\s{1,8}\(\s{0,4}0x([0-9a-f]{1,8}) \/ 0x([0-9a-f]{1,8})\s{0,4}\)/i;
const ENABLED = /VERIFIER_ENABLED/i;

interface Reading {
  flags: string | null;
  first: Line | null;
  last: Line | null;
  inList: boolean;
  inDebugger: boolean;
  /** The driver of the listing that is read is in memory still: what it has allocated is no leak. */
  isLoaded: boolean;
  readonly drivers: string[];
  readonly leaking: NamedDriverFact[];
  /** The row that names the driver whose allocations follow. */
  named: Line | null;
}

function readVerifier(section: SearchedSection): { verifiers: VerifierFact[]; namedDrivers: NamedDriverFact[] } {
  const reading: Reading = {
    flags: null,
    first: null,
    last: null,
    inList: false,
    inDebugger: false,
    isLoaded: false,
    drivers: [],
    leaking: [],
    named: null,
  };
  for (const line of section.body) {
    readLine(line, reading);
  }
  const { first, last, flags, drivers, inDebugger } = reading;
  const verifiers = first === null || last === null ? [] : [{ flags, drivers, inDebugger, lines: span(first, last) }];
  return { verifiers, namedDrivers: reading.leaking };
}

function readLine(line: Line, reading: Reading): void {
  const text = line.text.slice(0, 400);
  const level = LEVEL.exec(text)?.[1];
  const driver =
    MODULE.exec(text)?.[1] ??
    TARGET.exec(text)?.[1] ??
    ROW.exec(text)?.[1] ??
    (reading.inList ? BARE.exec(text)?.[1] : undefined);
  // The list ends with the first line that is no driver, else every file named below were one that is verified.
  reading.inList = LIST.test(text) || (reading.inList && (driver !== undefined || text.trim() === ''));
  if (level !== undefined) {
    reading.flags = readHex(level);
  }
  if (driver !== undefined && !reading.drivers.includes(driver)) {
    reading.drivers.push(driver);
  }
  if (driver !== undefined) {
    reading.named = line;
  }
  if (level !== undefined || driver !== undefined || ENABLED.test(text)) {
    reading.first ??= line;
    reading.last = line;
  }
  const target = TARGET.exec(text);
  if (target !== null) {
    reading.isLoaded = !/unloaded/i.test(target[2] ?? 'unloaded');
  }
  reading.inDebugger ||= target !== null || MODULE.test(text);
  readLeft(text, line, reading);
}

/** After the unload that stopped the system (0xC4, 0x62), what is still allocated has leaked. */
function readLeft(text: string, line: Line, reading: Reading): void {
  const [, nonPaged = '0', paged = '0'] = LEFT.exec(text) ?? [];
  const count = Number.parseInt(nonPaged, 16) + Number.parseInt(paged, 16);
  const image = reading.drivers.at(-1);
  if (count > 0 && image !== undefined && !reading.isLoaded) {
    const context = text.trim();
    reading.leaking.push({
      image,
      by: 'leaked',
      strength: 'mentions',
      context,
      lines: span(reading.named ?? line, line),
    });
  }
}
