import { COLON } from '../language/joined.ts';
import { type Say, sayIn } from '../language/say.ts';
import type { DumpNames } from '../reply/dump-names.ts';
import type { Findings } from '../reply/findings.ts';
import { forCustomers } from '../reply/for-customers.ts';
import type { CrashReply, EvidenceReply, Reply } from '../reply/reply.ts';
import { culpritName } from '../reply/words.ts';
import { type Block, code, heading, paragraph } from './mail.ts';
import { MAIL_WORDS } from './mail-words.ts';

const MOST_EVIDENCE = 6;
const MOST_QUOTES = 4;
const MOST_OTHERS = 8;

/** Why it is said, dump by dump, with the lines that say so; then why not the others, who are each told of once. */
export function evidenceBlocks({ reply, names }: Findings): Block[] {
  const say = sayIn(reply.language);
  return [...reply.crashes.flatMap((crash) => ofCrash(crash, reply, names, say)), ...others(reply, say)];
}

/** The strongest findings, for a report that quotes nothing. */
export function strongest({ crashes, groups }: Reply, most: number): string[] {
  const culprit = groups[0]?.culprit ?? crashes[0]?.verdict.culprit ?? 'unknown';
  const found = crashes.flatMap(({ evidence }) => evidence.filter((item) => item.for && item.suspect === culprit));
  return [...new Set(found.map(({ text }) => forCustomers(text)))].slice(0, most);
}

function ofCrash(crash: CrashReply, { crashes, groups }: Reply, names: DumpNames, say: Say): Block[] {
  const { id, verdict, evidence } = crash;
  const isLinked = groups.some((group) => group.culprit !== 'unknown' && group.crashes.includes(id));
  const speaksFor = evidence.filter((item) => item.for);
  const against = evidence.filter((item) => !item.for && item.suspect === verdict.culprit);
  const about = crashes.length === 1 ? '' : `${say(COLON)}${say(names.get(id) ?? { en: id, zh: id })}`;
  if (verdict.culprit === 'unknown') {
    // What leads nowhere alone says nothing beside an accusation that holds for this dump too.
    return isLinked ? [] : told(`${say(MAIL_WORDS.leads)}${about}`, speaksFor, '', say);
  }
  return [
    ...told(`${say(MAIL_WORDS.evidence)}${about}`, speaksFor, verdict.culprit, say),
    ...told(`${say(MAIL_WORDS.against)}${about}`, against, verdict.culprit, say),
  ];
}

function told(title: string, evidence: readonly EvidenceReply[], culprit: string, say: Say): Block[] {
  if (evidence.length === 0) {
    return [];
  }
  return [heading(title), ...evidence.slice(0, MOST_EVIDENCE).flatMap((item) => oneFinding(item, culprit, say))];
}

function oneFinding({ suspect, text, quotes }: EvidenceReply, culprit: string, say: Say): Block[] {
  const said = forCustomers(text);
  return [
    paragraph(suspect === culprit ? said : `${nameOf(suspect, say)}${say(COLON)}${said}`),
    ...code(quotes.slice(0, MOST_QUOTES).map((quote) => quote.text)),
  ];
}

/** What speaks against everybody else, and where the debugger blames another. A reason that holds for several dumps is said once. */
function others({ crashes, groups }: Reply, say: Say): Block[] {
  const culprits = new Set([...groups, ...crashes.map(({ verdict }) => verdict)].map(({ culprit }) => culprit));
  const said = new Set(crashes.flatMap(({ evidence }) => evidence.filter((item) => item.for).map(({ text }) => text)));
  const blames = crashes.flatMap(({ verdict }) => verdict.againstAnalyze ?? []);
  const distinct = new Map<string, EvidenceReply>();
  for (const item of crashes.flatMap(({ evidence }) => evidence)) {
    const key = `${item.suspect} ${item.rule}`;
    if (!item.for && !culprits.has(item.suspect) && !said.has(item.text) && !distinct.has(key)) {
      distinct.set(key, item);
    }
  }
  const items = [...distinct.values()].slice(0, MOST_OTHERS);
  if (items.length === 0 && blames.length === 0) {
    return [];
  }
  return [
    heading(say(MAIL_WORDS.others)),
    ...[...new Set(blames)].map((sentence) => paragraph(forCustomers(sentence))),
    ...items.flatMap((item) => oneFinding(item, '', say)),
  ];
}

/** At the beginning of a sentence. */
function nameOf(suspect: string, say: Say): string {
  return say(culpritName(suspect)).replace(/^the /, 'The ');
}
