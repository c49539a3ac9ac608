import type { Paste } from '#src/diagnosis/crash.ts';
import type { Diagnosis } from '#src/diagnosis/diagnosis.ts';
import type { Reminded } from '#src/follow-ups/next-follow-up.ts';
import type { Text } from '#src/language/text.ts';
import type { Actor } from '../../actor.ts';
import { noSuchCase } from '../../cases/case-words.ts';
import { findCase } from '../../cases/find-case.ts';
import type { Tools } from '../../dialog.ts';
import { type AtHand, caseAtHand, pasteAtHand } from '../at-hand.ts';
import { type AnswerPart, type On, part, plain } from '../on.ts';
import { ANOTHER_PASTE, linked, NOTHING_TO_COMPARE, namedCase, notLinked } from '../words.ts';

/** Each is diagnosed together with what is at hand: of very many the youngest. */
const MOST_COMPARED = 6;
const MOST_REASONS = 3;
const DAY_MS = 86_400_000;

interface Other {
  readonly name: Text;
  /** Before the number of a dump: `case 2 c1`. */
  readonly short: Text;
  readonly atHand: AtHand;
}

/** Whether what is at hand has the cause of another case, or of anything else here. */
export async function same(on: On, actor: Actor, tools: Tools): Promise<AnswerPart[]> {
  const { say, asked, atHand } = on;
  const named = asked.other === null ? null : await findCase(asked.other, actor.place, tools);
  if (asked.other !== null && !named) {
    return part([plain(say(noSuchCase(asked.other)))]);
  }
  const others = named ? await casesToCompare([named], actor, tools) : await allOthers(atHand, actor, tools);
  if (others.length === 0) {
    return part([plain(say(NOTHING_TO_COMPARE))]);
  }
  const found = await Promise.all(others.map((other) => compare(on, other, tools)));
  const ties = found.filter((each) => each.isLinked);
  return (ties.length > 0 ? ties : found).flatMap(({ parts }) => parts);
}

async function allOthers(atHand: AtHand, actor: Actor, tools: Tools): Promise<Other[]> {
  const all = await tools.cases.list(actor.place);
  const own = atHand.reminded?.case.number;
  const cases = all.filter(({ case: it }) => it.number !== own && it.pastes.length > 0).slice(-MOST_COMPARED);
  const since = new Date(Date.parse(actor.now) - DAY_MS).toISOString();
  const taken = new Set([...all.flatMap(({ case: it }) => it.pastes), atHand.paste, actor.cause]);
  const loose = (await tools.cases.recentPastes(actor.place, since)).filter(({ id }) => !taken.has(id));
  const pastes = await Promise.all(loose.slice(0, 2).map(({ id }) => pasteAtHand(id, actor, tools)));
  return [
    ...(await casesToCompare(cases, actor, tools)),
    ...pastes.flatMap((paste) =>
      paste ? [{ name: ANOTHER_PASTE, short: { en: 'the other', zh: '另一次粘贴的' }, atHand: paste }] : [],
    ),
  ];
}

async function casesToCompare(cases: readonly Reminded[], actor: Actor, tools: Tools): Promise<Other[]> {
  const read = await Promise.all(cases.map((reminded) => caseAtHand(reminded, null, tools, actor)));
  return read.flatMap((atHand, index): Other[] => {
    const it = cases[index]?.case;
    if (!atHand || !it) {
      return [];
    }
    const short = { en: `case ${it.number}`, zh: `案例 ${it.number}` };
    return [{ name: namedCase(it.number, it.title), short, atHand }];
  });
}

interface Compared {
  readonly isLinked: boolean;
  readonly parts: AnswerPart[];
}

/** Both are diagnosed as one: what ties dumps of the one to dumps of the other is a reason. */
async function compare({ atHand, say }: On, other: Other, { diagnose }: Tools): Promise<Compared> {
  const [own, theirs] = [marked(atHand.pastes, OWN), marked(other.atHand.pastes, THEIRS)];
  const together = await diagnose([...own, ...theirs]);
  const name = (id: string) => nameIn(id, together, atHand, other);
  const sourceOf = (id: string) => together.crashes.find(({ crash }) => crash.id === id)?.crash.source?.charAt(0);
  const shared = together.groups.filter(({ crashes }) => new Set(crashes.map(sourceOf)).size > 1);
  const reasons = shared
    .flatMap((group) => group.reasons)
    .filter(({ crashes }) => new Set(crashes.map(sourceOf)).size > 1);
  const told = [...reasons].sort((a, b) => Number(b.certain) - Number(a.certain)).slice(0, MOST_REASONS);
  const title = say(other.name);
  if (told.length === 0) {
    return { isLinked: false, parts: part([plain(say(notLinked(title)))]) };
  }
  const isCertain = told.some(({ certain }) => certain);
  const claims = told.map(({ text }) => plain(renamed(say(text), (id) => say(name(id)))));
  return { isLinked: true, parts: part([plain(say(linked(title, isCertain))), ...claims]) };
}

const OWN = 'a';
const THEIRS = 'b';

/** Sources tell the two apart, and their pastes from each other. */
function marked(pastes: readonly Paste[], mark: string): Paste[] {
  return pastes.map((paste, index) => ({ ...paste, source: `${mark}${index}` }));
}

const CRASH_ID = /(?<![\w.!+-])c[1-9]\d{0,3}(?![\w.!+-])/g;

function renamed(sentence: string, name: (id: string) => string): string {
  return sentence.replace(CRASH_ID, name);
}

/** The number that a dump has where it came from. */
function nameIn(id: string, { crashes }: Diagnosis, own: AtHand, other: Other): Text {
  const crash = crashes.find((each) => each.crash.id === id)?.crash;
  const isOwn = crash?.source?.startsWith(OWN) === true;
  const from = isOwn ? own : other.atHand;
  const [start] = crash?.mentions[0] ?? [];
  const index = Number(crash?.source?.slice(1));
  const source = from.pastes[index]?.source ?? null;
  const found = from.diagnosis.crashes.find(
    (each) => each.crash.mentions[0]?.[0] === start && each.crash.source === source,
  );
  const number = found?.crash.id ?? id;
  return isOwn ? { en: number, zh: number } : { en: `${other.short.en} ${number}`, zh: `${other.short.zh} ${number}` };
}
