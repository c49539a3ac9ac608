import type { CrashReply } from '#src/reply/reply.ts';
import { type ExplainVerdictAnswer, evidenceText } from './explain-verdict.ts';

/** Things that a model may name only if we told it: images, symbols, addresses, codes, and line or other numbers. */
const NAMED = [
  /[a-z0-9_.-]{1,60}\.(?:sys|dll|exe)\b/gi,
  /\b[a-z_]\w{0,60}!\w{1,100}/gi,
  /\b0x[0-9a-f]{1,16}\b/gi,
  /\b[0-9a-f]{6,16}\b/gi,
  /(?<![0-9a-z_])\d{1,10}(?![0-9a-z_])/gi,
  /\b[A-Z][A-Z0-9]{1,40}(?:_[A-Z0-9]{1,40}){1,12}\b/g,
];

/**
 * What is wrong with a model's wording of a verdict; empty where nothing is. It may name only what stands in the title,
 * the verdict and the evidence, must cite evidence that exists, and must name the culprit that the rules found.
 */
export function groundingProblems(answer: ExplainVerdictAnswer, crash: CrashReply): string[] {
  const told = plain([crash.title, crash.verdict.sentence, crash.verdict.againstAnalyze ?? '', evidenceText(crash)]);
  const said = plain([answer.summary]);
  const named = NAMED.flatMap((pattern) => said.match(pattern) ?? []);
  const unknown = [...new Set(named)].filter((name) => !holds(told, name.toLowerCase()));
  const cites = answer.cites.filter(
    (cite) => !/^e(?:[1-9]|1[0-2])$/.test(cite) || Number(cite.slice(1)) > crash.evidence.length,
  );
  return [
    ...unknown.map((name) => `names ${name}, which is not in the evidence`),
    ...cites.map((cite) => `cites ${cite}, which does not exist`),
    ...(namesCulprit(said, crash) ? [] : [`does not name ${crash.verdict.culprit}`]),
  ];
}

/** Backticks and case may differ between the paste and the wording. */
function plain(texts: readonly string[]): string {
  return texts.join('\n').replaceAll('`', '');
}

/** The name stands there by itself, not as a part of a longer one. */
function holds(told: string, name: string): boolean {
  const text = told.toLowerCase();
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    const [before = ' ', after = ' '] = [text[at - 1], text[at + name.length]];
    if (!/[a-z0-9_]/.test(before) && !/[a-z0-9_]/.test(after)) {
      return true;
    }
  }
  return false;
}

function namesCulprit(said: string, { verdict }: CrashReply): boolean {
  const isDriver = verdict.culprit.includes('.');
  return !isDriver || said.toLowerCase().includes(verdict.culprit);
}
