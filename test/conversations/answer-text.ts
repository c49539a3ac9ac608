import type { Answer } from '#src/ports/answer.ts';

/** Everything an answer shows, one text per line; '' where nothing is said. */
export function answerText(answer: Answer | null): string {
  if (answer === null) {
    return '';
  }
  if (answer.kind === 'text') {
    return answer.text;
  }
  if (answer.kind === 'file') {
    return `${answer.name}\n${answer.description}`;
  }
  const texts: string[] = [];
  JSON.stringify(answer.card, (key, value: unknown) => {
    if (key === 'fallback') {
      return undefined;
    }
    if (key === 'inlines' && Array.isArray(value)) {
      texts.push(value.map((run: { text: string }) => run.text).join(''));
    }
    if (key === 'facts' && Array.isArray(value)) {
      texts.push(...value.map(factText));
    }
    if (key === 'codeSnippet' && typeof value === 'string') {
      texts.push(value);
    }
    if (key === '' || typeof value !== 'object' || value === null) {
      return value;
    }
    if ('type' in value && value.type === 'Action.ToggleVisibility' && 'title' in value) {
      texts.push(String(value.title));
    }
    return value;
  });
  return texts.join('\n');
}

/** `Severity: A`, `级别：A`, as the two columns are read. */
export function factText({ title, value }: { readonly title: string; readonly value: string }): string {
  return title.endsWith('：') ? `${title}${value}` : `${title} ${value}`;
}
