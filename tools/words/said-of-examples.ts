import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import type { DiagnosedCrash } from '#src/diagnosis/diagnosis.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';

/**
 * What our rules say of their own examples, in Chinese: a sentence that is put together of parts has pairs of signs that none
 * of its parts has. The examples are ours, so no paste of anybody stands in them.
 */
export function saidOfExamples(root: string): string[] {
  const folder = join(root, 'src', 'diagnosis', 'rules');
  const knowledge = loadKnowledge();
  return globSync('*.examples.txt', { cwd: folder })
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').split(/^===.*$/m))
    .flatMap((text) => diagnose([{ source: null, text }], knowledge).crashes)
    .flatMap(said);
}

function said({ judgement, bugcheck }: DiagnosedCrash): string[] {
  const evidence = judgement.suspects.flatMap((suspect) =>
    suspect.evidence.flatMap(({ text, unless }) => [text.zh, unless.zh]),
  );
  const commands = judgement.nextCommands.map(({ why }) => why.zh);
  return [
    ...evidence,
    ...commands,
    judgement.verdict.againstAnalyze?.names.zh ?? '',
    ...(bugcheck?.argMeanings ?? []).map(({ zh }) => zh),
  ];
}
