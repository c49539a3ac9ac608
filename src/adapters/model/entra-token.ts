import { DefaultAzureCredential, getBearerTokenProvider } from '@azure/identity';

/** What Azure asks of a token for its models (Azure OpenAI documentation, "Microsoft Entra ID authentication"). */
const SCOPE = 'https://cognitiveservices.azure.com/.default';

/** Fetches tokens of the identity that this process runs under; each is kept until it is nearly old. */
export function entraToken(): () => Promise<string> {
  return getBearerTokenProvider(new DefaultAzureCredential(), SCOPE);
}
