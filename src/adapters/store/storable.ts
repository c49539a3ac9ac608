/**
 * PostgreSQL takes neither U+0000 nor half a surrogate pair, in text as in jsonb, and a damaged paste may hold both:
 * U+FFFD stands for them. Everything that comes from outside is written through here.
 */
export function storableText(text: string): string {
  return text.replaceAll('\u0000', '\ufffd').toWellFormed();
}

export function storableJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part === 'string') {
      return storableText(part);
    }
    return isRecord(part) ? withStorableNames(part) : part;
  });
}

function isRecord(part: unknown): part is Readonly<Record<string, unknown>> {
  return typeof part === 'object' && part !== null && !Array.isArray(part);
}

function withStorableNames(record: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const isClean = Object.keys(record).every((name) => storableText(name) === name);
  return isClean
    ? record
    : Object.fromEntries(Object.entries(record).map(([name, value]) => [storableText(name), value]));
}
