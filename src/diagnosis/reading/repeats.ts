import type { Mention } from './mention.ts';

/** A row that stands in many places says little; a repeat is found at one of the first. */
const MOST_PLACES = 8;

/**
 * Mentions that say nothing of their own, each with the one that shows all of it: a text pasted twice, or pasted whole
 * after its first half. Read as well they would count as further evidence, and half a stack as the whole.
 */
export function findRepeats(mentions: readonly Mention[]): ReadonlyMap<Mention, Mention> {
  const repeats = new Map<Mention, Mention>();
  if (mentions.length < 2) {
    return repeats;
  }
  const rows = new Map(mentions.map((mention) => [mention, rowsOf(mention)]));
  const order = new Map(mentions.map((mention, at) => [mention, at]));
  const lengthOf = (mention: Mention) => rows.get(mention)?.length ?? 0;
  const longest = mentions.toSorted((a, b) => lengthOf(b) - lengthOf(a) || (order.get(a) ?? 0) - (order.get(b) ?? 0));
  const beginnings = new Map([...rows.values()].map((own) => [own[0] ?? '', [] as Place[]]));
  for (const mention of longest) {
    const own = rows.get(mention) ?? [];
    // Two crashes that one text tells of stand in the same lines, and neither repeats the other.
    const places = isAnnounced(mention)
      ? []
      : (beginnings.get(own[0] ?? '') ?? []).filter((place) => place.mention.lines !== mention.lines);
    const wholes = places.filter((place) => isWithin(own, rows.get(place.mention) ?? [], place.at));
    const whole = wholes.find((place) => place.mention.source === mention.source) ?? wholes[0];
    if (own.length > 0 && whole !== undefined) {
      repeats.set(mention, whole.mention);
    } else {
      addPlaces(mention, own, beginnings);
    }
  }
  return repeats;
}

/** Of another dump by its heading, and in names alone: a fault that comes again looks the same each time. */
function isAnnounced({ heading, addresses }: Mention): boolean {
  return heading !== null && addresses().size === 0;
}

interface Place {
  readonly mention: Mention;
  readonly at: number;
}

/** From the first line that says something to the last: what people write around it differs. */
function rowsOf({ lines, place, facts }: Mention): string[] {
  let [from, to] = place;
  for (const one of Object.values(facts).flat()) {
    from = Math.min(from, one.lines[0]);
    to = Math.max(to, one.lines[1]);
  }
  const shown = lines.filter((line) => line.lines[0] >= from && line.lines[1] <= to);
  return shown.map(({ text }) => text.trim()).filter((text) => text !== '');
}

function addPlaces(mention: Mention, own: readonly string[], beginnings: ReadonlyMap<string, Place[]>): void {
  for (const [at, row] of own.entries()) {
    const places = beginnings.get(row);
    if (places !== undefined && places.length < MOST_PLACES) {
      places.push({ mention, at });
    }
  }
}

/** The last row may have been cut. */
function isWithin(own: readonly string[], whole: readonly string[], from: number): boolean {
  return own.every((row, at) => {
    const other = whole[from + at];
    return other !== undefined && (at === own.length - 1 ? other.startsWith(row) : other === row);
  });
}
