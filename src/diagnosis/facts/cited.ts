/** What every fact is made of. */

/** First and last line (1-based, inclusive) in the paste that the fact was read from. */
export type Lines = readonly [from: number, to: number];

/** Lower-case hexadecimal with `0x`, no leading zeros, no backtick: `0xfffff8013ed59513`. */
export type Hex = string;

export interface Fact {
  readonly lines: Lines;
}

export type Arch = 'x64' | 'x86' | 'arm64';
