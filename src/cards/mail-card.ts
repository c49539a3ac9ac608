import type { MailKind, MailLength, Press } from '../cases/press.ts';
import { sayIn } from '../language/say.ts';
import { LANGUAGES, type Language, type Text } from '../language/text.ts';
import type { ActionSet, AdaptiveCard, CodeBlock } from './adaptive-card.ts';
import { cardSize, LARGEST_CARD } from './card-size.ts';
import { plain } from './clip.ts';
import { execute } from './execute.ts';
import { makeCard } from './make-card.ts';
import { line, monospace, run } from './runs.ts';

/** A mail that was written of a case, and how it was wanted. */
export interface MailOnCard {
  readonly kind: MailKind;
  readonly case: number;
  readonly subject: string;
  readonly text: string;
  /** Of the mail: whoever reads the card may have another. */
  readonly language: Language;
  readonly length: MailLength;
  /** The digest that it was asked for on, to which it leads back. */
  readonly from?: Pick<Extract<Press, { verb: 'case.mail' }>, 'digest' | 'of'>;
}

/** Cut lengths in characters, tried from the longest. */
const LENGTHS = [12_000, 6000, 4500, 3500, 2500, 1500, 700];

/** A mail to copy from a card; where it is too long for one, its beginning and the command that sends the whole. */
export function mailCard(mail: MailOnCard, language: Language): AdaptiveCard {
  for (const length of LENGTHS) {
    const card = draw(mail, mail.text.slice(0, length), length < mail.text.length, language);
    if (cardSize(card) <= LARGEST_CARD) {
      return card;
    }
  }
  return draw(mail, '', true, language);
}

/** The whole mail on a card; null where it is too long for one. */
export function wholeMailCard(mail: MailOnCard, language: Language): AdaptiveCard | null {
  const card = draw(mail, mail.text, false, language);
  return cardSize(card) <= LARGEST_CARD ? card : null;
}

function draw(mail: MailOnCard, text: string, isCut: boolean, language: Language): AdaptiveCard {
  const { subject } = mail;
  const command = commandFor(mail)[language];
  const cut: Text = {
    en: `Shortened to fit. For the whole mail send: ${command}`,
    zh: `已截短。获取完整邮件请发送：${command}`,
  };
  return makeCard(
    [
      line([run(subject, 300, { weight: 'Bolder' })]),
      block(withoutSubject(text, subject)),
      ...(isCut ? [line([run(cut[language], 200, { isSubtle: true })])] : []),
      otherwise(mail, language),
    ],
    subject,
    language,
  );
}

const COMMANDS: Readonly<Record<MailKind, Text>> = {
  report: { en: 'report', zh: '报告' },
  draft: { en: 'draft follow-up', zh: '草拟跟进' },
  collect: { en: 'collect', zh: '收集' },
  archive: { en: 'archive mail', zh: '归档邮件' },
  close: { en: 'closing mail', zh: '结案邮件' },
  reopen: { en: 'reopen mail', zh: '重新打开邮件' },
};
const IN: Readonly<Record<Language, Text>> = {
  en: { en: 'English', zh: '英文' },
  zh: { en: 'Chinese', zh: '中文' },
};
const SHORT: Text = { en: 'short', zh: '简短' };

/** What is to be typed for this very mail. */
function commandFor({ kind, case: number, language: of, length }: MailOnCard): Text {
  const write = (language: Language) => {
    const short = length === 'short' ? [SHORT[language]] : [];
    return [COMMANDS[kind][language], number, ...short, IN[of][language]].join(' ');
  };
  return { en: write('en'), zh: write('zh') };
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
} satisfies Record<string, Record<string, Text>>;

/** The same mail in the other language, and a report in the other length. */
function otherwise({ kind, case: number, language: of, length, from }: MailOnCard, language: Language): ActionSet {
  const say = sayIn(language);
  const mail = { verb: 'case.mail', case: number, mail: kind, ...from } as const;
  const other = length === 'short' ? 'full' : 'short';
  return {
    type: 'ActionSet',
    actions: [
      ...LANGUAGES.filter((tongue) => tongue !== of).map((tongue) =>
        execute(say(BUTTONS.language[tongue]), { ...mail, language: tongue, length }),
      ),
      ...(kind === 'report' ? [execute(say(BUTTONS.length[other]), { ...mail, language: of, length: other })] : []),
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
