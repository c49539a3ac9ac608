import { hexValue } from './hex-value.ts';

/**
 * The text that a pointer's bytes spell (`0x3200360035` is "562" in UTF-16), in memory order; null where they are no text.
 * Three UTF-16 characters or six ASCII ones are the least that chance does not produce.
 */
export function textInPointer(hex: string): { text: string; encoding: 'ASCII' | 'UTF-16' } | null {
  const value = hexValue(hex);
  if (value === null || value === 0n || value >= 1n << 64n) {
    return null;
  }
  // Lowest byte first: the order in memory on the little-endian machines that Windows runs on.
  const bytes: number[] = [];
  for (let rest = value; rest > 0n; rest >>= 8n) {
    bytes.push(Number(rest & 0xffn));
  }
  return utf16(bytes) ?? ascii(bytes);
}

function utf16(bytes: readonly number[]): ReturnType<typeof textInPointer> {
  let text = '';
  for (let at = 0; at < bytes.length; at += 2) {
    const low = bytes[at] ?? 0;
    if ((bytes[at + 1] ?? 0) !== 0 || !isPrintable(low)) {
      return null;
    }
    text += String.fromCharCode(low);
  }
  return text.length >= 3 ? { text, encoding: 'UTF-16' } : null;
}

function ascii(bytes: readonly number[]): ReturnType<typeof textInPointer> {
  if (bytes.length < 6 || !bytes.every(isPrintable)) {
    return null;
  }
  return { text: String.fromCharCode(...bytes), encoding: 'ASCII' };
}

function isPrintable(byte: number): boolean {
  return byte >= 0x20 && byte < 0x7f;
}
