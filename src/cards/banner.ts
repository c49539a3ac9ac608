import type { Language, Text } from '../language/text.ts';
import type { Subject } from '../reply/subjects.ts';
import { verdictOn } from '../reply/subjects.ts';
import type { Container, Element } from './adaptive-card.ts';
import type { Detail } from './detail.ts';
import { line, run } from './runs.ts';

/** The colour only repeats what the sentence says: not everybody sees it, and high contrast shows none. */
const STYLES = { high: 'attention', medium: 'warning', low: 'accent' } as const;

/** Who, how sure, and of which stop, in a coloured field. */
export function banner(subject: Subject, isNamed: boolean, detail: Detail, language: Language): Container {
  const verdict = verdictOn(subject);
  const style = verdict === null || verdict.culprit === 'unknown' ? 'emphasis' : STYLES[verdict.confidence];
  const items: Element[] = [
    line([run(verdict?.sentence ?? '', Math.min(300, detail.text * 2), { weight: 'Bolder', size: 'Medium' })]),
    line([run(titleOf(subject, isNamed, language), Math.min(400, detail.text * 2))]),
  ];
  return { type: 'Container', style, items };
}

/** A single crash says where it stands; of several each has a name, and where they stand is told with each. */
function titleOf({ group, crashes }: Subject, isNamed: boolean, language: Language): string {
  const [crash] = crashes;
  if (group) {
    return crashes.map((one) => `${one.id}${codeOf(one) ?? WITHOUT_CODE[language]}`).join(' · ');
  }
  const name = isNamed ? `${crash?.id ?? ''} · ` : '';
  const where = { en: ` (${crash?.where ?? ''})`, zh: `（${crash?.where ?? ''}）` }[language];
  return `${name}${crash?.title ?? ''}${where}`;
}

/** ` 0x1e`: the names of five stops would fill the field, and stand with each of them. */
function codeOf({ title }: Subject['crashes'][number]): string | null {
  const code = /^0x[0-9a-f]{1,16}(?= |$)/.exec(title)?.[0];
  return code === undefined ? null : ` ${code}`;
}

const WITHOUT_CODE: Text = { en: ' (no stop code)', zh: '（无停止代码）' };
