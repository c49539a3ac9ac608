import { joined, SEMICOLON } from '../language/joined.ts';
import type { Language, Text } from '../language/text.ts';
import { countDumps } from '../reply/count-dumps.ts';
import { capital, type DumpNames } from '../reply/dump-names.ts';
import type { Findings } from '../reply/findings.ts';
import type { CrashReply, GroupReply } from '../reply/reply.ts';
import {
  APPLICATION_STOPPED,
  CONFIDENCE,
  MADE_ON_PURPOSE,
  PROGRAM_SHOWN,
  RUNNING_SESSION,
  verdictSentence,
} from '../reply/words.ts';
import { MAIL_WORDS } from './mail-words.ts';

/** Of more crashes that have nothing in common, the analysis below tells. */
const MOST_TOLD = 3;

/** The first sentence of a report: who, and how surely. */
export function causeSentence({ reply: { groups, crashes, language }, names }: Findings): string {
  const [first, ...others] = crashes;
  if (!first) {
    return NOTHING_ANALYSED[language];
  }
  const [group] = groups;
  if (group) {
    return ofGroup(group, groups, crashes)[language];
  }
  if (others.length === 0) {
    return ofOne(first, language);
  }
  return ofSeveral(crashes, names)[language];
}

const NOTHING_ANALYSED: Text = {
  en: 'No crash dump has been analysed for this case yet.',
  zh: '本案例尚未分析任何崩溃转储。',
};
const NOT_KNOWN: Text = {
  en: 'What we have so far does not show the cause of the crash yet.',
  zh: '现有信息尚不足以判断本次崩溃的原因。',
};

function ofGroup(group: GroupReply, groups: readonly GroupReply[], crashes: readonly CrashReply[]): Text {
  const { crashes: ids, culprit, confidence, likely } = group;
  const count = (those: readonly string[]) => countDumps(those, groups);
  const all = count(crashes.map(({ id }) => id));
  if (culprit === 'unknown') {
    if (all === 1) {
      return NOT_KNOWN;
    }
    const which = countOf(count(ids), all);
    return {
      en: `${which.en} very likely have one cause, which is not known yet.`,
      zh: `${which.zh}很可能出自同一原因，但尚未查明。`,
    };
  }
  const who = pointsTo(culprit, confidence);
  if (all === 1) {
    return crashPointsTo(who);
  }
  const certain = count(ids.filter((id) => !likely.includes(id)));
  const which = countOf(certain, all);
  const rest = likelyToo(count(likely), count(ids) === all);
  return certain > 1
    ? {
        en: `${which.en} have one cause; they point to ${who.en}${rest.en}.`,
        zh: `${which.zh}出自同一原因，${who.zh}${rest.zh}。`,
      }
    : { en: `${which.en} points to ${who.en}${rest.en}.`, zh: `${which.zh}：${who.zh}${rest.zh}。` };
}

function countOf(count: number, all: number): Text {
  if (count < all) {
    return {
      en: `${count === 1 ? 'One' : count} of the ${all} crashes`,
      zh: `${all} 次崩溃中有 ${count} 次`,
    };
  }
  return all === 2 ? { en: 'Both crashes', zh: '两次崩溃' } : { en: `All ${all} crashes`, zh: `${all} 次崩溃` };
}

/** `areOthers`: they are all that is left of the dumps. */
function likelyToo(count: number, areOthers: boolean): Text {
  if (count === 0) {
    return { en: '', zh: '' };
  }
  const which =
    count === 1
      ? { en: areOthers ? 'the other one' : 'another one', zh: areOthers ? '另一次' : '另有一次' }
      : {
          en: areOthers ? `the other ${count}` : `${count} more`,
          zh: areOthers ? `其余 ${count} 次` : `另有 ${count} 次`,
        };
  return {
    en: `; ${which.en} probably ${count === 1 ? 'has' : 'have'} the same cause`,
    zh: `；${which.zh}很可能也是同一原因`,
  };
}

function ofOne({ verdict, story }: CrashReply, language: Language): string {
  const { culprit, confidence, sentence } = verdict;
  if (isProgram(verdict, language)) {
    // Which program, by what, and that no driver has to do with it.
    const told = story.filter(({ part }) => part === 'what' || part === 'why').map(({ text }) => text);
    return told.join({ en: ' ', zh: '' }[language]);
  }
  if (culprit !== 'unknown') {
    const who = pointsTo(culprit, confidence);
    return crashPointsTo(who)[language];
  }
  return isPlainlyUnknown(verdict, language) ? NOT_KNOWN[language] : unnamed(sentence, language);
}

function crashPointsTo(who: Text): Text {
  return { en: `The crash points to ${who.en}.`, zh: `根据对崩溃转储的分析，${who.zh}。` };
}

/** Where nobody is named, what a customer reads of it: of accusing nobody they need not be told. */
export function unnamed(sentence: string, language: Language): string {
  const said = [
    [APPLICATION_STOPPED, MAIL_WORDS.programOnly],
    [PROGRAM_SHOWN, MAIL_WORDS.programShown],
    [MADE_ON_PURPOSE, MAIL_WORDS.onPurpose],
    [RUNNING_SESSION, MAIL_WORDS.running],
  ].find(([ours]) => ours?.[language] === sentence)?.[1];
  return said?.[language] ?? sentence;
}

/** A program stopped, and Windows went on running. */
export function isProgram({ sentence }: CrashReply['verdict'], language: Language): boolean {
  return sentence === APPLICATION_STOPPED[language];
}

/** Nobody is named, and there is nothing else to say of it. */
export function isPlainlyUnknown(
  { culprit, confidence, sentence }: CrashReply['verdict'],
  language: Language,
): boolean {
  return culprit === 'unknown' && sentence === verdictSentence(culprit, confidence)[language];
}

function ofSeveral(crashes: readonly CrashReply[], names: DumpNames): Text {
  const told = crashes.slice(0, MOST_TOLD).map(({ id, verdict: { culprit, confidence } }) => {
    const name = names.get(id) ?? { en: id, zh: id };
    if (culprit === 'unknown') {
      return { en: `${name.en} does not show a cause yet`, zh: `${name.zh}尚不能判断原因` };
    }
    const who = pointsTo(culprit, confidence);
    return { en: `${name.en} points to ${who.en}`, zh: `${name.zh}：${who.zh}` };
  });
  const { en, zh } = joined(told, SEMICOLON);
  const more = crashes.length - told.length;
  return {
    en: `${capital(en)}${more > 0 ? `; ${more} more are told of below` : ''}.`,
    zh: `${zh}${more > 0 ? `；其余 ${more} 个见下文` : ''}。`,
  };
}

/** Behind "points to", and for Chinese a half-sentence of its own. */
export function pointsTo(culprit: string, confidence: CrashReply['verdict']['confidence']): Text {
  const sure = CONFIDENCE[confidence];
  if (culprit === 'hardware') {
    return {
      en: `the hardware of the machine, not to a driver (${sure.en})`,
      zh: `原因指向硬件，而不是驱动（${sure.zh}）`,
    };
  }
  if (culprit === 'os') {
    return {
      en: `Windows itself, not to a driver of another maker (${sure.en})`,
      zh: `原因指向 Windows 自身，而不是第三方驱动（${sure.zh}）`,
    };
  }
  return { en: `the driver ${culprit} (${sure.en})`, zh: `可疑驱动为 ${culprit}（${sure.zh}）` };
}
