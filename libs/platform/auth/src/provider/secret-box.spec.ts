import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { SecretBox, SecretsKeyMissingError, UnreadableSecretError } from './secret-box.js';

const folder = (): string => mkdtempSync(join(tmpdir(), 'kw-secrets-'));
const withKey = (secretsKey: string): SecretBox => new SecretBox({ secretsKey, dataDir: '/nowhere' });

describe('a sealed secret', () => {
  it('opens with the same key and purpose, and is another text each time', () => {
    const box = withKey('a'.repeat(40));
    const [first, second] = [box.seal('geheim ü', 'provider/1'), box.seal('geheim ü', 'provider/1')];
    expect(first).not.toBe(second);
    expect(first).not.toContain('geheim');
    expect(withKey('a'.repeat(40)).open(first, 'provider/1')).toBe('geheim ü');
  });

  it('does not open with another key, in another place, or changed', () => {
    const sealed = withKey('a'.repeat(40)).seal('geheim', 'provider/1');
    const changed = `${sealed.slice(0, -2)}${sealed.endsWith('AA') ? 'BB' : 'AA'}`;
    expect(() => withKey('b'.repeat(40)).open(sealed, 'provider/1')).toThrow(UnreadableSecretError);
    expect(() => withKey('a'.repeat(40)).open(sealed, 'provider/2')).toThrow(UnreadableSecretError);
    expect(() => withKey('a'.repeat(40)).open(changed, 'provider/1')).toThrow(UnreadableSecretError);
    expect(() => withKey('a'.repeat(40)).open('geheim', 'provider/1')).toThrow(UnreadableSecretError);
  });
});

describe('without a key among the settings', () => {
  it('one is made once in the data folder, for its owner only', () => {
    const dataDir = join(folder(), 'new');
    const sealed = new SecretBox({ secretsKey: undefined, dataDir }).seal('geheim', 'x');
    const key = readFileSync(join(dataDir, 'secrets.key'), 'utf8');
    expect(statSync(join(dataDir, 'secrets.key')).mode & 0o777).toBe(0o600);
    expect(new SecretBox({ secretsKey: undefined, dataDir }).open(sealed, 'x')).toBe('geheim');
    expect(readFileSync(join(dataDir, 'secrets.key'), 'utf8')).toBe(key);
  });

  it('a folder that is none, or an empty key, is told', () => {
    const file = join(folder(), 'file');
    writeFileSync(file, '');
    expect(() => new SecretBox({ secretsKey: undefined, dataDir: file }).seal('x', 'x')).toThrow(SecretsKeyMissingError);
    const dataDir = folder();
    writeFileSync(join(dataDir, 'secrets.key'), '\n');
    expect(() => new SecretBox({ secretsKey: undefined, dataDir }).seal('x', 'x')).toThrow(SecretsKeyMissingError);
  });
});
