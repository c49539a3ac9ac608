import type { Text } from '../../language/text.ts';
import type { Arch, Hex } from '../facts.ts';
import type { ArgumentKind, ArgumentPosition } from './argument-kinds.ts';
import type { StopNameIndex } from './stop-name-index.ts';
import type { StopTrait } from './stop-traits.ts';
import type { TermTable } from './term-table.ts';

/** What an argument of a stop code means; `cases` decode the value that was actually given. */
export interface BugcheckParameter {
  readonly meaning: Text;
}

export interface Bugcheck {
  readonly code: Hex;
  readonly name: string;
  readonly meaning: Text;
  readonly causes: Text;
  readonly parameters: readonly BugcheckParameter[];
  /** First commands to run for it, as debugger command lines with `<arg1>` … `<arg4>` to fill in. */
  readonly commands: readonly string[];
  readonly leaning: 'software' | 'hardware' | 'either';
  /** A live dump: the machine went on running. */
  readonly live: boolean;
  /** Somebody asked for this stop or dump: what ran at that moment is no suspect. */
  readonly deliberate?: boolean | undefined;
  /** The framework that raises this stop against the driver that called it (`ndis.sys`). */
  readonly raisedBy?: string | undefined;
  /** Where the code alone tells of a failing machine: how surely, and what it tells. */
  readonly hardware?: { readonly weight: 'decisive' | 'strong' | 'moderate' | 'weak'; readonly says: Text } | undefined;
  readonly source: string;
}

/** What a public list says of an image. Never that it is guilty. */
export interface Driver {
  readonly image: string;
  /** `windows`: shipped with Windows; a detector or bystander unless proven. */
  readonly owner: 'windows' | 'third-party';
  /**
   * What it is: `kernel` (nt, hal, win32k), `port` (calls and is called by other drivers: ndis, storport, dxgkrnl,
   * fltmgr, portcls, wdf01000, usbport …), `component` (another Windows component), else the kind of product.
   */
  readonly kind:
    | 'kernel'
    | 'port'
    | 'component'
    | 'network-adapter'
    | 'network-filter'
    | 'file-filter'
    | 'anti-virus'
    | 'vpn'
    | 'display'
    | 'audio'
    | 'storage'
    | 'card-reader'
    | 'usb'
    | 'input'
    | 'chipset'
    | 'bluetooth'
    | 'virtualisation'
    | 'overclocking'
    | 'rgb'
    | 'anti-cheat'
    | 'backup'
    | 'encryption'
    | 'printer'
    | 'test'
    | 'other';
  readonly vendor: string | null;
  readonly product: string | null;
  /** How the product is removed, one word that a playbook understands. */
  readonly uninstall: 'apps' | 'pnputil' | 'netcfg' | 'fltmc' | 'service' | 'vendor-tool' | 'none' | null;
  readonly support: string | null;
  /** For port and class drivers: the kinds of driver they call into, one of which may be at work unseen. */
  readonly calls?: readonly Driver['kind'][] | undefined;
  /** What the row is based on. */
  readonly basis: string;
}

export interface PoolTag {
  readonly tag: string;
  readonly component: string;
  readonly image: string | null;
  readonly windows: boolean;
}

export interface StatusCode {
  readonly code: Hex;
  readonly name: string;
  readonly meaning: Text;
}

export interface WindowsBuild {
  readonly build: number;
  readonly name: string;
  /** ISO date, null where not fixed. */
  readonly endOfSupport: string | null;
}

/** A module as the paste shows it, and the machine it ran on; null where the paste does not say. */
export interface ModuleOnMachine {
  readonly image: string;
  readonly version: string | null;
  /** Link date, ISO. */
  readonly built: string | null;
  /** Day of the crash, ISO. */
  readonly crashed: string | null;
  /** Build string of Windows (`22621.2506`, `10.0.19045.3693`). */
  readonly windows: string | null;
}

/** What its maker, or Microsoft, said in public of a version that stops Windows. */
export interface KnownBadVersion {
  readonly product: string;
  readonly says: Text;
  /** Stop codes that the source names; empty where it names none. */
  readonly codes: readonly Hex[];
  readonly fixed: string | null;
  readonly source: string;
}

/** All look-ups ignore case unless said otherwise, and answer null for what they do not know. */
export interface Knowledge {
  /** By exact code; `0x1000007e` and the like are found under their own code, else under the code without the mask. */
  readonly bugcheck: (code: Hex) => Bugcheck | null;
  readonly bugcheckByName: (name: string) => Bugcheck | null;
  /**
   * Whether a trait holds for the stop code, masked or not: for every stop of that code, or in the case that the arguments
   * select. False without a code, for a code that no row knows, and for a case whose arguments are not given.
   */
  readonly has: (code: Hex | null, trait: StopTrait, args?: readonly (Hex | null)[]) => boolean;
  /** Which argument holds that kind of value, in every case of the code or in the one that the arguments select; null where none does. */
  readonly argument: (code: Hex | null, kind: ArgumentKind, args?: readonly (Hex | null)[]) => ArgumentPosition | null;
  /** Every name with the code that it stands for, second names too. */
  readonly stopNames: () => StopNameIndex;
  /** Names that somebody who typed this may have meant, nearest first; few, or none. */
  readonly similarNames: (name: string) => readonly string[];
  /**
   * The four arguments in words, decoding the values given (a status name, which case of 0xc4 it is, read or write).
   * `args` may hold null for one that the paste does not show.
   */
  readonly explainArgs: (code: Hex, args: readonly (Hex | null)[], arch: Arch | null) => readonly Text[];
  /** What usually causes it: of the case that the arguments select, where that differs. */
  readonly causes: (code: Hex, args: readonly (Hex | null)[]) => Text | null;
  /** For each argument the values that have a meaning of their own; an empty record where any value may come. */
  readonly listedValues: (code: Hex, args: readonly (Hex | null)[]) => readonly Readonly<Record<Hex, Text>>[];
  /** The commands to run first, `<arg1>` … still to be filled in: those of the case that the arguments select, if any. */
  readonly firstCommands: (code: Hex, args: readonly (Hex | null)[]) => readonly string[];
  /** By image (`ndis.sys`) or module name (`ndis`, `nt`). */
  readonly driver: (image: string) => Driver | null;
  /** The public report that this very version, on this Windows, on that day, fits; null where anything is missing or differs. */
  readonly knownBad: (module: ModuleOnMachine) => KnownBadVersion | null;
  /** Case matters in pool tags. */
  readonly poolTag: (tag: string) => PoolTag | null;
  /** NTSTATUS, HRESULT or Win32 code; sign-extended 64-bit forms are accepted. */
  readonly status: (code: Hex) => StatusCode | null;
  readonly windowsBuild: (build: number) => WindowsBuild | null;
  /** What a debugger command does, by its first word (`!pool`). */
  readonly command: (command: string) => Text | null;
  /** Words of the trade (`pool tag`), for whoever asks what one means. */
  readonly terms: TermTable;
}
