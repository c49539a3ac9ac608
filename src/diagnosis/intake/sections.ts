import type { Line, Section } from './line.ts';

const PROMPT =
  /^[\s#>|*-]{0,8}(?:(?<processor>\d{1,4}): ?)?(?<prompt>l?kd(?::\w{2,6})?|\d{1,3}:\d{3,5}(?::\w{2,6})?)> ?(?<command>.*)$/i;
const RUNNING = /^\s*Running: (?<command>!\S.*)$/;

export interface Prompt {
  readonly processor: number | null;
  readonly kind: 'kernel' | 'local' | 'user';
  /** What was typed, trimmed. */
  readonly command: string;
}

/** @returns the prompt that the line shows with what was typed at it; null where it shows none */
export function readPrompt(text: string): Prompt | null {
  const found = (text.includes('>') ? PROMPT.exec(text) : null) ?? RUNNING.exec(text);
  if (found?.groups === undefined) {
    return null;
  }
  const { processor, prompt = 'kd', command = '' } = found.groups;
  const kind = /^\d/.test(prompt) ? 'user' : /^l/i.test(prompt) ? 'local' : 'kernel';
  return { processor: processor === undefined ? null : Number(processor), kind, command: command.trim() };
}

/** Cuts lines into the outputs of commands; what stands before the first prompt is a section without a command. */
export function splitSections(lines: readonly Line[]): Section[] {
  const sections: Section[] = [];
  let head: { prompt: Prompt; line: Line } | null = null;
  let from = 0;
  let at = -1;
  for (const line of lines) {
    at += 1;
    const prompt = readPrompt(line.text);
    if (prompt !== null) {
      addSection(sections, head, lines.slice(from, at), from);
      head = { prompt, line };
      from = at + 1;
    }
  }
  addSection(sections, head, lines.slice(from), from);
  return sections;
}

function addSection(
  sections: Section[],
  head: { prompt: Prompt; line: Line } | null,
  body: readonly Line[],
  from: number,
): void {
  const first = head?.line ?? body[0];
  const last = body.at(-1) ?? head?.line;
  if (first === undefined || last === undefined) {
    return;
  }
  const lines = [first.lines[0], last.lines[1]] as const;
  if (head === null) {
    sections.push({ command: null, processor: null, body, from, lines });
    return;
  }
  const { command, processor, kind } = head.prompt;
  sections.push({ command, processor, prompt: kind, body, from, lines });
}
