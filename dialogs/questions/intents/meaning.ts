import type { Text } from '#src/language/text.ts';
import { argumentValue } from '#src/reply/argument-value.ts';
import { explainCode } from '#src/reply/explain-code.ts';
import {
  type AnswerPart,
  type Claim,
  claimAt,
  evidenceClaims,
  evidenceOf,
  type On,
  type One,
  part,
  plain,
} from '../on.ts';
import { ADDRESS_LIKE, HEADINGS, noArgument, notKnown } from '../words.ts';

const MOST_EVIDENCE = 2;
/** Each has arguments of its own. */
const MOST_CRASHES = 5;
/** Title, meaning, causes, leaning: what stands below tells of arguments that this crash may not have. */
const MOST_LINES = 4;

/** What an argument, a code, a command or a word means, and what it is in this crash. */
export function meaning(on: On): AnswerPart[] {
  const { subject } = on.asked;
  switch (subject?.kind) {
    case 'argument':
      return argument(on, subject.index);
    case 'code':
      return code(on, subject.text);
    case 'command':
      return command(on, subject.text);
    case 'term':
      return term(on, subject.name);
    case 'tag':
      return tag(on, subject.tag);
    default:
      return [];
  }
}

function argument(on: On, index: number): AnswerPart[] {
  const told = on.crashes.flatMap((one) => {
    const claim = argumentClaim(on, one, index - 1);
    return claim ? part([claim], `${one.reply.id} ${one.reply.title}`) : [];
  });
  return told.length > 0 ? told.slice(0, MOST_CRASHES) : part([plain(on.say(noArgument(index)))]);
}

/** `Arg2 0x2 – IRQL at that moment`, with its line. */
function argumentClaim(on: On, one: One, at: number): Claim | null {
  const { bugcheck } = one.diagnosed.crash;
  const told = one.reply.args[at];
  if (!bugcheck || !told || told.value === '?') {
    return null;
  }
  const text = `${told.name} ${told.value}${told.meaning === '' ? '' : ` – ${told.meaning}`}`;
  const lines = bugcheck.argLines?.[at] ?? bugcheck.lines;
  return claimAt(on, one, { en: text, zh: text }, [lines]);
}

function code(on: On, said: string): AnswerPart[] {
  const value = argumentValue(said) ?? said;
  const stopped = on.crashes.find(({ diagnosed: { crash, bugcheck } }) =>
    [crash.bugcheck?.code, bugcheck?.code].includes(value),
  );
  if (stopped) {
    return stopCode(on, stopped);
  }
  const held = on.crashes.flatMap((one) =>
    (one.diagnosed.crash.bugcheck?.args ?? []).flatMap((arg, at) =>
      arg === value ? [argumentClaim(on, one, at)] : [],
    ),
  );
  const claims = held.filter((claim) => claim !== null);
  const status = on.knowledge.status(value);
  const known = status ? [plain(`${status.code} ${status.name} – ${on.say(status.meaning)}`)] : [];
  if (claims.length > 0) {
    return [...part(claims, on.say(HEADINGS.here)), ...part(known)];
  }
  if (known.length > 0) {
    return part(known);
  }
  if (on.knowledge.bugcheck(value)) {
    return part(
      explainCode(value, [], on.knowledge, on.asked.language)
        .slice(0, MOST_LINES)
        .map((text) => plain(text.trim())),
    );
  }
  const commands = /^0x[0-9a-f]{9,16}$/.test(value) ? [`ln ${value}`, `!pool ${value} 2`, `!address ${value}`] : [];
  return [
    ...part([plain(on.say(notKnown(said)))]),
    ...(commands.length > 0 ? [{ claims: [plain(on.say(ADDRESS_LIKE))], commands }] : []),
  ];
}

function stopCode(on: On, one: One): AnswerPart[] {
  const { bugcheck, crash } = one.diagnosed;
  const says: Text[] = bugcheck ? [bugcheck.meaning, ...(bugcheck.causes ? [bugcheck.causes] : [])] : [];
  const args = one.reply.args.flatMap((_, at) => argumentClaim(on, one, at) ?? []);
  const title = { en: one.reply.title, zh: one.reply.title };
  return [
    ...part([
      ...(crash.bugcheck ? [claimAt(on, one, title, [crash.bugcheck.lines])] : []),
      ...says.map((text) => plain(on.say(text))),
    ]),
    ...part(
      args.map(({ text }) => plain(text)),
      on.say(HEADINGS.here),
    ),
  ];
}

function command(on: On, typed: string): AnswerPart[] {
  const what = on.knowledge.command(typed) ?? on.knowledge.command(`!${typed.replace(/^[!.]/, '')}`);
  if (!what) {
    return part([plain(on.say(notKnown(typed)))]);
  }
  const asked = on.crashes.flatMap(({ reply }) => reply.nextCommands).filter((next) => next.command.startsWith(typed));
  const here = asked.slice(0, 1);
  return [
    ...part([plain(`${typed} – ${on.say(what)}`)]),
    ...(here.length === 0
      ? []
      : [
          {
            title: on.say(HEADINGS.here),
            claims: here.map((next) => plain(next.why)),
            commands: here.map((next) => next.command),
          },
        ]),
  ];
}

function term(on: On, name: string): AnswerPart[] {
  const known = on.knowledge.terms.find(name);
  if (!known) {
    return part([plain(on.say(notKnown(name)))]);
  }
  return [
    ...part([plain(`${on.say(known.name)} – ${on.say(known.meaning)}`)]),
    ...part(evidenceClaims(on, evidenceThatSays(on, known.name), 1), on.say(HEADINGS.here)),
  ];
}

function evidenceThatSays(on: On, name: Text) {
  return evidenceOf(on).filter(({ evidence }) => evidence.text.en.toLowerCase().includes(name.en));
}

/** Whose the tag is in this crash, and what the public list says of it. */
function tag(on: On, name: string): AnswerPart[] {
  const listed = on.knowledge.poolTag(name);
  const about = evidenceOf(on).filter(({ evidence }) => evidence.text.en.includes(`"${name}"`));
  const term_ = on.knowledge.terms.find('pool tag');
  return [
    ...part(evidenceClaims(on, about, MOST_EVIDENCE), on.say(HEADINGS.here)),
    ...part([
      ...(listed ? [plain(`${listed.tag} – ${listed.component}${listed.image ? ` (${listed.image})` : ''}`)] : []),
      ...(term_ ? [plain(`${on.say(term_.name)} – ${on.say(term_.meaning)}`)] : []),
    ]),
  ];
}
