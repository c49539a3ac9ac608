import type { Paste } from '#src/diagnosis/crash.ts';
import type { Language } from '#src/diagnosis/text.ts';
import type { StoredPaste } from '#src/ports/case-store.ts';

/** Messages of one person within this time are parts of one paste: Teams takes about 14,000 characters a message. */
const PARTS_WITHIN_MS = 10 * 60_000;
/** The reader's own limit; of a longer case, the latest pastes are read. */
const MOST_CHARACTERS = 8_000_000;

/** The stored pastes as the reader takes them: parts joined, each labelled by its place in the case. */
export function joinParts(stored: readonly StoredPaste[], language: Language): Paste[] {
  const groups: StoredPaste[][] = [];
  for (const paste of stored) {
    const group = groups.at(-1);
    if (group && isPartOf(group, paste)) group.push(paste);
    else groups.push([paste]);
  }
  const labelled = groups.map((group, index) => ({
    source: language === 'zh' ? `第 ${index + 1} 次粘贴` : `paste ${index + 1}`,
    text: group.map(({ text }) => text).join('\n'),
  }));
  return latest(labelled);
}

function isPartOf(group: readonly StoredPaste[], paste: StoredPaste): boolean {
  const last = group.at(-1);
  return last !== undefined && isWithinParts(last, paste);
}

/** Whether `next` may be a part of what `last` began. */
export function isWithinParts(last: StoredPaste, { author, at }: Pick<StoredPaste, 'author' | 'at'>): boolean {
  return last.author === author && Date.parse(at) - Date.parse(last.at) <= PARTS_WITHIN_MS;
}

function latest(pastes: readonly Paste[]): Paste[] {
  const kept: Paste[] = [];
  let length = 0;
  for (const paste of pastes.toReversed()) {
    length += paste.text.length;
    if (length > MOST_CHARACTERS && kept.length > 0) break;
    kept.unshift(paste);
  }
  return kept;
}
