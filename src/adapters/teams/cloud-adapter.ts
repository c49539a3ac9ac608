import { type Activity, CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder';
import type { AuthenticateRequestResult } from 'botframework-connector';
import { ChannelAuthentication } from './channel-authentication.ts';
import { Unauthenticated } from './channel-token.ts';
import { sendableConversation } from './conversation-header.ts';
import { KeysUnavailable } from './signing-keys.ts';

/** Settings under the names that the Bot Framework reads: `MicrosoftAppId`, `MicrosoftAppPassword`, … */
export type BotSettings = Readonly<Record<string, string>>;

export type TurnEnd =
  | { readonly kind: 'done'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'unauthenticated'; readonly reason: string }
  /** Nobody could tell who sent it: it should be sent again. */
  | { readonly kind: 'unavailable'; readonly reason: string }
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
      const sender = await this.botFrameworkAuthentication.authenticateRequest(activity as Activity, authorization);
      return await this.run(sender, activity as Activity, logic);
    } catch (error) {
      if (error instanceof Unauthenticated) {
        return { kind: 'unauthenticated', reason: error.message };
      }
      if (error instanceof KeysUnavailable) {
        return { kind: 'unavailable', reason: error.message };
      }
      return { kind: 'failed', error };
    }
  }

  private async run(
    sender: AuthenticateRequestResult,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<TurnEnd> {
    const response = await this.processActivity(sender, activity, logic);
    return { kind: 'done', status: response?.status ?? 200, body: response?.body };
  }
}

/**
 * Without `MicrosoftAppId` the adapter authenticates nobody, so `config.ts` lets it be empty only where that was asked
 * for by name. Throws where the settings do not fit each other.
 */
export function createAdapter(settings: BotSettings): BotAdapter {
  const isOpen = !settings.MicrosoftAppId;
  const adapter = new BotAdapter(
    isOpen ? new ConfigurationBotFrameworkAuthentication({ ...settings }) : new ChannelAuthentication(settings),
  );
  adapter.use(async (context, next) => {
    sendableConversation(context.turnState.get(adapter.ConnectorClientKey));
    await next();
  });
  return adapter;
}
