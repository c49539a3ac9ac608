import { z } from 'zod';

/** As far as we need it, the pipeline of the Azure client that botbuilder's connector client sends through. */
export const Client = z.looseObject({
  client: z.looseObject({
    pipeline: z.custom<Pipeline>(
      (value) => typeof value === 'object' && value !== null && 'removePolicy' in value && 'addPolicy' in value,
    ),
  }),
});

interface Pipeline {
  readonly removePolicy: (policy: { readonly name: string }) => readonly unknown[];
  readonly addPolicy: (policy: Policy) => void;
}

interface PipelineRequest {
  abortSignal?: unknown;
  url: string;
  readonly headers: {
    readonly get: (name: string) => string | undefined;
    readonly set: (name: string, value: string) => void;
  };
}

interface Policy {
  readonly name: string;
  readonly sendRequest: (request: PipelineRequest, next: (request: object) => unknown) => unknown;
}

/**
 * Takes the retries of one connector client over: what it sends is sent once, and ends when `signal` says so.
 *
 * Left alone, botbuilder 4.23 sends up to four times and sleeps for as long as `Retry-After` says, whatever became of the
 * caller; none of its options changes that. A send that we had given up and tried again then arrived twice. Throws where
 * the client is built otherwise, so that no release brings the second message back unseen.
 */
export function takeOverRetries(client: unknown, signal: AbortSignal): void {
  const { pipeline } = Client.parse(client).client;
  if (pipeline.removePolicy({ name: 'defaultRetryPolicy' }).length === 0) {
    throw new Error('botbuilder retries elsewhere');
  }
  pipeline.addPolicy({
    name: 'stopcodeDeadline',
    sendRequest: (request, next) => {
      request.abortSignal = signal;
      return next(request);
    },
  });
}
