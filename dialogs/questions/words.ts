import { basisInChinese, productInChinese } from '#src/diagnosis/knowledge/drivers-in-chinese.ts';
import type { Confidence } from '#src/diagnosis/verdict/verdict.ts';
import { spaced } from '#src/language/chinese-spacing.ts';
import type { Text } from '#src/language/text.ts';
import { suspectLabel } from '#src/reply/words.ts';

/** What is said in answer to questions, in both languages. */

export const HEADINGS = {
  pointsTo: { en: 'What it rests on', zh: '依据' },
  leads: { en: 'Leads, too weak to accuse', zh: '线索（尚不足以指认）' },
  shared: { en: 'Why several crashes have one cause', zh: '多次崩溃为何是同一原因' },
  counts: { en: 'Why that counts', zh: '为何说明问题' },
  wrongIf: { en: 'It would be wrong if', zh: '以下情况会判断错误' },
  against: { en: 'What does not fit', zh: '不相符的地方' },
  left: { en: 'Still possible', zh: '仍有可能' },
  out: { en: 'As good as ruled out', zh: '基本可以排除' },
  speaksFor: { en: 'What speaks for it', zh: '支持的证据' },
  speaksAgainst: { en: 'What speaks against it', zh: '反对的证据' },
  rather: { en: 'Who is suspected instead', zh: '更可疑的是' },
  inPaste: { en: 'Where it stands in the paste', zh: '在粘贴内容中的位置' },
  run: { en: 'Run next in the debugger', zh: '接下来在调试器中运行' },
  here: { en: 'In this crash', zh: '在此次崩溃中' },
  others: { en: 'After that', zh: '其后' },
  record: { en: 'What the paste says of the file', zh: '粘贴内容中的文件信息' },
  says: { en: 'What !analyze prints', zh: '!analyze 的输出' },
} satisfies Record<string, Text>;

const PROMISE: Readonly<Record<Confidence, Text>> = {
  high: {
    en: 'High confidence: of the verdicts called so at least 97 % are right.',
    zh: '置信度高：这样标注的结论中，至少 97% 是正确的。',
  },
  medium: {
    en: 'Medium confidence: of the verdicts called so at least 80 % are right.',
    zh: '置信度中：这样标注的结论中，至少 80% 是正确的。',
  },
  low: {
    en: 'Low confidence: a lead worth following, not a proof.',
    zh: '置信度低：值得追查的线索，并不是证明。',
  },
};

export function promise(confidence: Confidence): Text {
  return PROMISE[confidence];
}

export const NOBODY_NAMED: Text = {
  en: 'Nobody is accused, so there is nothing to be sure of yet. These commands decide:',
  zh: '目前没有指认任何驱动，还谈不上把握。以下命令可以帮助判断：',
};

export function neverSeen(name: string): Text {
  return {
    en: `${name} stands nowhere in what was pasted: nothing there speaks for it or against it.`,
    zh: `粘贴的内容中没有出现${spaced(name).trimEnd()}，因此既没有支持也没有反对它的证据。`,
  };
}

export function onlySeen(name: string): Text {
  return {
    en: `${name} is there, but nothing points to it: being present accuses nobody.`,
    zh: `${name} 出现在内容中，但没有任何证据指向它：仅仅出现并不能说明问题。`,
  };
}

export function nothingSays(party: string): Text {
  return {
    en: `Nothing in what was pasted points to ${party}, and nothing rules it out.`,
    zh: `粘贴的内容中没有指向${spaced(party)}的证据，也没有将其排除的证据。`,
  };
}

export function isSuspected(culprit: string): Text {
  const name = suspectLabel(culprit);
  return { en: `${name.en} is the suspect.`, zh: `${name.zh} 正是可疑对象。` };
}

export const NO_OF_KIND: Text = {
  en: 'No driver of that kind stands in what was pasted, as far as our table knows them.',
  zh: '就驱动表所知，粘贴的内容中没有这一类驱动。',
};

export const NO_BLAME: Text = {
  en: 'What was pasted shows no name that !analyze blames (IMAGE_NAME, MODULE_NAME).',
  zh: '粘贴的内容中没有 !analyze 归咎的名称（IMAGE_NAME、MODULE_NAME）。',
};

export function blamesSame(image: string): Text {
  return {
    en: `!analyze names ${image}, and so does the verdict.`,
    zh: `!analyze 指出的是 ${image}，与结论一致。`,
  };
}

export function blamesOther(image: string): Text {
  return { en: `!analyze names ${image}.`, zh: `!analyze 指出的是 ${image}。` };
}

export const WHY_ANALYZE: Text = {
  en: '!analyze names a module by where it stopped; who damaged what stopped there it does not look for.',
  zh: '!analyze 按停止的位置给出模块名，并不追查是谁造成了损坏。',
};

export function noArgument(index: number): Text {
  return {
    en: `What was pasted shows no Arg${index} of this stop code.`,
    zh: `粘贴的内容中没有此停止代码的 Arg${index}。`,
  };
}

export function notKnown(said: string): Text {
  return { en: `No table of mine explains ${said}.`, zh: `我的资料中没有${spaced(said)}的说明。` };
}

export const ADDRESS_LIKE: Text = {
  en: 'As an address it is explained by these commands:',
  zh: '如果是地址，可用以下命令查看：',
};

export function unknownDriver(image: string): Text {
  return {
    en: `No public list that I have knows ${image}. Its maker stands in its version record, if it has one:`,
    zh: `我所用的公开列表中没有 ${image}。其厂商可查看它的版本信息（如果有）：`,
  };
}

export function knownDriver(image: string, product: string | null, vendor: string | null, kind: Text): Text {
  const told = product === null ? null : productInChinese(product).replaceAll(', ', '、');
  const en = [product, vendor].filter((part) => part !== null);
  const zh = [told?.startsWith(vendor ?? ' ') ? null : vendor, told].filter((part) => part !== null);
  return {
    en: `${image}: ${kind.en}${en.length > 0 ? ` – ${en.join(', ')}` : ''}.`,
    zh: `${image}：${kind.zh}${zh.length > 0 ? `——${zh.join(' ')}` : ''}。`,
  };
}

export function listedBy(basis: string): Text {
  return { en: `Known from: ${basis}`, zh: `来源：${basisInChinese(basis)}` };
}

export const NO_STEPS: Text = {
  en: 'There is nothing to change on the machine yet: first the dump has to say more. Run these and send what they print:',
  zh: '目前还不需要改动机器：先要从转储中得到更多信息。请运行以下命令并发来输出：',
};

export const ENOUGH: Text = {
  en: 'The verdict needs nothing more. For the vendor keep the dump itself and what was pasted.',
  zh: '得出结论已不需要更多信息。请保留转储文件和粘贴的输出，以便提供给厂商。',
};

export const SEND_THESE: Text = {
  en: 'Run these on the same dump and send what they print:',
  zh: '请在同一转储上运行以下命令，并发来输出：',
};

export const NOTHING_TO_UNDO: Text = {
  en: 'None of the steps given here changes anything that would have to be undone.',
  zh: '这里给出的步骤都不会留下需要撤销的更改。',
};

export const UNDO_VERIFIER: Text = {
  en: 'To turn Driver Verifier off:',
  zh: '关闭驱动验证程序：',
};

export const WILL_NOT_BOOT: Text = {
  en: 'If Windows still starts in safe mode, run the first command there and restart. If not, use the others in the recovery environment (WinRE, Command Prompt), after checking the letter of the Windows drive and, in HKLM\\Offline\\Select, the number of the current control set.',
  zh: '如果还能进入安全模式，在其中运行第一条命令并重启。如果不能，请在恢复环境（WinRE 的命令提示符）中使用其余命令；先核对 Windows 所在的盘符，并在 HKLM\\Offline\\Select 中核对当前控制集的编号。',
};

export const NOT_VERIFIER: Text = {
  en: 'These commands turn Driver Verifier off. If something else was changed before the machine stopped starting, say what it was.',
  zh: '以上命令用于关闭驱动验证程序。如果机器无法启动之前还改过别的内容，请说明是什么。',
};

export const TELL_CUSTOMER: Text = { en: 'To copy:', zh: '可直接复制：' };

export const WHOLE_MAIL: Text = {
  en: 'With a case (case new <title>) the whole mail is written: report 1.',
  zh: '创建案例后（新建案例 <标题>）可生成完整邮件：报告 1。',
};

export const NO_DUMPS_IN_CASE: Text = {
  en: 'This case shows no dump to answer from. Paste one with its number.',
  zh: '该案例中没有可供回答的转储。请连同案例编号粘贴转储输出。',
};

/** What can be asked, as the buttons say it. */
export const CAN_ASK: Text = {
  en: 'I did not understand that question. About the last diagnosis you can ask, for example:',
  zh: '没有理解这个问题。关于上一次的分析，可以这样问：',
};

export const ASK_MORE: Text = {
  en: 'Also: why not <driver>? · what does Arg2 mean? · what is <driver>? · how do I undo it? · is it the same as case 2? · in Chinese',
  zh: '还可以问：为什么不是<驱动>？· Arg2 是什么意思？· <驱动>是什么？· 怎么恢复？· 和案例 2 一样吗？· 用英文',
};

/** Said in the language that was asked for. */
export const FROM_NOW_ON: Text = {
  en: 'From now on I answer you in English.',
  zh: '以后用中文回复您。',
};
