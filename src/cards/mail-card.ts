import type { MailKind, MailLength, Press } from '../cases/press.ts';
import { sayIn } from '../language/say.ts';
import { LANGUAGES, type Language, type Text } from '../language/text.ts';
import type { ActionSet, AdaptiveCard, CodeBlock } from './adaptive-card.ts';
import { cardSize, LARGEST_CARD } from './card-size.ts';
import { plain } from './clip.ts';
import { execute } from './execute.ts';
import { makeCard } from './make-card.ts';
import { line, monospace, run } from './runs.ts';

type MailPress = Extract<Press, { verb: 'case.mail' }>;

/** A mail that was written of a case, and how it was wanted. */
export interface MailOnCard {
  readonly kind: MailKind;
  readonly case: number;
  readonly subject: string;
  readonly text: string;
  /** Of the mail: whoever reads the card may have another. */
  readonly language: Language;
  readonly length: MailLength;
  /** Else as plain text. */
  readonly form?: 'markdown';
  /** Which part of a long one, counted from 1. */
  readonly part?: number;
  /** The digest that it was asked for on, to which it leads back. */
  readonly from?: Pick<MailPress, 'digest' | 'of'>;
}

/** Lengths of a part in characters, tried from the longest. */
const LENGTHS = [12_000, 6000, 4500, 3500, 2500, 1500, 700, 300];

/** A mail to copy from a card; one that is too long for a card in parts, each a card of its own. */
export function mailCard(mail: MailOnCard, language: Language): AdaptiveCard {
  const text = withoutSubject(mail.text, mail.subject);
  for (const length of LENGTHS) {
    const parts = split(text, length);
    const at = Math.min(mail.part ?? 1, parts.length) - 1;
    if (parts.every((_, each) => cardSize(draw(mail, parts, each, language)) <= LARGEST_CARD)) {
      return draw(mail, parts, at, language);
    }
  }
  return draw(mail, [''], 0, language);
}

/** At the ends of lines, and within one only where it is longer than a part. */
function split(text: string, length: number): string[] {
  const parts: string[] = [];
  let part = '';
  for (const each of text.split('\n').flatMap((whole) => pieces(whole, length))) {
    if (part !== '' && part.length + each.length >= length) {
      parts.push(part);
      part = each;
    } else {
      part = part === '' ? each : `${part}\n${each}`;
    }
  }
  return [...parts, part];
}

function pieces(whole: string, length: number): string[] {
  const signs = [...whole];
  return whole.length <= length
    ? [whole]
    : Array.from({ length: Math.ceil(signs.length / length) }, (_, at) =>
        signs.slice(at * length, (at + 1) * length).join(''),
      );
}

function draw(mail: MailOnCard, parts: readonly string[], at: number, language: Language): AdaptiveCard {
  const { subject } = mail;
  const which: Text = { en: `Part ${at + 1} of ${parts.length}`, zh: `第 ${at + 1} 部分，共 ${parts.length} 部分` };
  return makeCard(
    [
      line([run(subject, 300, { weight: 'Bolder' })]),
      ...(parts.length > 1 ? [line([run(which[language], 60, { isSubtle: true })], 'None')] : []),
      block(parts[at] ?? ''),
      ...neighbours(mail, parts.length, at, language),
      otherwise(mail, language),
    ],
    subject,
    language,
  );
}

function neighbours(mail: MailOnCard, count: number, at: number, language: Language): ActionSet[] {
  const to = (part: number, title: Text) => execute(title[language], { ...pressFor(mail), part });
  const actions = [
    ...(at > 0 ? [to(at, BUTTONS.part.before)] : []),
    ...(at + 1 < count ? [to(at + 2, BUTTONS.part.after)] : []),
  ];
  return actions.length === 0 ? [] : [{ type: 'ActionSet', actions }];
}

/** What asks for this very mail. */
function pressFor({ kind, case: number, language, length, form, from }: MailOnCard): MailPress {
  return { verb: 'case.mail', case: number, mail: kind, language, length, ...(form ? { form } : {}), ...from };
}

const BUTTONS = {
  language: {
    en: { en: 'In English', zh: '英文版' },
    zh: { en: 'In Chinese', zh: '中文版' },
  },
  length: {
    short: { en: 'Short form', zh: '简短版' },
    full: { en: 'Full form', zh: '完整版' },
  },
  part: {
    before: { en: 'Previous part', zh: '上一部分' },
    after: { en: 'Next part', zh: '下一部分' },
  },
} satisfies Record<string, Record<string, Text>>;

/** The same mail in the other language, and a report in the other length. */
function otherwise(mail: MailOnCard, language: Language): ActionSet {
  const say = sayIn(language);
  const { kind, language: of, length } = mail;
  const other = length === 'short' ? 'full' : 'short';
  return {
    type: 'ActionSet',
    actions: [
      ...LANGUAGES.filter((tongue) => tongue !== of).map((tongue) =>
        execute(say(BUTTONS.language[tongue]), { ...pressFor(mail), language: tongue }),
      ),
      ...(kind === 'report' ? [execute(say(BUTTONS.length[other]), { ...pressFor(mail), length: other })] : []),
    ],
  };
}

/** It is the heading of the card already, and goes into a field of its own in a mail. */
function withoutSubject(text: string, subject: string): string {
  return text.startsWith(`${subject}\n`) ? text.slice(subject.length).trimStart() : text;
}

/** With a copy button where Teams draws one; everywhere else as monospace lines. */
function block(text: string): CodeBlock {
  const lines = text.split('\n').map(plain);
  const items = lines.map((each) => monospace(each, 1000));
  const fallback = { type: 'Container', items } as const;
  return { type: 'CodeBlock', codeSnippet: lines.join('\n'), language: 'PlainText', fallback };
}
