import type { Tools } from '#dialogs/dialog.ts';
import { whatIsAsked } from '#dialogs/questions/routing/what-is-asked.ts';
import { whatIsTold } from '#dialogs/telling/what-is-told.ts';
import { entraToken } from './adapters/model/entra-token.ts';
import { openaiModel } from './adapters/model/openai-model.ts';
import { type TellingTools, tellInWords } from './answering/tell.ts';
import type { ModelConfig } from './config.ts';
import type { Asker } from './ports/diagnoser.ts';
import type { Target } from './ports/inbox.ts';
import { placeOf } from './ports/place.ts';
import type { State } from './state.ts';
import { loadVocabulary } from './telling/vocabulary.ts';

/** For a question in all, a retry included; nobody waits for it. */
const MODEL_MS = 25_000;

/** Begins to tell verdicts in words, where there is a model. Returns what ends the questions in hand. */
export function startTelling(
  model: ModelConfig | null,
  { words, tellings }: Pick<State, 'words' | 'tellings'>,
  toolsFor: (asker: Asker) => Tools,
  shared: Pick<TellingTools, 'meter' | 'log' | 'now'>,
): () => void {
  if (!model || !words) {
    return () => undefined;
  }
  const { apiKey, model: name, baseURL } = model;
  const stop = new AbortController();
  const vocabulary = loadVocabulary();
  const toolsIn = ({ conversation }: Target) => toolsFor({ conversation, signal: stop.signal });
  const tools: TellingTools = {
    ...shared,
    tellings,
    budget: words.budget,
    vocabulary,
    ask: openaiModel({ apiKey: apiKey ?? entraToken(), model: name, baseURL, deadlineMs: MODEL_MS }),
    whatIsTold: (tell, target) => whatIsTold(tell, placeOf(target), toolsIn(target), vocabulary),
    whatIsAsked: (id, tell, question, target) => whatIsAsked(id, tell, question, target, toolsIn(target), vocabulary),
    signal: stop.signal,
  };
  words.queue.work((id) => tellInWords(id, tools));
  return () => stop.abort();
}
