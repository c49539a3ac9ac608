import type { Line, Section } from './line.ts';

const PROMPT =
  /^[\s#>|*-]{0,8}(?:(?<processor>\d{1,4}): ?)?(?<prompt>l?kd(?::(?:x86|x64|arm64|amd64))?|\d{1,3}:\d{3,5}(?::\w{2,6})?)>\s?(?<command>.*)$/i;
const RUNNING = /^\s*Running: (?<command>!\S.*)$/;

export interface Prompt {
  readonly processor: number | null;
  /** `kd`, `lkd`, or `0:000` for an application. */
  readonly prompt: string;
  readonly command: string;
}

/** @returns the prompt that the line shows with what was typed at it; null where it shows none */
export function readPrompt(text: string): Prompt | null {
  const found = PROMPT.exec(text) ?? RUNNING.exec(text);
  if (found?.groups === undefined) {
    return null;
  }
  const { processor, prompt = 'kd', command = '' } = found.groups;
  return { processor: processor === undefined ? null : Number(processor), prompt, command: command.trim() };
}

/** Cuts lines into the outputs of commands; what stands before the first prompt is a section without a command. */
export function splitSections(lines: readonly Line[]): Section[] {
  const sections: Section[] = [];
  let head: { command: string | null; processor: number | null; line: Line | null } = {
    command: null,
    processor: null,
    line: null,
  };
  let body: Line[] = [];
  const flush = () => {
    const first = head.line ?? body[0];
    const last = body.at(-1) ?? head.line;
    if (first !== undefined && last !== null && last !== undefined) {
      sections.push({ command: head.command, processor: head.processor, body, lines: [first.lines[0], last.lines[1]] });
    }
  };
  for (const line of lines) {
    const prompt = readPrompt(line.text);
    if (prompt === null) {
      body.push(line);
      continue;
    }
    flush();
    head = { command: prompt.command, processor: prompt.processor, line };
    body = [];
  }
  flush();
  return sections;
}
