import { z } from 'zod';
import { defaultDataDir } from './default-data-dir.js';
import { ExitCode, StartupError } from './startup.errors.js';

/** Every setting of the installation, read once at start. */
export interface AppConfig {
  /** TCP port of the one public listener. */
  readonly port: number;
  /** Address the listener binds to. */
  readonly host: string;
  /** External PostgreSQL (15 or newer); undefined means the embedded server. */
  readonly databaseUrl: string | undefined;
  /** Redis for jobs and the fan-out between nodes; undefined means PostgreSQL carries both. */
  readonly redisUrl: string | undefined;
  /** Absolute folder of the embedded database and of local files. */
  readonly dataDir: string;
  /** What an empty database is filled with at the first start. */
  readonly seed: 'demo' | 'none';
  /** Origin people use in their browser (no trailing slash), when it differs from `http://host:port`. */
  readonly publicOrigin: string | undefined;
  /** Addresses or networks (CIDR) of reverse proxies whose forwarding headers are believed. */
  readonly trustedProxies: readonly string[];
  /** Whether cookies carry `Secure`: derived, true exactly when the public origin is https. */
  readonly secureCookies: boolean;
  /** Mail server with name and password (`smtp://` or `smtps://`); undefined means mails are kept for the administrators to read. */
  readonly smtpUrl: string | undefined;
  /** Address mails come from; set together with the mail server. */
  readonly mailFrom: string | undefined;
  /** Bucket of an S3-compatible store with key and secret (`https://key:secret@host/bucket`); undefined means files lie in the database. */
  readonly objectStoreUrl: string | undefined;
  /** What secrets in the database are locked with; undefined means a key of its own in the data folder. */
  readonly secretsKey: string | undefined;
  /** Whether a municipality's sign-in provider may have an address inside the house, or on this machine without TLS. */
  readonly oidcPrivateIssuers: boolean;
  /** Most that one municipality may store in files, in bytes. */
  readonly fileQuotaBytes: number;
  /** Where the built web client lies; undefined means the default of the application. */
  readonly webRoot: string | undefined;
  /** TCP port of the listener for metrics; undefined means there is none. */
  readonly metricsPort: number | undefined;
  /** Address that listener binds to. */
  readonly metricsHost: string;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
}

const blankIsMissing = (value: unknown): unknown => (typeof value === 'string' && value.trim() === '' ? undefined : value);
const setting = <T extends z.ZodType>(schema: T) => z.preprocess(blankIsMissing, schema);
const hasProtocol = (value: string, protocols: readonly string[]): boolean => URL.canParse(value) && protocols.includes(new URL(value).protocol);
const urlWith = (...protocols: string[]) => z.string().refine((value) => hasProtocol(value, protocols));
const isOrigin = (value: string): boolean => hasProtocol(value, ['http:', 'https:']) && `${value}/`.startsWith(`${new URL(value).origin}/`) && new URL(value).pathname === '/';

/** An object store asks for key and secret, and a bucket is one part of a path. */
function isBucketAddress(value: string): boolean {
  if (!hasProtocol(value, ['http:', 'https:'])) return false;
  const { username, password, pathname } = new URL(value);
  return username !== '' && password !== '' && /^\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(pathname);
}

const environment = z.object({
  PORT: setting(
    z.string().regex(/^\d{1,5}$/).transform(Number).refine((port) => port <= 65535).default(3000),
  ),
  HOST: setting(z.string().default('127.0.0.1')),
  DATABASE_URL: setting(urlWith('postgres:', 'postgresql:').optional()),
  REDIS_URL: setting(urlWith('redis:', 'rediss:').optional()),
  DATA_DIR: setting(z.string().optional()),
  SEED: setting(z.enum(['demo', 'none']).default('demo')),
  PUBLIC_ORIGIN: setting(z.string().refine(isOrigin).transform((value) => new URL(value).origin).optional()),
  TRUSTED_PROXIES: setting(z.string().transform(splitList).pipe(z.array(z.string().regex(/^[0-9a-fA-F:.]+(\/\d{1,3})?$/))).default([])),
  SMTP_URL: setting(urlWith('smtp:', 'smtps:').optional()),
  MAIL_FROM: setting(z.email().optional()),
  S3_URL: setting(z.string().refine(isBucketAddress).optional()),
  SECRETS_KEY: setting(z.string().trim().min(32).max(500).optional()),
  OIDC_PRIVATE_ISSUERS: setting(z.enum(['true', 'false']).default('false')),
  FILE_QUOTA_MB: setting(z.string().regex(/^[1-9]\d{0,6}$/).transform(Number).default(2048)),
  WEB_ROOT: setting(z.string().optional()),
  METRICS_PORT: setting(z.string().regex(/^\d{1,5}$/).transform(Number).refine((port) => port <= 65535).optional()),
  METRICS_HOST: setting(z.string().default('127.0.0.1')),
  LOG_LEVEL: setting(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info')),
});

/** What a setting must look like, in the words of the person who has to mend it. */
const expectations: Record<keyof z.infer<typeof environment>, string> = {
  PORT: 'eine ganze Zahl von 0 bis 65535',
  HOST: 'eine IP-Adresse oder ein Rechnername',
  DATABASE_URL: 'eine Adresse der Form postgresql://benutzer:passwort@rechner:5432/datenbank',
  REDIS_URL: 'eine Adresse der Form redis://rechner:6379',
  DATA_DIR: 'der Pfad eines Ordners',
  SEED: '„demo“ oder „none“',
  PUBLIC_ORIGIN: 'eine Adresse ohne Pfad, zum Beispiel https://konzept.example.org',
  TRUSTED_PROXIES: 'eine durch Kommas getrennte Liste von IP-Adressen oder Netzen, zum Beispiel 10.0.0.0/8',
  SMTP_URL: 'eine Adresse der Form smtp://benutzer:passwort@rechner:587',
  MAIL_FROM: 'eine E-Mail-Adresse, und sie wird gebraucht, sobald SMTP_URL gesetzt ist',
  S3_URL: 'eine Adresse der Form https://schluessel:geheimnis@rechner/behaelter',
  SECRETS_KEY: 'ein Schlüssel von mindestens 32 Zeichen, zum Beispiel aus „openssl rand -base64 32“',
  OIDC_PRIVATE_ISSUERS: '„true“ oder „false“',
  FILE_QUOTA_MB: 'eine ganze Zahl von 1 bis 9999999',
  WEB_ROOT: 'der Pfad eines Ordners',
  METRICS_PORT: 'eine ganze Zahl von 0 bis 65535',
  METRICS_HOST: 'eine IP-Adresse oder ein Rechnername',
  LOG_LEVEL: 'fatal, error, warn, info, debug, trace oder silent',
};

/** Settings that hold secrets: their value never stands in a message. */
const secretSettings: readonly string[] = ['DATABASE_URL', 'REDIS_URL', 'SMTP_URL', 'S3_URL', 'SECRETS_KEY'];

function splitList(value: string): string[] {
  return value.split(',').map((part) => part.trim()).filter((part) => part !== '');
}

/**
 * Reads the settings from an environment.
 * @param env usually `process.env`; empty values count as missing
 * @param checkout folder the default data folder belongs to, usually the working directory
 * @throws StartupError with one sentence that names the first wrong setting, and exit code 78
 */
export function loadConfig(env: NodeJS.ProcessEnv, checkout: string = process.cwd()): AppConfig {
  const parsed = environment.safeParse(env);
  if (!parsed.success) throw wrongSetting(String(parsed.error.issues[0]?.path[0]), env);
  const values = parsed.data;
  if (values.SMTP_URL !== undefined && values.MAIL_FROM === undefined) throw wrongSetting('MAIL_FROM', env);
  return {
    port: values.PORT,
    host: values.HOST,
    databaseUrl: values.DATABASE_URL,
    redisUrl: values.REDIS_URL,
    dataDir: values.DATA_DIR ?? defaultDataDir(checkout),
    seed: values.SEED,
    publicOrigin: values.PUBLIC_ORIGIN,
    trustedProxies: values.TRUSTED_PROXIES,
    secureCookies: values.PUBLIC_ORIGIN?.startsWith('https:') ?? false,
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM,
    objectStoreUrl: values.S3_URL,
    secretsKey: values.SECRETS_KEY,
    oidcPrivateIssuers: values.OIDC_PRIVATE_ISSUERS === 'true',
    fileQuotaBytes: values.FILE_QUOTA_MB * 1024 * 1024,
    webRoot: values.WEB_ROOT,
    metricsPort: values.METRICS_PORT,
    metricsHost: values.METRICS_HOST,
    logLevel: values.LOG_LEVEL,
  };
}

function wrongSetting(name: string, env: NodeJS.ProcessEnv): StartupError {
  const expected = expectations[name as keyof typeof expectations];
  const actual = secretSettings.includes(name) ? '' : ` (nicht „${env[name] ?? ''}“)`;
  return new StartupError(`Die Einstellung ${name} ist ungültig: Erwartet wird ${expected}${actual}.`, ExitCode.wrongSetting);
}
