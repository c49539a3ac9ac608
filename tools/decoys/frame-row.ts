/** One line of a printed call chain, cut so that another frame can be printed in its layout. */
export interface FrameRow {
  readonly indent: string;
  /** Frame number as printed (hex), null where the listing has none. */
  readonly index: string | null;
  readonly gap: string;
  /** All between the number and the symbol: addresses and what parts them. Empty where only names are printed. */
  readonly columns: string;
  readonly symbol: string;
  readonly module: string | null;
  readonly function: string | null;
  /** Source line, trap frame, somebody's remark. */
  readonly rest: string;
}

const ADDRESS = '(?:[0-9a-f]{8}`[0-9a-f]{8}|[0-9a-f]{16}|[0-9a-f]{8})';
const INDEX = '(?:(?<index>[0-9a-f]{1,2})(?<gap>\\s{1,8}))?';
/** `kf` prints what each frame takes before the addresses; an author who shortens a stack leaves `...`. */
const COLUMNS = `(?<columns>(?:[0-9a-f]{1,6}\\s{1,8}(?=${ADDRESS}))?(?:(?:${ADDRESS}|:|\\.\\.\\.)\\s{1,8}){0,9})`;
const NAMED =
  '(?<module>[a-z_][\\w.]{0,63})(?:!(?<function>[^\\s+]{1,200})(?:\\+0x[0-9a-f]{1,16})?|\\+0x[0-9a-f]{1,16})';
const SYMBOL = `(?<symbol>${NAMED}|0x[0-9a-f\`]{1,20})`;
const ROW = new RegExp(`^(?<indent>\\s{0,20})${INDEX}${COLUMNS}${SYMBOL}(?<rest>(?:\\s.{0,400})?)$`, 'i');
const ADDRESSES = new RegExp(ADDRESS, 'gi');

/** @returns null where the line is no frame */
export function readFrameRow(line: string): FrameRow | null {
  const groups = ROW.exec(line)?.groups;
  if (!groups) {
    return null;
  }
  const { indent = '', index = null, gap = '', columns = '', symbol = '', module = null, rest = '' } = groups;
  const isNamesOnly = columns === '' && (groups.function === undefined || (indent === '' && index === null));
  return isNamesOnly ? null : { indent, index, gap, columns, symbol, module, function: groups.function ?? null, rest };
}

export function printFrameRow({ indent, index, gap, columns, symbol, rest }: FrameRow): string {
  return `${indent}${index ?? ''}${gap}${columns}${symbol}${rest}`;
}

/** The addresses of the columns, as printed: stack pointer, return address, arguments. */
export function addressesOf({ columns }: FrameRow): string[] {
  return columns.match(ADDRESSES) ?? [];
}

/** The row with the address of one column replaced, in the width and with the backtick of the one it replaces. */
export function withAddress(row: FrameRow, column: number, address: bigint): FrameRow {
  let at = -1;
  return {
    ...row,
    columns: row.columns.replace(ADDRESSES, (printed) => {
      at++;
      return at === column ? printAddress(address, printed) : printed;
    }),
  };
}

/** An address as its neighbour is printed. */
export function printAddress(address: bigint, like: string): string {
  const digits = address.toString(16).padStart(like.replace('`', '').length, '0');
  const cased = /[A-F]/.test(like) ? digits.toUpperCase() : digits;
  return like.includes('`') ? `${cased.slice(0, 8)}\`${cased.slice(8)}` : cased;
}

export function addressValue(printed: string): bigint {
  return BigInt(`0x${printed.replace('`', '')}`);
}
