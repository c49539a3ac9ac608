/** The machine, and what the paste lacks. */

import type { Fact } from './cited.ts';

export interface SystemFact extends Fact {
  readonly name:
    | 'build'
    | 'version'
    | 'edition'
    | 'build-lab'
    | 'arch'
    | 'manufacturer'
    | 'product'
    | 'bios'
    | 'processor'
    | 'processors' // how many
    | 'computer'
    | 'crash-time'
    | 'uptime'
    | 'dump-file'
    | 'dump-kind'
    | 'memory';
  readonly value: string;
}

/** A value that cannot be what the debugger printed. It is reported as read; `likely` is offered, never put in its place. */
export interface DamageFact extends Fact {
  readonly what: string;
  readonly asRead: string;
  readonly likely: string | null;
}

/** Output that ends before its format does, and the command that brings the rest. */
export interface CutFact extends Fact {
  readonly what: string;
  readonly command: string | null;
}
