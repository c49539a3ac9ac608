import { spaced } from '#src/language/chinese-spacing.ts';
import type { Text } from '#src/language/text.ts';
import type { Asked, Intent, Subject } from '../asked.ts';

/** How a question was understood, as one would ask it oneself: whoever meant another one sees it at once. */
export function understoodAs({ intent, subject }: Asked): Text {
  const name = subject === null ? null : nameOf(subject);
  const asked = name === null ? QUESTIONS[intent] : (ABOUT[intent]?.(name) ?? QUESTIONS[intent]);
  return {
    en: `Understood after all, with the help of AI, as: ${asked.en}`,
    zh: `借助 AI，将刚才的问题理解为：${asked.zh}`,
  };
}

const QUESTIONS: Readonly<Record<Intent, Text>> = {
  why: { en: 'Why?', zh: '为什么？' },
  line: { en: 'Which lines say so?', zh: '是哪几行？' },
  sure: { en: 'How sure is that?', zh: '有多大把握？' },
  not: { en: 'Why not somebody else?', zh: '为什么不是别的？' },
  analyze: { en: 'Why does !analyze say something else?', zh: '为什么 !analyze 的说法不同？' },
  meaning: { en: 'What does it mean?', zh: '是什么意思？' },
  driver: { en: 'What is that driver?', zh: '是什么驱动？' },
  first: { en: 'What first?', zh: '先做什么？' },
  need: { en: 'What else do you need?', zh: '还需要什么？' },
  customer: { en: 'What do I tell the customer?', zh: '怎么回复客户？' },
  undo: { en: 'How do I undo it?', zh: '怎么恢复？' },
  same: { en: 'Is it the same as another one?', zh: '和别的是同一个问题吗？' },
  language: { en: 'In another language', zh: '换一种语言' },
};

const ABOUT: Readonly<Partial<Record<Intent, (name: Text) => Text>>> = {
  why: (name) => ({ en: `Why ${name.en}?`, zh: `为什么是${spaced(name.zh).trimEnd()}？` }),
  line: (name) => ({ en: `Where is ${name.en}?`, zh: `${name.zh} 在哪一行？` }),
  not: (name) => ({ en: `Why not ${name.en}?`, zh: `为什么不是${spaced(name.zh).trimEnd()}？` }),
  meaning: (name) => ({ en: `What does ${name.en} mean?`, zh: `${name.zh} 是什么意思？` }),
  driver: (name) => ({ en: `What is ${name.en}?`, zh: `${name.zh} 是什么驱动？` }),
};

const PARTIES: Readonly<Record<string, Text>> = {
  hardware: { en: 'the hardware', zh: '硬件' },
  os: { en: 'Windows itself', zh: 'Windows 自身' },
  'network-adapter': { en: 'a driver of a network adapter', zh: '网卡驱动' },
  display: { en: 'a display driver', zh: '显卡驱动' },
  'anti-virus': { en: 'an antivirus filter', zh: '防病毒软件' },
  vpn: { en: 'a VPN driver', zh: 'VPN 驱动' },
  storage: { en: 'a storage driver', zh: '存储驱动' },
  audio: { en: 'a sound driver', zh: '声卡驱动' },
  usb: { en: 'a USB driver', zh: 'USB 驱动' },
};

function nameOf(subject: Subject): Text {
  switch (subject.kind) {
    case 'argument':
      return same(`Arg${subject.index}`);
    case 'code':
    case 'command':
      return same(subject.text);
    case 'term':
      return same(subject.name);
    case 'tag':
      return same(subject.tag);
    case 'driver':
      return same(subject.image);
    case 'party':
      return PARTIES[subject.party] ?? same(subject.party);
  }
}

function same(name: string): Text {
  return { en: name, zh: name };
}
