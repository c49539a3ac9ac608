import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Language } from '#src/language/text.ts';
import type { Statement } from '#src/telling/told.ts';

export interface Prose {
  readonly crash: string;
  readonly language: Language;
  readonly statements: readonly Statement[];
}

const HONEST = readFileSync(new URL('./honest-prose.txt', import.meta.url), 'utf8');

/** Explanations in the form of `test/telling/honest-prose.txt`, in their order. */
export function readProse(text = HONEST): readonly Prose[] {
  return text
    .split(/^=== /m)
    .slice(1)
    .map((block) => {
      const [head = '', ...lines] = block.trim().split('\n');
      const [crash = '', language] = head.split(' ');
      assert.ok(language === 'en' || language === 'zh', head);
      return { crash, language, statements: lines.filter((line) => !line.startsWith('#')).map(statementOf) };
    });
}

function statementOf(line: string): Statement {
  const { cites = '', text = '' } = /^\[(?<cites>[^\]]*)\] (?<text>.+)$/.exec(line)?.groups ?? assert.fail(line);
  return { text, cites: cites === '' ? [] : cites.split(' ') };
}
