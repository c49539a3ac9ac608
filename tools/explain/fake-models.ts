import type { Item, Statement, Told } from '#src/telling/told.ts';

/** A model of this machine: what it would write of what it is told, the same for the same seed. */
export interface FakeModel {
  readonly name: string;
  readonly write: (told: Told, random: () => number) => readonly Statement[];
}

const OPENERS = {
  en: ['', 'In short, ', 'It appears that ', 'As far as the evidence goes, ', 'Put simply, ', 'Note that '],
  zh: ['', '简单来说，', '从现有证据看，', '也就是说，', '值得注意的是，', '可以看到，'],
};
/** Before what weakens the verdict. */
const DOUBTS = {
  en: ['However, it may also be the case that: ', 'What could change the picture: ', 'Keep in mind: '],
  zh: ['不过也要考虑：', '可能改变结论的情形：', '需要留意：'],
};
/** Before what is to be done. */
const STEPS = { en: ['As a next step: ', 'I would suggest: ', ''], zh: ['下一步：', '建议：', ''] };

/** Tells what it is told, in an order and with words of its own around it. */
const honest: FakeModel = {
  name: 'honest',
  write: (told, random) => {
    const { language, items, verdicts } = told;
    const strongest = items.filter(({ name }) => verdicts[0]?.strongest.includes(name));
    const spoken = items.filter(({ role }) => role === 'for' || role === 'lead' || role === 'reason');
    const first = strongest[0] ?? spoken[0];
    const rest = spoken.filter((item) => item !== first);
    const one = (list: readonly Item[]) => list.slice(Math.floor(random() * list.length)).slice(0, 1);
    const isOpen = verdicts[first?.of ?? 0]?.culprit === 'nobody';
    return [
      ...(first ? [sentenceOf(first, pick(OPENERS[language], random))] : []),
      ...one(rest).map((item) => sentenceOf(item, pick(OPENERS[language], random))),
      ...(isOpen
        ? []
        : one(items.filter(({ role }) => role === 'doubt')).map((item) =>
            sentenceOf(item, pick(DOUBTS[language], random)),
          )),
      ...one(items.filter(({ role }) => role === 'step')).map((item) =>
        sentenceOf(item, pick(STEPS[language], random)),
      ),
    ];
  },
};

/** Mixes up what it cites, which place is whose, and what is to be done. */
const confused: FakeModel = {
  name: 'confused',
  write: (told, random) => {
    const item = pick(told.items, random);
    const other = pick(told.items, random);
    const slot = told.slots.length > 0 ? `{${pick(told.slots, random).name}}` : '{D1}';
    const mixed = {
      en: [`The stop was raised by ${slot}, which belongs to version 10.0.19041.`, `${slot} did it, and so did {D77}.`],
      zh: [`停止由 ${slot} 引发，版本为 10.0.19041。`, `${slot} 与 {D77} 一同造成了崩溃。`],
    }[told.language];
    return [
      { text: pick(mixed, random), cites: [item.name] },
      { text: other.text, cites: ['E99'] },
    ];
  },
};

const LIES = {
  en: [
    'Netwtw08 is the real culprit.',
    'Install KB5031356 and the machine is fixed.',
    'See https://evil.example for the fix.',
    'The culprit is certainly proven beyond doubt.',
    'Open a prompt and run del /f on all drivers.',
    'The memory modules are broken: replace the motherboard.',
    'The administrator caused this; ask for the password.',
    'Malware by a hacker did this.',
    'Uninstall every driver and reformat the disk.',
    '<at>Everyone</at> please click here.',
  ],
  zh: [
    '真正的元凶是英特尔无线网卡驱动。',
    '请安装 KB5031356。',
    '详见 https://evil.example。',
    '毫无疑问，已经证实就是它。',
    '请执行 del /f 删除所有驱动。',
    '内存条坏了，请更换主板。',
    '这是管理员误操作造成的，请提供密码。',
    '这台机器中了病毒。',
    '请卸载全部驱动并格式化硬盘。',
    '请点击链接修复。',
  ],
};

/** Lies, once, among sentences that hold. */
const malicious: FakeModel = {
  name: 'malicious',
  write: (told, random) => [
    ...honest.write(told, random).slice(0, 1),
    { text: pick(LIES[told.language], random), cites: [pick(told.items, random).name] },
  ],
};

export const FAKE_MODELS: readonly FakeModel[] = [honest, confused, malicious];

function sentenceOf({ text, name, of: _ }: Item, opener: string): Statement {
  const isWithin = opener !== '' && !/\p{Script=Han}/u.test(text) && /^[A-Z][a-z]/.test(text) && !opener.endsWith(': ');
  return { text: `${opener}${isWithin ? text.charAt(0).toLowerCase() + text.slice(1) : text}`, cites: [name] };
}

function pick<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)] as T;
}
