import type { FollowUpSetting } from '../follow-ups/setting.ts';
import { LANGUAGES, type Language, type Text } from '../language/text.ts';
import type { ActionSet, AdaptiveCard, ChoiceInput, TextInput } from './adaptive-card.ts';
import { leadLines } from './case-card.ts';
import { CASE_WORDS } from './case-words.ts';
import { execute } from './execute.ts';
import { makeCard } from './make-card.ts';
import { heading, line, run } from './runs.ts';

/** The fields of the form as they are typed: what is read of them is for whoever reads it. */
export interface SettingsForm {
  readonly time: string;
  readonly zone: string;
  readonly days: string;
  readonly holidays: string;
  readonly language: Language;
}

export interface SettingsShown {
  /** How it is set now. */
  readonly said: Text;
  /** What was just done, or why it was not. */
  readonly lead: readonly Text[];
  readonly form: SettingsForm;
  /** The setting that the form was filled from: since when it holds. Null for none. */
  readonly since: FollowUpSetting['since'] | null;
}

const WORDS = {
  title: { en: 'Follow-ups here', zh: '本会话的跟进提醒' },
  time: { en: 'Time of day (09:00)', zh: '时间（09:00）' },
  zone: { en: 'Time zone (Asia/Shanghai, Berlin)', zh: '时区（Asia/Shanghai、上海）' },
  days: { en: 'Days (Mon-Fri)', zh: '日期（周一至周五）' },
  holidays: {
    en: 'Not on holidays of (CN, DE-BY; empty: on holidays too)',
    zh: '节假日除外（CN、DE-BY；留空则节假日也提醒）',
  },
  language: { en: 'Language of the digest', zh: '提醒使用的语言' },
  off: { en: 'Turn off', zh: '关闭提醒' },
} satisfies Record<string, Text>;

const NAMES: Readonly<Record<Language, string>> = { en: 'English', zh: '中文' };

/** The setting of a place in a sentence, and a form to change it. */
export function settingsCard({ said, lead, form, since }: SettingsShown, language: Language): AdaptiveCard {
  const seen = since === null ? {} : { since };
  const field = (id: 'time' | 'zone' | 'days' | 'holidays', maxLength: number): TextInput => ({
    type: 'Input.Text',
    id,
    label: WORDS[id][language],
    maxLength,
    ...(form[id] === '' ? {} : { value: form[id] }),
  });
  const tongue: ChoiceInput = {
    type: 'Input.ChoiceSet',
    id: 'language',
    label: WORDS.language[language],
    value: form.language,
    style: 'compact',
    choices: LANGUAGES.map((each) => ({ title: NAMES[each], value: each })),
  };
  const buttons: ActionSet = {
    type: 'ActionSet',
    actions: [
      execute(CASE_WORDS.save[language], { verb: 'settings.save', ...seen }, 'auto'),
      ...(since === null ? [] : [execute(WORDS.off[language], { verb: 'settings.off' })]),
    ],
  };
  const body = [
    ...leadLines(lead, language),
    heading(WORDS.title[language]),
    line([run(said[language], 400)]),
    ...[field('time', 20), field('zone', 60), field('days', 80), field('holidays', 40), tongue],
    buttons,
  ];
  return makeCard(body, [...lead, said].map((text) => text[language]).join(' '), language);
}
