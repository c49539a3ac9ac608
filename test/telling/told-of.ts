import assert from 'node:assert/strict';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import type { Language } from '#src/language/text.ts';
import { buildReply } from '#src/reply/build-reply.ts';
import { tellDiagnosis } from '#src/telling/tell-diagnosis.ts';
import type { Told } from '#src/telling/told.ts';
import { loadVocabulary } from '#src/telling/vocabulary.ts';
import { crashFolders } from '../support/crash-folders.ts';

export const knowledge = loadKnowledge();
export const vocabulary = loadVocabulary();

/** What a model would be told of a paste; null where there is nothing to word. */
export function tellPaste(text: string, language: Language): Told | null {
  return tellPastes([text], language);
}

/** The same of several pastes together. */
export function tellPastes(texts: readonly string[], language: Language): Told | null {
  const pastes = texts.map((text, at) => ({ source: at === 0 ? null : `(${at + 1})`, text }));
  const diagnosis = diagnose(pastes, knowledge);
  return tellDiagnosis(diagnosis, buildReply(diagnosis, pastes, language), { knowledge, vocabulary });
}

/** The same of a recorded crash, which has something to word. */
export function tellRecorded(name: string, language: Language): Told {
  const folder = crashFolders().find((one) => one.name === name) ?? assert.fail(`no recorded crash ${name}`);
  return tellPaste(folder.paste, language) ?? assert.fail(`nothing is told of ${name}`);
}
