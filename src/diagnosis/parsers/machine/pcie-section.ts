import type { HardwareErrorFact, Lines } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';

/** `!errrec` prints 60 lines at most of one device. */
const LONGEST = 60;
const START = /^\s{0,12}(?:##? )?Section \d{1,2}\s{1,8}: PCI Express\b/i;
const END = /^\s{0,12}(?:##? )?Section \d{1,2}\s{1,8}:|^\s{0,8}\d{1,3}: kd>/i;
const PORT = /^\s{0,12}Port Type\s{1,12}: (?<value>[A-Za-z][\w -]{2,40})/i;
const DEVICE = /^\s{0,12}VenId:DevId\s{0,8}: (?<value>[0-9a-f]{4}:[0-9a-f]{4})\b/i;
const PLACE = /^\s{0,12}(?<what>Primary Bus|Device No|Function No)\s{0,8}: (?<value>0x[0-9a-f]{1,4})\b/i;
/** Flags in capitals are set: `00100000 UR ecrc mtlp rof …`. */
const STATUS =
  /^\s{0,12}Uncorrectable Error Status\s{0,8}: (?<value>[0-9a-f]{8})(?<flags>(?: {1,3}[A-Za-z]{2,8}){1,20})/i;

/**
 * The device that a section of an error record is about, and what went wrong on its link.
 * Source: Microsoft Learn, "!errrec"; UEFI Specification, appendix N, "PCI Express Error Section".
 */
export function readPcieSections(body: readonly Line[]): HardwareErrorFact[] {
  return body.flatMap((line, at) =>
    START.test(line.text.slice(0, 200)) ? readSection(body.slice(at, at + LONGEST)) : [],
  );
}

function readSection([start, ...below]: readonly Line[]): HardwareErrorFact[] {
  const end = below.findIndex(({ text }) => END.test(text));
  const rows = end === -1 ? below : below.slice(0, end);
  const device = shownValue(rows, DEVICE);
  if (start === undefined || device === null) {
    return [];
  }
  const port = shownValue(rows, PORT);
  const status = rows.findLast(({ text }) => STATUS.test(text));
  const places = rows.flatMap((row) => placeOf(row));
  const parts = [
    `${port === null ? '' : `${port.value.trim()}, `}VenId:DevId ${device.value}`,
    ...places.map(({ value }) => value),
    ...(status === undefined ? [] : [errorsOf(status.text)]),
  ];
  const shown = [device, port, ...places].flatMap((value) => (value === null ? [] : [value.line.lines]));
  const all = status === undefined ? shown : [...shown, status.lines];
  const lines: Lines = [Math.min(...all.map(([from]) => from)), Math.max(...all.map(([, to]) => to))];
  const detail = `PCI Express: ${parts.filter((part) => part !== '').join(', ')}`;
  return [{ source: 'pcie', detail, namesPart: true, lines }];
}

interface Value {
  readonly value: string;
  readonly line: Line;
}

function shownValue(rows: readonly Line[], pattern: RegExp): Value | null {
  for (const line of rows) {
    const value = pattern.exec(line.text.slice(0, 200))?.groups?.value;
    if (value !== undefined) {
      return { value, line };
    }
  }
  return null;
}

function placeOf(line: Line): Value[] {
  const { what, value } = PLACE.exec(line.text.slice(0, 200))?.groups ?? {};
  return what === undefined || value === undefined ? [] : [{ value: `${what} ${value}`, line }];
}

/** The errors that happened: those not in capitals are only counted up. */
function errorsOf(text: string): string {
  return (STATUS.exec(text)?.groups?.flags?.match(/\b[A-Z]{2,8}\b/g) ?? []).join(' ');
}
