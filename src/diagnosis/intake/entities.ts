const NAMED: Readonly<Record<string, string>> = { nbsp: ' ', lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const ENTITY = /&(?:(?<name>nbsp|lt|gt|amp|quot|apos)|#(?<decimal>\d{1,7})|#x(?<hex>[0-9a-f]{1,6}));/gi;

/**
 * Decodes the entities that mail and chat make of debugger output. Only with their semicolon and only these:
 * the HTML standard also reads `&reg` or `&copy` inside a word, which would change symbol names.
 */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) {
    return text;
  }
  return text.replace(ENTITY, (entity, name?: string, decimal?: string, hex?: string) => {
    if (name !== undefined) {
      return NAMED[name.toLowerCase()] ?? entity;
    }
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity;
  });
}
