import { COMMA, joined } from '../language/joined.ts';
import type { Text } from '../language/text.ts';
import type { SystemFact } from './facts.ts';
import { type BuildNumbers, buildNumbers } from './knowledge/build-numbers.ts';
import type { Knowledge } from './knowledge/knowledge.ts';

/**
 * Which Windows crashed and how far it was updated, as the paste tells: name, build, revision, day the files were built,
 * and until when that kernel is serviced. Null without a build number. Says no "outdated": that needs today's date.
 */
export function windowsVersion(systems: readonly SystemFact[], knowledge: Knowledge): Text | null {
  const numbers = bestNumbers(systems);
  if (!numbers) {
    return null;
  }
  const known = knowledge.windowsBuild(numbers.build);
  const parts = [...(known ? [same(known.name)] : []), buildText(numbers)];
  if (numbers.built) {
    parts.push({ en: `files of ${numbers.built}`, zh: `文件日期 ${numbers.built}` });
  }
  if (known?.endOfSupport) {
    const { endOfSupport } = known;
    parts.push({ en: `serviced until ${endOfSupport} at the latest`, zh: `支持最迟至 ${endOfSupport}` });
  }
  return joined(parts, COMMA);
}

/** The string that tells most: one with a date before one with a revision before a bare number. */
function bestNumbers(systems: readonly SystemFact[]): BuildNumbers | null {
  const read = systems
    .filter(({ name }) => name === 'build' || name === 'build-lab')
    .flatMap(({ value }) => buildNumbers(value) ?? []);
  return read.find(({ built }) => built !== null) ?? read.find(({ revision }) => revision !== null) ?? read[0] ?? null;
}

function buildText({ build, revision }: BuildNumbers): Text {
  const number = revision === null ? `${build}` : `${build}.${revision}`;
  return { en: `build ${number}`, zh: `内部版本 ${number}` };
}

function same(text: string): Text {
  return { en: text, zh: text };
}
