import { z } from 'zod';
import { Hosts, Id, Ids, isGuid, ModelAddress, Origin, Ports, TokenLimits, whole } from './setting-shapes.ts';

/** Every setting, read from the environment once, here and nowhere else. */

const Flag = z.enum(['on', 'off']);
const Optional = z.string().optional();

/** Where the Microsoft 365 Agents Playground listens unless told otherwise. */
const PLAYGROUND_PORT = '56150';

const Environment = z.object({
  BOT_AUTH: Flag.default('on'),
  MicrosoftAppId: Id.pipe(z.guid('must be the GUID of the app registration')).optional(),
  MicrosoftAppPassword: Optional,
  MicrosoftAppType: z.enum(['MultiTenant', 'SingleTenant', 'UserAssignedMSI']).default('SingleTenant'),
  MicrosoftAppTenantId: Id.optional(),
  PORT: whole(0, 65_535).default(3978),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(?:ql)?:\/\//, 'must begin with postgres:// or postgresql://')
    .optional(),
  STOPCODE_DATA: z.string().min(1).default('.data'),
  STOPCODE_TENANTS: Ids,
  STOPCODE_RETENTION_DAYS: whole(1, 36_500).optional(),
  STOPCODE_SERVICE_URLS: Hosts,
  STOPCODE_FILE_HOSTS: Hosts,
  STOPCODE_LOCAL_PORTS: Ports.prefault(PLAYGROUND_PORT),
  OPENAI_API_KEY: z
    .string()
    .trim()
    .regex(/^[!-~]+$/, 'must be one word of ASCII, as the provider shows it')
    .optional(),
  OPENAI_BASE_URL: ModelAddress.optional(),
  OPENAI_MODEL: Optional,
  OPENAI_AUTH: z.enum(['key', 'entra'], 'must be key or entra').default('key'),
  STOPCODE_MODEL: Optional,
  STOPCODE_MODEL_TOKENS: TokenLimits.prefault('50000,1000000'),
  STOPCODE_PUBLIC_URL: Origin.optional(),
  STOPCODE_PAGE_KEY: z
    .string()
    .regex(/^\S{32,}$/, 'must have 32 characters or more, without spaces')
    .optional(),
  STOPCODE_METRICS_TOKEN: z
    .string()
    .regex(/^\S{16,}$/, 'must have 16 characters or more, without spaces')
    .optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

/** Settings of the Bot Framework for other clouds (21Vianet, government), handed through under their own names. */
const CLOUD_SETTINGS = [
  'ChannelService',
  'OAuthUrl',
  'ToChannelFromBotLoginUrl',
  'ToChannelFromBotOAuthScope',
  'ToBotFromChannelTokenIssuer',
  'ToBotFromChannelOpenIdMetadataUrl',
  'ToBotFromEmulatorOpenIdMetadataUrl',
] as const;

export interface Config {
  readonly authentication: 'on' | 'off';
  readonly appId: string;
  /** Under the names that the Bot Framework reads. Holds the password: never log it. */
  readonly bot: Readonly<Record<string, string>>;
  readonly port: number;
  /** Without authentication nobody but this machine may reach the bot. */
  readonly host: '127.0.0.1' | '0.0.0.0';
  readonly database: { readonly url: string } | { readonly folder: string };
  /** Tenants that are served; empty: every tenant that the app registration lets in. */
  readonly tenants: readonly string[];
  /** Further host names that `serviceUrl` may have. */
  readonly serviceHosts: readonly string[];
  /** Further host names, with all below them, that chat files may come from. */
  readonly fileHosts: readonly string[];
  /** The model that tells verdicts in words; null: nobody does, and nothing leaves for a third party. */
  readonly model: ModelConfig | null;
  readonly logLevel: string;
  /** Without authentication: ports of this machine that answers may be sent to and files come from. Else none. */
  readonly localPorts: readonly number[];
  /** Where people reach the paste page; null: they do not, or without authentication on this machine. */
  readonly publicUrl: string | null;
  /** What the links of the paste page are signed with: never log it. Null: a key of each process. */
  readonly pageSecret: string | null;
  /** What /metrics asks for; null: only a bot without authentication shows them, to this machine. */
  readonly metricsToken: string | null;
  /** Days after which the raw pastes of a closed case are deleted; null: never. */
  readonly retentionDays: number | null;
}

export interface ModelConfig {
  /** Never log it. Null: tokens of the identity that the process runs under (Microsoft Entra ID). */
  readonly apiKey: string | null;
  readonly model: string;
  /** Undefined: OpenAI's own. */
  readonly baseURL: string | undefined;
  /** Tokens that may be used in a day. */
  readonly tokens: { readonly perPlace: number; readonly inAll: number };
}

/** Reads the settings. Throws an Error that names every setting that is wrong, without its value (it may be secret). */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const set = withoutEmpty(environment);
  const parsed = Environment.safeParse(set);
  if (!parsed.success) {
    throw new Error(complaint(parsed.error.issues.map(nameIssue)));
  }
  const settings = parsed.data;
  const credentials =
    settings.BOT_AUTH === 'on' ? [...missingCredentials(settings), ...foreignTenantNames(settings)] : [];
  const problems = [...credentials, ...withoutAddress(settings)];
  if (problems.length > 0) {
    throw new Error(complaint(problems));
  }
  const off = settings.BOT_AUTH === 'off';
  return {
    authentication: settings.BOT_AUTH,
    appId: off ? '' : (settings.MicrosoftAppId ?? ''),
    bot: off ? {} : botSettings(settings, set),
    port: settings.PORT,
    host: off ? '127.0.0.1' : '0.0.0.0',
    database: databaseOf(settings),
    tenants: tenantsOf(settings),
    serviceHosts: settings.STOPCODE_SERVICE_URLS,
    fileHosts: settings.STOPCODE_FILE_HOSTS,
    model: modelOf(settings),
    logLevel: settings.LOG_LEVEL,
    localPorts: off ? settings.STOPCODE_LOCAL_PORTS : [],
    publicUrl: off ? null : (settings.STOPCODE_PUBLIC_URL ?? null),
    pageSecret: settings.STOPCODE_PAGE_KEY ?? (off ? null : (settings.MicrosoftAppPassword ?? null)),
    metricsToken: settings.STOPCODE_METRICS_TOKEN ?? null,
    retentionDays: settings.STOPCODE_RETENTION_DAYS ?? null,
  };
}

/** Compose files and CI set a variable that has no value to the empty string; `set NAME= && …` of Windows to a blank. */
function withoutEmpty(environment: Readonly<Record<string, string | undefined>>) {
  return Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
}

/** Only where the state lives, for commands that need no bot. Throws like `readConfig`. */
export function readDatabase(environment: Readonly<Record<string, string | undefined>>): Config['database'] {
  const parsed = Environment.pick({ DATABASE_URL: true, STOPCODE_DATA: true }).safeParse(withoutEmpty(environment));
  if (!parsed.success) {
    throw new Error(complaint(parsed.error.issues.map(nameIssue)));
  }
  return databaseOf(parsed.data);
}

function databaseOf({ DATABASE_URL: url, STOPCODE_DATA: folder }: Pick<Settings, 'DATABASE_URL' | 'STOPCODE_DATA'>) {
  return url ? { url } : { folder };
}

type Settings = z.infer<typeof Environment>;

function nameIssue({ path, message }: z.core.$ZodIssue): string {
  return `${path.join('.')}: ${message}`;
}

function complaint(problems: readonly string[]): string {
  return `The settings are not right:\n${problems.map((problem) => `  ${problem}`).join('\n')}`;
}

function missingCredentials(settings: Settings): string[] {
  const needed = [
    ['MicrosoftAppId', settings.MicrosoftAppId, true],
    ['MicrosoftAppPassword', settings.MicrosoftAppPassword, settings.MicrosoftAppType !== 'UserAssignedMSI'],
    ['MicrosoftAppTenantId', settings.MicrosoftAppTenantId, settings.MicrosoftAppType !== 'MultiTenant'],
  ] as const;
  const problems = needed.flatMap(([name, value, isNeeded]) => (isNeeded && !value ? [`${name}: is missing`] : []));
  if (problems.length === 0) {
    return [];
  }
  return [...problems, 'To try the bot on this machine without credentials, set BOT_AUTH=off.'];
}

/** A domain, too, names a tenant, but messages do not: with it set, every one of them would count as a stranger's. */
function foreignTenantNames({ MicrosoftAppTenantId: own, STOPCODE_TENANTS: served }: Settings): string[] {
  const advice = 'must be a tenant id, the GUID that Microsoft Entra shows under Overview, and no domain name';
  const named = [
    ['MicrosoftAppTenantId', own ? [own] : []],
    ['STOPCODE_TENANTS', served],
  ] as const;
  return named.flatMap(([name, ids]) => (ids.every(isGuid) ? [] : [`${name}: ${advice}`]));
}

function botSettings(settings: Settings, environment: Readonly<Record<string, string | undefined>>) {
  const bot: Record<string, string> = { MicrosoftAppType: settings.MicrosoftAppType };
  for (const name of ['MicrosoftAppId', 'MicrosoftAppPassword', 'MicrosoftAppTenantId'] as const) {
    const value = settings[name];
    if (value) {
      bot[name] = value;
    }
  }
  for (const name of CLOUD_SETTINGS) {
    const value = environment[name];
    if (value) {
      bot[name] = value;
    }
  }
  return bot;
}

function modelOf(settings: Settings): ModelConfig | null {
  const { OPENAI_API_KEY: apiKey = null, OPENAI_BASE_URL: baseURL, OPENAI_AUTH: auth } = settings;
  if (apiKey === null && auth === 'key') {
    return null;
  }
  const model = settings.STOPCODE_MODEL ?? settings.OPENAI_MODEL ?? 'gpt-5-mini';
  return { apiKey: auth === 'entra' ? null : apiKey, model, baseURL, tokens: settings.STOPCODE_MODEL_TOKENS };
}

/** A token of Entra ID is for a service of one's own: without its address it would go to another one. */
function withoutAddress({ OPENAI_AUTH: auth, OPENAI_BASE_URL: baseURL }: Settings): string[] {
  return auth === 'entra' && !baseURL ? ['OPENAI_BASE_URL: is missing, and OPENAI_AUTH=entra needs it'] : [];
}

/** A single-tenant app serves its own tenant unless told otherwise: the token alone does not tell tenants apart. */
function tenantsOf(settings: Settings): readonly string[] {
  if (settings.STOPCODE_TENANTS.length > 0) {
    return settings.STOPCODE_TENANTS;
  }
  const own = settings.MicrosoftAppTenantId;
  return settings.BOT_AUTH === 'on' && settings.MicrosoftAppType === 'SingleTenant' && own ? [own] : [];
}
