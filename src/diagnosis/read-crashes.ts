import type { Crash, Paste } from './crash.ts';
import type { Warning } from './diagnosis.ts';
import { type Facts, NO_FACTS } from './facts.ts';
import { withoutAddress } from './intake/address-lines.ts';
import type { Line } from './intake/line.ts';
import { readLines } from './intake/read-lines.ts';
import { joinFacts, PARSERS } from './parsers/index.ts';
import type { Parser } from './parsers/parser.ts';
import { crashesOf } from './reading/crashes-of.ts';
import type { Mention } from './reading/mention.ts';
import { readMentions } from './reading/mention.ts';
import { openedDump } from './reading/opened-dump.ts';
import { powerLoss } from './reading/power-loss.ts';
import { programFault } from './reading/program-fault.ts';
import { repeatWarnings } from './reading/repeat-warnings.ts';
import { splitStretches } from './reading/stretches.ts';
import { textOfNobody } from './reading/told/article-stop.ts';
import { lazySentences, type Sentence } from './reading/told/sentences.ts';
import { NO_NAMES, type StopNames } from './reading/told/stop-names.ts';
import { stopWithoutCode } from './reading/told/stop-without-code.ts';
import { unreadWarning } from './reading/unread-warning.ts';
import { warningsOf } from './reading/warnings.ts';

/** Mentions are compared with each other, so their number bounds the work; a real case has ten. */
const MOST_MENTIONS = 120;
const TOO_MANY = {
  en: `More than ${MOST_MENTIONS} dumps were pasted; only the first ${MOST_MENTIONS} were read.`,
  zh: `粘贴内容超过 ${MOST_MENTIONS} 个转储，只读取了前 ${MOST_MENTIONS} 个。`,
};

/**
 * Reads every crash out of the pastes of one case: lines, stretches, facts; then mentions of one dump are joined.
 * Text that neither shows nor tells a stop yields none. Never throws.
 * @param names the names of stops, by which a sentence is understood; without them only codes are
 */
export function readCrashes(
  pastes: readonly Paste[],
  parsers: readonly Parser[] = PARSERS,
  names: StopNames = NO_NAMES,
): { crashes: Crash[]; warnings: Warning[] } {
  const mentions: Mention[] = [];
  const warnings: Warning[] = [];
  for (const paste of pastes) {
    const { lines, warnings: remarks } = readLines(withoutAddress(paste.text));
    warnings.push(...remarks.map((text) => ({ text, crash: null, line: null })));
    let above = NO_FACTS;
    let words: readonly Line[] = [];
    const before = mentions.length;
    const sentences = lazySentences(lines, names);
    const isArticle = textOfNobody(sentences, names);
    // Who shows a dump at length shows the screens beside it of a machine, too.
    const isTextOfNobody = () => mentions.slice(before).every(({ facts }) => facts.stacks.length === 0) && isArticle();
    for (const [at, stretch] of splitStretches(lines, names).entries()) {
      if (mentions.length >= MOST_MENTIONS) {
        break;
      }
      const follows = at === 0 && paste.follows === true;
      const about = { source: paste.source, follows, above, words, isTextOfNobody };
      const read = readMentions(stretch, about, names, parsers);
      mentions.push(...read.mentions.slice(0, MOST_MENTIONS - mentions.length));
      above = read.said;
      words = read.mentions.length === 0 ? stretch.lines : [];
      for (const failure of read.failures) {
        warnings.push(unreadWarning(failure));
      }
    }
    const [only, ...others] = mentions.slice(before);
    if (
      only?.bugcheck?.told === true &&
      others.length === 0 &&
      above.toldDrivers.length + above.toldCauses.length > 0
    ) {
      mentions[before] = withLeads(only, above);
    }
    const instead = mentions.length === before ? insteadOfCrash(lines, sentences, names, isArticle) : null;
    if (instead !== null) {
      warnings.push({ ...instead, crash: null, instead: true });
    }
  }
  if (mentions.length >= MOST_MENTIONS) {
    warnings.push({ text: TOO_MANY, crash: null, line: null });
  }
  const crashes = crashesOf(mentions);
  for (const crash of crashes) {
    warnings.push(...repeatWarnings(crash), ...warningsOf(crash));
  }
  return { crashes, warnings };
}

/** What to say of a paste that shows no crash, but something of one. */
function insteadOfCrash(
  lines: readonly Line[],
  sentences: () => readonly Sentence[],
  names: StopNames,
  isArticle: () => boolean,
) {
  const opened = openedDump(lines);
  const isOpened = opened !== null && !isArticle();
  return powerLoss(lines) ?? (isOpened ? opened : (stopWithoutCode(sentences(), names) ?? programFault(lines)));
}

/** "Crash 1: in acmenet.sys" below the only stop that is told: headings that own no output of theirs lead to that stop. */
function withLeads(mention: Mention, { toldDrivers, toldCauses }: Facts): Mention {
  return { ...mention, facts: joinFacts([mention.facts, { ...NO_FACTS, toldDrivers, toldCauses }]) };
}
