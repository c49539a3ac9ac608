import type { Frame } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import type { StackRow } from './call-stack-row.ts';
import type { SiteName } from './call-stack-symbol.ts';

/** A row with where it stands; `site` may still come from another line. */
export interface PlacedRow extends StackRow {
  readonly line: Line;
}

/** Rows that a name may have strayed from its own. */
const FARTHEST = 24;

/** A call site that stands on a line of its own, between row `before - 1` and row `before`. */
export interface LooseSite {
  readonly site: SiteName;
  readonly line: Line;
  readonly before: number;
}

/**
 * Makes frames of rows. Columns copied out of a PDF come apart: a name may stand before or after its row.
 * A loose name belongs to the row right above it if that has none; the others go to the row right below,
 * else to the nearest one still without a name. Rows that left their order return to it by their printed numbers.
 */
export function assembleFrames(rows: readonly PlacedRow[], loose: readonly LooseSite[]): Frame[] {
  const sites = rows.map((row) => row.site);
  const places = rows.map((row) => row.line);
  const give = (name: LooseSite, target: number) => {
    const place = places[target];
    if (place !== undefined && sites[target] === null) {
      sites[target] = name.site;
      places[target] = spanning(place, name.line);
      return true;
    }
    return false;
  };
  const strays = loose.filter((name) => !give(name, name.before - 1));
  for (const name of strays.filter((stray) => !give(stray, stray.before))) {
    give(name, homeOf(name, sites));
  }
  return inPrintedOrder(rows.map((row, at) => toFrame(row, sites[at] ?? null, places[at] ?? row.line)));
}

function homeOf(name: LooseSite, sites: readonly (SiteName | null)[]): number {
  for (let distance = 0; distance < FARTHEST; distance += 1) {
    for (const at of [name.before + distance, name.before - 1 - distance]) {
      if (sites[at] === null) {
        return at;
      }
    }
  }
  return -1;
}

function spanning(row: Line, name: Line): Line {
  const isNear = Math.abs(row.lines[0] - name.lines[0]) <= 4;
  const lines = [Math.min(row.lines[0], name.lines[0]), Math.max(row.lines[1], name.lines[1])] as const;
  return isNear ? { text: row.text, lines } : row;
}

function toFrame(row: PlacedRow, site: SiteName | null, line: Line): Frame {
  return {
    lines: line.lines,
    index: row.index,
    childSp: row.childSp,
    returnAddress: row.returnAddress,
    args: row.args,
    module: site?.module ?? null,
    function: site?.function ?? null,
    offset: site?.offset ?? null,
    address: site?.address ?? null,
    inline: row.inline,
    trapFrame: row.trapFrame,
    ...(site?.source !== undefined && { source: site.source }),
  };
}

/** Sorts by frame number only where every frame has one and none occurs twice; otherwise the printed order stands. */
function inPrintedOrder(frames: readonly Frame[]): Frame[] {
  const numbers = new Set(frames.map((frame) => frame.index));
  if (numbers.has(null) || numbers.size !== frames.length) {
    return [...frames];
  }
  return frames.toSorted((a, b) => (a.index ?? 0) - (b.index ?? 0));
}
