import { type Activity, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import {
  type AuthenticateRequestResult,
  AuthenticationConstants as Azure,
  ClaimsIdentity,
  GovernmentConstants as Government,
} from 'botframework-connector';
import { tokenCheck } from './channel-token.ts';
import { signingKeys } from './signing-keys.ts';

/** Within the ten seconds that Teams waits for a turn. */
const KEYS_MS = 5_000;

/** The Bot Framework's credentials for what we send, and our own check of what is sent to us. */
export class ChannelAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #check: ReturnType<typeof tokenCheck>;
  readonly #audience: string;

  constructor(settings: Readonly<Record<string, string>>) {
    super({ ...settings });
    const cloud = settings.ChannelService === Government.ChannelService ? Government : Azure;
    const findKey = signingKeys({
      metadataUrl: settings.ToBotFromChannelOpenIdMetadataUrl ?? cloud.ToBotFromChannelOpenIdMetadataUrl,
      deadlineMs: KEYS_MS,
      now: () => performance.now(),
    });
    this.#audience = settings.ToChannelFromBotOAuthScope ?? cloud.ToChannelFromBotOAuthScope;
    const issuer = settings.ToBotFromChannelTokenIssuer ?? cloud.ToBotFromChannelTokenIssuer;
    this.#check = tokenCheck({ issuer, appId: settings.MicrosoftAppId ?? '', findKey });
  }

  override async authenticateRequest(activity: Activity, authorization: string): Promise<AuthenticateRequestResult> {
    const claims = await this.#check(authorization, activity);
    const identity = new ClaimsIdentity(
      Object.entries(claims).map(([type, value]) => ({ type, value: String(value) })),
      true,
    );
    return {
      audience: this.#audience,
      claimsIdentity: identity,
      connectorFactory: this.createConnectorFactory(identity),
    };
  }
}
