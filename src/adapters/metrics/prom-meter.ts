import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { failureClass } from '../../answering/failure-class.ts';
import type { Meter } from '../../ports/meter.ts';
import type { Outbox } from '../../ports/outbox.ts';

/** Values that are looked up when somebody asks for the metrics. */
export interface Gauges {
  readonly answersWaiting: () => Promise<number>;
  readonly digestsWaiting: () => Promise<number>;
  /** Answers that were sent in vain so far. */
  readonly undelivered: Outbox['backlog'];
  /** Places that want digests and cannot be posted to. */
  readonly placesSuspended: () => Promise<number>;
}

export interface PromMeter extends Meter {
  /** The metrics in the text format of Prometheus. */
  readonly exposition: () => Promise<{ readonly contentType: string; readonly text: string }>;
}

const SECONDS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/** Counts for Prometheus, in a registry of its own: several bots in one process (tests) do not mix. */
export function promMeter(gauges: Gauges): PromMeter {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  watch(gauges, registers);
  const counter = <T extends string>(name: string, help: string, labelNames: T[] = []) =>
    new Counter({ name: `stopcode_${name}`, help, labelNames, registers });
  const timer = (name: string, help: string) =>
    new Histogram({ name: `stopcode_${name}_seconds`, help, buckets: SECONDS, registers });
  const pastes = counter('pastes_total', 'Pastes that were read');
  const failures = counter('diagnosis_failures_total', 'Diagnoses that took too long or broke');
  const verdicts = counter('verdicts_total', 'Verdicts by confidence', ['confidence']);
  const posts = counter('posts_total', 'Posts to the channel by result', ['result']);
  const errors = counter('send_errors_total', 'Posts that failed, by class of the error', ['class']);
  const answers = counter('answers_total', 'Answers by how they ended', ['outcome']);
  const calls = counter('model_calls_total', 'Questions to the model by how they ended', ['end']);
  const tokens = counter('model_tokens_total', 'Tokens that the provider of the model counted');
  const words = counter('words_total', 'Verdicts to be told in words and questions to be routed, by how that ended', [
    'end',
  ]);
  const asking = timer('model', 'Time of one question to the model');
  const claimed = counter('digests_due_total', 'Digests that were due and claimed here');
  const ended = counter('digests_total', 'Digests by how they ended', ['outcome']);
  const reading = timer('diagnosis', 'Time to read and judge the pastes of one message');
  const posting = timer('post', 'Time of one post to the channel, taken or not');
  return {
    diagnosed: (count, confidences, seconds) => {
      pastes.inc(count);
      for (const confidence of confidences) {
        verdicts.inc({ confidence });
      }
      reading.observe(seconds);
    },
    diagnosisFailed: () => failures.inc(),
    posted: (result, seconds) => {
      posts.inc({ result: result.kind });
      if (result.kind !== 'posted') {
        errors.inc({ class: failureClass(result) });
      }
      posting.observe(seconds);
    },
    modelAsked: (end, count, seconds) => {
      calls.inc({ end });
      tokens.inc(count);
      asking.observe(seconds);
    },
    toldInWords: (end) => words.inc({ end }),
    answerEnded: (outcome) => answers.inc({ outcome }),
    digestsClaimed: (count) => claimed.inc(count),
    digestEnded: (outcome) => ended.inc({ outcome }),
    exposition: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  };
}

function watch({ answersWaiting, digestsWaiting, undelivered, placesSuspended }: Gauges, registers: Registry[]): void {
  const gauge = (name: string, help: string, read: () => Promise<number>) =>
    new Gauge({
      name: `stopcode_${name}`,
      help,
      registers,
      async collect() {
        this.set(await read().catch(() => Number.NaN));
      },
    });
  gauge('answers_waiting', 'Messages that wait for their answer', answersWaiting);
  gauge('answers_undelivered', 'Answers that were sent in vain so far', async () => (await undelivered()).count);
  gauge(
    'oldest_undelivered_seconds',
    'Age of the oldest of them; 0 where there is none',
    async () => (await undelivered()).oldestSeconds,
  );
  gauge('digests_waiting', 'Digests that wait to be posted', digestsWaiting);
  gauge('places_suspended', 'Conversations that want digests and cannot be posted to', placesSuspended);
}
