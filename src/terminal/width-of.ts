const USUAL = 100;
const NARROWEST = 40;

/** How many columns to write into: a pipe has none, and some terminals say 0. */
export function widthOf({ columns = 0 }: { readonly columns?: number }): number {
  return columns > 0 ? Math.max(NARROWEST, columns) : USUAL;
}
