import { type Activity, CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder';
import { AuthenticationError } from 'botframework-connector';

/** Settings under the names that the Bot Framework reads: `MicrosoftAppId`, `MicrosoftAppPassword`, … */
export type BotSettings = Readonly<Record<string, string>>;

export type TurnEnd =
  | { readonly kind: 'done'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'unauthenticated' }
  | { readonly kind: 'failed'; readonly error: unknown };

/**
 * The Bot Framework adapter. Its own `process` prints a stack trace for every request without a token and tells the
 * sender the text of every error, so the turn is run by `answer` instead.
 */
export class BotAdapter extends CloudAdapter {
  /** Authenticates an activity and runs the turn. Never rejects. */
  async answer(
    authorization: string,
    activity: Partial<Activity>,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<TurnEnd> {
    try {
      const response = await this.processActivity(authorization, activity as Activity, logic);
      return { kind: 'done', status: response?.status ?? 200, body: response?.body };
    } catch (error) {
      return error instanceof AuthenticationError ? { kind: 'unauthenticated' } : { kind: 'failed', error };
    }
  }
}

/**
 * Without `MicrosoftAppId` the adapter authenticates nobody, so `config.ts` lets it be empty only where that was asked
 * for by name. Throws where the settings do not fit each other.
 */
export function createAdapter(settings: BotSettings): BotAdapter {
  return new BotAdapter(new ConfigurationBotFrameworkAuthentication({ ...settings }));
}
