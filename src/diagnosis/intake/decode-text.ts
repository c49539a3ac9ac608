/**
 * Text of a log file, or null for a binary one. WinDbg's `.logopen /u` and Notepad write UTF-16, with or without a byte
 * order mark; Chinese systems write GB 18030; everything else is UTF-8.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const encoding = encodingOf(bytes);
  // A zero that a log holds by accident is kept by no database.
  return encoding === null ? null : new TextDecoder(encoding).decode(bytes).replaceAll('\0', '\ufffd');
}

/** An even number: half a letter of UTF-16 tells nothing. */
const LOOK_AT = 16_384;

function encodingOf(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) {
    return 'utf-16le';
  }
  if (first === 0xfe && second === 0xff) {
    return 'utf-16be';
  }
  const head = bytes.subarray(0, LOOK_AT);
  const zeros = head.reduce((sum, byte) => (byte === 0 ? sum + 1 : sum), 0);
  if (zeros * MOST_STRAY_ZEROS <= head.length) {
    return isUtf8(bytes) ? 'utf-8' : likeliest(head, ['gb18030']);
  }
  // UTF-16 has a zero in each letter of ASCII, and a binary file has them anywhere.
  return likeliest(head, ['utf-16le', 'utf-16be']);
}

/** One zero in so many bytes is an accident. */
const MOST_STRAY_ZEROS = 1000;

/** What stands in no text: bytes of another kind that happen to decode. */
const NO_LETTER = /(?!\s)[\p{Cc}\ufffd\p{Co}\p{Cn}\p{Cs}]/gu;
/** One in so many letters may be such: a damaged one, or one cut at the end. */
const MOST_STRANGE = 50;

/** The encoding in which these bytes look most like text; null where they do in none. */
function likeliest(head: Uint8Array, encodings: readonly string[]): string | null {
  let [best, fewest] = [null as string | null, 1 / MOST_STRANGE];
  for (const encoding of encodings) {
    const text = new TextDecoder(encoding).decode(head, { stream: true });
    const strange = (text.match(NO_LETTER)?.length ?? 0) / text.length;
    if (strange <= fewest && (best === null || strange < fewest)) {
      [best, fewest] = [encoding, strange];
    }
  }
  return best;
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
