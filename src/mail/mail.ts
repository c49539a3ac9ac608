/** A mail without layout: what is sent to a customer or a vendor, for `markdown.ts` and `plain-text.ts` to write down. */
export interface Mail {
  readonly subject: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  /** Each on a line of its own, with no blank between. */
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** Debugger output or commands, character for character. */
  | { readonly kind: 'code'; readonly lines: readonly string[] };

export function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

export function heading(text: string): Block {
  return { kind: 'heading', text };
}

export function lines(each: readonly string[]): Block {
  return { kind: 'lines', lines: each };
}

/** No block at all where there is nothing to list. */
export function list(items: readonly string[]): Block[] {
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

export function code(lines: readonly string[]): Block[] {
  return lines.length === 0 ? [] : [{ kind: 'code', lines }];
}
