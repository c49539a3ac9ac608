import type { Facts, Hex, InstructionFact, Lines } from '../facts.ts';
import type { Look } from '../look.ts';

/** What the debugger printed for one address, where somebody asked it. */
export interface PlaceShown {
  readonly module: string;
  /** `acmeflt!Read+0x50`, `acmeflt+0x2f10`, or the address where only the module was told. */
  readonly place: string;
  readonly lines: Lines;
}

/**
 * Whose code or data an address is, by what was printed for that very address: the answer of `ln` or `!address`, a listing of
 * `u`, a row of raw memory (`dps`) that holds the address as its value. Null where nothing was.
 */
export function placeShown(address: Hex | null, { facts }: Look): PlaceShown | null {
  if (address === null) {
    return null;
  }
  return ofAnswers(address, facts) ?? ofListings(address, facts.instructions) ?? ofMemory(address, facts);
}

function ofAnswers(address: Hex, { addresses }: Facts): PlaceShown | null {
  const found = addresses.find((one) => one.module !== null && one.address === address);
  if (!found || found.module === null) {
    return null;
  }
  const place = found.usage.startsWith(`${found.module}!`) ? found.usage : address;
  return { module: found.module, place, lines: found.lines };
}

/** The label stands above the first row of a listing, and goes for the rows that follow on it. */
function ofListings(address: Hex, rows: readonly InstructionFact[]): PlaceShown | null {
  const at = rows.findIndex((row) => row.address === address);
  for (let first = at; first >= 0; first -= 1) {
    const row = rows[first];
    const symbol = row?.symbol ?? null;
    if (row && symbol !== null) {
      const module = symbol.split(/[!+]/)[0] ?? '';
      return { module, place: first === at ? symbol : address, lines: row.symbolLines ?? row.lines };
    }
    const before = rows[first - 1];
    if (!row || !before || before.lines[1] + 1 !== row.lines[0]) {
      return null;
    }
  }
  return null;
}

/** A row of raw memory names its value, which a frame of a call chain does not: there the symbol is of the frame. */
function ofMemory(address: Hex, { stacks }: Facts): PlaceShown | null {
  for (const { isCallChain, frames } of stacks) {
    const row = isCallChain ? undefined : frames.find(({ returnAddress }) => returnAddress === address);
    if (row?.module) {
      const name = row.function === null ? row.module : `${row.module}!${row.function}`;
      return { module: row.module, place: row.offset === null ? name : `${name}+${row.offset}`, lines: row.lines };
    }
  }
  return null;
}
