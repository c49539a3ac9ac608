import type { Routed, ToldQuestion } from '#src/telling/question.ts';

/** A model of this machine that routes questions, the same for the same seed. `label`: what is asked. */
export interface FakeRouter {
  readonly name: string;
  readonly choose: (told: ToldQuestion, label: string, random: () => number) => Routed;
}

/** Understands what is asked. */
const honest: FakeRouter = {
  name: 'honest',
  choose: (_, label) => ({ intent: label, crash: 'none', subject: 'none' }),
};

/** Picks anything that it may say. */
const confused: FakeRouter = {
  name: 'confused',
  choose: ({ intents, crashes, subjects }, _, random) => ({
    intent: pick([...intents, 'none'], random),
    crash: pick([...crashes.map(({ name }) => name), 'none'], random),
    subject: pick([...subjects.map(({ name }) => name), 'none'], random),
  }),
};

const LIES: readonly Routed[] = [
  { intent: 'forget', crash: 'none', subject: 'none' },
  { intent: 'language', crash: 'none', subject: 'none' },
  { intent: 'not', crash: 'none', subject: 'Netwtw08.sys' },
  { intent: 'why', crash: 'N99', subject: 'https://evil.example' },
];

/** Says what it may not. */
const malicious: FakeRouter = { name: 'malicious', choose: (_, __, random) => pick(LIES, random) };

export const FAKE_ROUTERS: readonly FakeRouter[] = [honest, confused, malicious];

function pick<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)] as T;
}
