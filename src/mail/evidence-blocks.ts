import { COLON } from '../language/joined.ts';
import { type Say, sayIn } from '../language/say.ts';
import type { DumpNames } from '../reply/dump-names.ts';
import type { Findings } from '../reply/findings.ts';
import { forCustomers } from '../reply/for-customers.ts';
import { quoteOnce } from '../reply/quote-once.ts';
import type { CrashReply, EvidenceReply, Reply } from '../reply/reply.ts';
import { culpritName } from '../reply/words.ts';
import { type Block, code, heading, paragraph } from './mail.ts';
import { MAIL_WORDS } from './mail-words.ts';

/** Of one dump, and of each where there are several: a mail is read to its end where it has one. */
const MOST_EVIDENCE = { one: 4, each: 2 };
const MOST_QUOTES = 2;
const MOST_OTHERS = 4;

type Quoter = ReturnType<typeof quoteOnce>;

/** Why it is said, dump by dump, with the lines that say so; then why not the others, who are each told of once. */
export function evidenceBlocks({ reply, names }: Findings): Block[] {
  const say = sayIn(reply.language);
  const quotes = quoteOnce();
  return [
    ...reply.crashes.flatMap((crash) => ofCrash(crash, reply, names, quotes, say)),
    ...others(reply, quotes, say),
  ];
}

/** The strongest findings, for a report that quotes nothing. */
export function strongest({ crashes, groups }: Reply, most: number): string[] {
  const culprit = groups[0]?.culprit ?? crashes[0]?.verdict.culprit ?? 'unknown';
  const found = crashes.flatMap(({ evidence }) => evidence.filter((item) => item.for && item.suspect === culprit));
  return [...new Set(found.map(({ text }) => forCustomers(text)))].slice(0, most);
}

function ofCrash(crash: CrashReply, { crashes, groups }: Reply, names: DumpNames, quotes: Quoter, say: Say): Block[] {
  const { id, verdict, evidence } = crash;
  const isLinked = groups.some((group) => group.culprit !== 'unknown' && group.crashes.includes(id));
  const speaksFor = evidence.filter((item) => item.for);
  const against = evidence.filter((item) => !item.for && item.suspect === verdict.culprit);
  const isOnly = crashes.length === 1;
  const most = isOnly ? MOST_EVIDENCE.one : MOST_EVIDENCE.each;
  const tell = (title: string, items: readonly EvidenceReply[], culprit: string) =>
    told(title, items.slice(0, most), culprit, quotes, say);
  const about = isOnly ? '' : `${say(COLON)}${say(names.get(id) ?? { en: id, zh: id })}`;
  if (verdict.culprit === 'unknown') {
    // What leads nowhere alone says nothing beside an accusation that holds for this dump too.
    return isLinked ? [] : tell(`${say(MAIL_WORDS.leads)}${about}`, speaksFor, '');
  }
  return [
    ...tell(`${say(MAIL_WORDS.evidence)}${about}`, speaksFor, verdict.culprit),
    ...tell(`${say(MAIL_WORDS.against)}${about}`, against, verdict.culprit),
  ];
}

function told(title: string, evidence: readonly EvidenceReply[], culprit: string, quotes: Quoter, say: Say): Block[] {
  if (evidence.length === 0) {
    return [];
  }
  const blocks = evidence.flatMap((item) => {
    const lines = quotes(item.quotes).fresh.slice(0, MOST_QUOTES);
    return [paragraph(claim(item, culprit, say)), ...code(lines.map(({ text }) => text))];
  });
  return [heading(title), ...blocks];
}

function claim({ suspect, text }: EvidenceReply, culprit: string, say: Say): string {
  const said = forCustomers(text);
  return suspect === culprit ? said : `${nameOf(suspect, say)}${say(COLON)}${said}`;
}

/** What speaks against everybody else, and where the debugger blames another. A reason that holds for several dumps is said once. */
function others({ crashes, groups }: Reply, quotes: Quoter, say: Say): Block[] {
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
    ...items.flatMap((item) => [paragraph(claim(item, '', say)), ...code(newLine(quotes(item.quotes)))]),
  ];
}

/** Whoever is acquitted by lines that are quoted above needs no further one. */
function newLine({ fresh, again }: ReturnType<Quoter>): string[] {
  return again.length > 0 ? [] : fresh.slice(0, 1).map(({ text }) => text);
}

/** At the beginning of a sentence. */
function nameOf(suspect: string, say: Say): string {
  return say(culpritName(suspect)).replace(/^the /, 'The ');
}
