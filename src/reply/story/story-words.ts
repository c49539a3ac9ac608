import type { Hex, ToldCauseFact } from '../../diagnosis/facts.ts';
import type { Confidence } from '../../diagnosis/verdict/verdict.ts';
import { spaced } from '../../language/chinese-spacing.ts';
import { joined, SEMICOLON } from '../../language/joined.ts';
import type { Text } from '../../language/text.ts';
import { crashList } from '../words.ts';

/** The fixed words of a story. The figures are the promises of `Verdict.confidence`. */

export const PROMISE: Readonly<Record<Confidence, Text>> = {
  high: {
    en: 'High confidence: of such verdicts at least 97 in 100 are right.',
    zh: '置信度高：此类结论 100 个中至少 97 个正确。',
  },
  medium: {
    en: 'Medium confidence: of such verdicts at least 80 in 100 are right.',
    zh: '置信度中：此类结论 100 个中至少 80 个正确。',
  },
  low: {
    en: 'Low confidence: the first lead to follow, not a finding; it promises no figure.',
    zh: '置信度低：只是应首先查证的线索，不是定论，也不保证正确率。',
  },
};

export const TOLD: Text = {
  en: 'A person tells of this stop; no debugger printed it.',
  zh: '此次蓝屏来自人的描述，没有调试器输出可以印证。',
};

export const KEPT_RUNNING: Text = {
  en: 'Windows kept running: it only wrote a live dump.',
  zh: 'Windows 没有停止运行，只是写出了实时转储。',
};

export const MADE_TO_LOOK: Text = {
  en: 'The stop was asked for by somebody, to look at a machine that hung.',
  zh: '此次停止是人为触发的，目的是查看挂起的系统。',
};

/** Of a debugger that was attached and broke in. */
export const BROKEN_IN: Text = {
  en: 'The debugger broke into Windows at a breakpoint; the output shows neither a stop code nor a failure. If the machine did crash, paste what the debugger prints then.',
  zh: '调试器在断点处中断了 Windows；内容中既没有停止代码，也没有故障。如果计算机确实发生过崩溃，请粘贴那时调试器输出的内容。',
};

export const NO_STOP_SHOWN: Text = {
  en: 'The output shows no stop code, so it does not say what stopped Windows.',
  zh: '输出中没有停止代码，看不出 Windows 因何停止。',
};

/** A kernel debugger that takes an exception which nobody handled stops before Windows does. */
export function secondChance(code: string): Text {
  return {
    en: `The debugger stopped Windows at exception ${code}, which nothing had handled; no stop code had been raised yet.`,
    zh: `调试器在无人处理的异常 ${code} 处中断了 Windows；此时尚未产生停止代码。`,
  };
}

/** Where the header is missing: code and arguments are those of the call. */
export function onStackOnly(code: Hex): Text {
  return {
    en: `The stop code stands in the stack only: the call that stopped Windows was given ${code}.`,
    zh: `停止代码只出现在堆栈中：使 Windows 停止的调用得到的是 ${code}。`,
  };
}

/** Why the code of the call is not taken for the stop's: some stops are raised with the code of a more general one. */
export const MAY_BE_FINER: Text = {
  en: 'Windows may have made a finer code of it before it was printed.',
  zh: 'Windows 在显示之前可能已将其细化为另一个代码。',
};

export const NOBODY_FAILED: Text = {
  en: 'Who ran at that moment did not fail; what the machine was waiting for may show in its other threads.',
  zh: '当时正在运行的代码并没有出错；系统在等待什么，可从其他线程中查看。',
};

export const NO_DRIVER_OF_A_PROGRAM: Text = {
  en: 'The fault lies in the program or in what it loads, not in a driver.',
  zh: '问题出在该程序或其加载的组件中，与驱动无关。',
};

/** A debugger breaks into a program that runs or waits, too. */
export function programShown(program: string | null): Text {
  return {
    en: `${program ?? 'A program'} is in the debugger; the output shows no exception, so it does not say what ended the program, if anything did.`,
    zh: `调试器中是${program === null ? '应用程序' : ` ${program}`}；内容中没有异常，看不出程序是否停止、因何停止。`,
  };
}

/** Somebody names a program, a stick of memory: what is no driver file is not named in a reply, its line is quoted. */
type HowTold = ToldCauseFact['how'];

export const TOLD_CAUSE: Readonly<Record<HowTold, Text>> = {
  removed: {
    en: 'A person tells that it ended once something was removed, replaced, updated or turned off, and names no driver file: find out which driver belongs to that.',
    zh: '有人描述说，移除、更换、更新或停用某样东西后问题就消失了，但没有给出驱动文件名：请查明它对应哪个驱动。',
  },
  blamed: {
    en: 'A person says what it was, and names no driver file: find out which driver belongs to that.',
    zh: '有人说出了原因，但没有给出驱动文件名：请查明它对应哪个驱动。',
  },
  suspected: {
    en: 'A person suspects something without being sure, and names no driver file: find out which driver belongs to that.',
    zh: '有人怀疑某样东西，但并不确定，也没有给出驱动文件名：请查明它对应哪个驱动。',
  },
};

/** Below a driver that is named. */
export const TOLD_CAUSE_BESIDE: Readonly<Record<HowTold, Text>> = {
  removed: {
    en: 'A person tells that it ended once something was removed, replaced, updated or turned off: find out whether this driver belongs to that.',
    zh: '有人描述说，移除、更换、更新或停用某样东西后问题就消失了：请查明这个驱动是否属于它。',
  },
  blamed: {
    en: 'A person says what it was: find out whether this driver belongs to that.',
    zh: '有人说出了原因：请查明这个驱动是否属于它。',
  },
  suspected: {
    en: 'A person suspects something without being sure: find out whether this driver belongs to that.',
    zh: '有人怀疑某样东西，但并不确定：请查明这个驱动是否属于它。',
  },
};

export const NO_LEAD: Text = {
  en: 'Nothing in the paste speaks for one driver.',
  zh: '粘贴内容中没有指向某个驱动的证据。',
};

export function onlyLead(name: Text, evidence: Text): Text {
  return {
    en: `The best lead, ${name.en}, is too weak to accuse: ${evidence.en}`,
    zh: `最强的线索是${spaced(name.zh).trimEnd()}，但仍不足以指认：${evidence.zh}`,
  };
}

export function usualCauses({ en, zh }: Text): Text {
  return { en: `Usual causes: ${en}`, zh: `常见原因：${zh}` };
}

export function wrongIf({ en, zh }: Text): Text {
  return { en: `What could make it wrong: ${en}`, zh: `可能推翻此结论的情形：${zh}` };
}

export function alsoPossible({ en, zh }: Text): Text {
  return { en: `Next in question: ${en}.`, zh: `其次可能的是：${zh}。` };
}

/**
 * What an open question leaves, likeliest first. That two remain is said only where nothing else does; else the two that are
 * looked at first, and who else is not ruled out.
 */
export function remain(names: readonly Text[]): Text {
  const [first, second, ...others] = names;
  if (!first || !second) {
    return { en: `What remains: ${first?.en ?? ''}.`, zh: `仍有可能的原因：${first?.zh ?? ''}。` };
  }
  const pair = { en: `${first.en}, or ${second.en}`, zh: `${first.zh}，或者${spaced(second.zh)}`.trimEnd() };
  if (others.length === 0) {
    return { en: `Two explanations remain: ${pair.en}.`, zh: `还剩两种可能：${pair.zh}。` };
  }
  const { en, zh } = joined(others, SEMICOLON);
  return {
    en: `The likeliest two explanations: ${pair.en}. Not ruled out either: ${en}.`,
    zh: `最可能的两种解释：${pair.zh}。同样不能排除：${zh}。`,
  };
}

/** `isOpen`: two explanations are named, and the command is to tell them apart. */
export function decides(command: string, isOpen: boolean): Text {
  return isOpen
    ? { en: `To tell them apart, run first: ${command}`, zh: `要区分二者，请先运行：${command}` }
    : { en: `Run next: ${command}`, zh: `接下来运行：${command}` };
}

/** What is known of it: who stopped, in which module, by which exception. */
export function programStopped(program: string | null, module: string | null, exception: Text | null): Text {
  const by =
    exception === null ? { en: '', zh: '' } : { en: ` by exception ${exception.en}`, zh: `，异常 ${exception.zh}` };
  const at = module === null ? { en: '', zh: '' } : { en: ` in ${module}`, zh: `，出错模块 ${module}` };
  return {
    en: `${program ?? 'A program'} was stopped${by.en}${at.en}.`,
    zh: `${program === null ? '应用程序' : `${program} `}停止运行${by.zh}${at.zh}。`,
  };
}

/** What a dump of a group tells that accuses nobody by itself. */
export const LINKED_ONLY: Text = {
  en: 'Names nobody by itself; it is linked to the others.',
  zh: '单独看不能指明原因，但与其他转储相关联。',
};

/** Where the reason that links two dumps was told with the first of them. */
export function sameAs(id: string): Text {
  return {
    en: `Names nobody by itself; linked by what stands with ${id}.`,
    zh: `单独看不能指明原因；关联依据与 ${id} 相同。`,
  };
}

/** What links the dumps of a group: each tie with the dumps that it holds for, where it does not hold for all. */
export function whatLinks(
  ties: readonly { readonly tie: Text; readonly crashes: readonly string[] }[],
  all: number,
): Text {
  const parts = ties.map(({ tie, crashes }): Text => {
    if (crashes.length === all) {
      return tie;
    }
    const list = crashList(crashes);
    return { en: `${tie.en} (${list.en})`, zh: `${tie.zh}（${list.zh}）` };
  });
  const { en, zh } = joined(parts, SEMICOLON);
  return { en: `Links: ${en}.`, zh: `关联依据：${zh}。` };
}

/** What ties a dump that names nobody to others. */
export function linkedWith(others: readonly string[], said: Text): Text {
  const list = crashList(others);
  return { en: `Linked with ${list.en}. ${said.en}`, zh: `与 ${list.zh} 相关联：${said.zh}` };
}
