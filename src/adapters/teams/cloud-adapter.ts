import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';

/** Settings under the names that the Bot Framework reads: `MicrosoftAppId`, `MicrosoftAppPassword`, … */
export type BotSettings = Readonly<Record<string, string>>;

/**
 * The Bot Framework adapter. Without `MicrosoftAppId` it authenticates nobody, so `config.ts` lets it be empty only
 * where that was asked for by name. Throws where the settings do not fit each other.
 */
export function createAdapter(settings: BotSettings): CloudAdapter {
  return new CloudAdapter(new ConfigurationBotFrameworkAuthentication({ ...settings }));
}
