import { diagnose } from '#src/diagnosis/diagnose.ts';
import type { Knowledge } from '#src/diagnosis/knowledge/knowledge.ts';
import { LANGUAGES, type Text } from '#src/language/text.ts';
import { buildReply } from '#src/reply/build-reply.ts';

/** All texts that are said of a paste, in both languages: those of the diagnosis, and those of the reply. */
export function saidOf(paste: string, knowledge: Knowledge): Text[] {
  const pastes = [{ source: null, text: paste }];
  const diagnosis = diagnose(pastes, knowledge);
  const [en, zh] = LANGUAGES.map((language) => buildReply(diagnosis, pastes, language));
  return [...textsIn(diagnosis), ...pairs(en, zh)];
}

function textsIn(value: unknown): Text[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  const { en, zh } = value as { readonly en?: unknown; readonly zh?: unknown };
  const own = typeof en === 'string' && typeof zh === 'string' ? [{ en, zh }] : [];
  return [...own, ...Object.values(value).flatMap(textsIn)];
}

/** The strings at the same place of two replies. */
function pairs(en: unknown, zh: unknown): Text[] {
  if (typeof en === 'string' && typeof zh === 'string') {
    return en === zh ? [] : [{ en, zh }];
  }
  if (typeof en !== 'object' || typeof zh !== 'object' || en === null || zh === null) {
    return [];
  }
  const other = zh as Readonly<Record<string, unknown>>;
  return Object.entries(en).flatMap(([key, value]) => pairs(value, other[key]));
}
