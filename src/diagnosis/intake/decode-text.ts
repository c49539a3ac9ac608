/**
 * Text of a log file, or null for a binary one. WinDbg's `.logopen /u` and Notepad write UTF-16, with or without a byte
 * order mark; Chinese systems write GB 18030; everything else is UTF-8.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const encoding = encodingOf(bytes);
  if (encoding === null) {
    return null;
  }
  return new TextDecoder(encoding).decode(bytes);
}

const LOOK_AT = 4096;

function encodingOf(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) {
    return 'utf-16le';
  }
  if (first === 0xfe && second === 0xff) {
    return 'utf-16be';
  }
  const head = bytes.subarray(0, LOOK_AT);
  const zeros = { even: 0, odd: 0 };
  for (const [index, byte] of head.entries()) {
    if (byte === 0) {
      zeros[index % 2 === 0 ? 'even' : 'odd']++;
    }
  }
  if (zeros.even + zeros.odd === 0) {
    return isUtf8(bytes) ? 'utf-8' : 'gb18030';
  }
  // ASCII in UTF-16 has a zero in every second byte, and a binary file has them anywhere.
  if (zeros.even === 0 && zeros.odd > head.length / 4) {
    return 'utf-16le';
  }
  if (zeros.odd === 0 && zeros.even > head.length / 4) {
    return 'utf-16be';
  }
  return null;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    // As a stream: a text cut within its last character is still UTF-8.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
