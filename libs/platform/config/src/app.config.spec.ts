import { describe, expect, it } from '@jest/globals';
import { loadConfig } from './app.config.js';
import { defaultDataDir } from './default-data-dir.js';
import { StartupError } from './startup.errors.js';

describe('settings that are right', () => {
  it('have a default each', () => {
    expect(loadConfig({}, '/tmp/checkout')).toMatchObject({ port: 3000, host: '127.0.0.1', databaseUrl: undefined, redisUrl: undefined, seed: 'demo', secretsKey: undefined, oidcPrivateIssuers: false, trustedProxies: [], secureCookies: false, logLevel: 'info' });
  });

  it('count as missing when they are empty', () => {
    expect(loadConfig({ PORT: '', DATABASE_URL: ' ', SEED: '' })).toMatchObject({ port: 3000, databaseUrl: undefined, seed: 'demo' });
  });

  it('are read into their types', () => {
    const config = loadConfig({ PORT: '8080', SEED: 'none', TRUSTED_PROXIES: '10.0.0.0/8, ::1', DATA_DIR: '/srv/data', PUBLIC_ORIGIN: 'https://konzept.example.org/' });
    expect(config).toMatchObject({ port: 8080, seed: 'none', trustedProxies: ['10.0.0.0/8', '::1'], dataDir: '/srv/data', publicOrigin: 'https://konzept.example.org', secureCookies: true });
  });
});

describe('a setting that is wrong', () => {
  it.each([
    ['PORT', 'abc', 'eine ganze Zahl'],
    ['PORT', '70000', 'eine ganze Zahl'],
    ['SEED', 'beispiel', '„demo“ oder „none“ (nicht „beispiel“)'],
    ['REDIS_URL', 'localhost', 'redis://'],
    ['PUBLIC_ORIGIN', 'konzept.example.org', 'eine Adresse ohne Pfad'],
    ['PUBLIC_ORIGIN', 'https://example.org/konzept', 'eine Adresse ohne Pfad'],
    ['TRUSTED_PROXIES', 'proxy.local', 'eine durch Kommas getrennte Liste'],
    ['LOG_LEVEL', 'laut', 'fatal, error'],
    ['S3_URL', 's3.example.org/konzept', 'https://schluessel'],
    ['S3_URL', 'https://s3.example.org/konzept', 'https://schluessel'],
    ['S3_URL', 'https://key:secret@s3.example.org/', 'https://schluessel'],
    ['S3_URL', 'https://key:secret@s3.example.org/a/b', 'https://schluessel'],
    ['OIDC_PRIVATE_ISSUERS', 'ja', '„true“ oder „false“ (nicht „ja“)'],
    ['SECRETS_KEY', 'kurz', 'ein Schlüssel von mindestens 32 Zeichen'],
  ])('%s=%s gives one sentence that says what is expected', (name, value, expected) => {
    const load = (): unknown => loadConfig({ [name]: value });
    expect(load).toThrow(StartupError);
    expect(load).toThrow(new RegExp(`^Die Einstellung ${name} ist ungültig: Erwartet wird .*${expected.replace(/[()]/g, '\\$&')}.*\\.$`));
  });

  it('never shows a password', () => {
    expect(() => loadConfig({ DATABASE_URL: 'mysql://user:geheim@host/db' })).toThrow(/^(?!.*geheim).*DATABASE_URL/);
    expect(() => loadConfig({ S3_URL: 'ftp://key:verborgen@host/bucket' })).toThrow(/^(?!.*verborgen).*S3_URL/);
    expect(() => loadConfig({ SECRETS_KEY: 'geheim' })).toThrow(/^(?!.*geheim).*SECRETS_KEY/);
  });
});

describe('the default data folder', () => {
  it('lies in the checkout for an ordinary user', () => {
    expect(defaultDataDir('/root/checkout', false)).toBe('/root/checkout/.data');
  });

  it('lies in the checkout for root where others may walk', () => {
    expect(defaultDataDir('/tmp', true)).toBe('/tmp/.data');
  });
});
