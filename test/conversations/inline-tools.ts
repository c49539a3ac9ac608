import type { Tools } from '#dialogs/dialog.ts';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import type { FileRead } from '#src/ports/file-reader.ts';

/** The tools of the bot without thread and network; `files` are what the chat offers, by address. */
export function inlineTools(
  { cases, followUps, people }: Pick<Tools, 'cases' | 'followUps' | 'people'>,
  now: Tools['now'],
  files: Readonly<Record<string, FileRead>> = {},
): Tools {
  const knowledge = loadKnowledge();
  return {
    knowledge,
    cases,
    followUps,
    people,
    now,
    diagnose: async (pastes) => diagnose(pastes, knowledge),
    readFile: async ({ url }) => files[url] ?? { kind: 'refused', reason: 'gone' },
  };
}
