import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { APP_CONFIG, type AppConfig } from '@konzeptwerkstatt/platform-config';

const FILE = 'secrets.key';
const VERSION = 'v1';
const [IV_BYTES, TAG_BYTES] = [12, 16];

/** There is no key, and none can be made: the data folder cannot be written to. */
export class SecretsKeyMissingError extends Error {
  override readonly name = 'SecretsKeyMissingError';
}

/** What was sealed with another key, for another purpose, or was changed since. */
export class UnreadableSecretError extends Error {
  override readonly name = 'UnreadableSecretError';
}

/**
 * Keeps secrets that must be read again (unlike passwords) unreadable in the database and its backups: AES-256-GCM with a key that is
 * never in the database. The key comes from the setting SECRETS_KEY, or from `secrets.key` in the data folder, which is made when it is needed.
 */
@Injectable()
export class SecretBox {
  private known: Buffer | undefined;

  constructor(@Inject(APP_CONFIG) private readonly config: Pick<AppConfig, 'secretsKey' | 'dataDir'>) {}

  /**
   * @param purpose what it is and whose, e.g. `sign-in-provider/<id>`: sealed text that is moved to another row does not open there
   * @returns text of letters, digits, `.`, `-` and `_` @throws SecretsKeyMissingError
   */
  seal(plain: string, purpose: string): string {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.key(), iv).setAAD(Buffer.from(purpose));
    const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return `${VERSION}.${Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')}`;
  }

  /** @throws UnreadableSecretError, SecretsKeyMissingError */
  open(sealed: string, purpose: string): string {
    const [version, body = ''] = sealed.split('.');
    const bytes = Buffer.from(body, 'base64url');
    if (version !== VERSION || bytes.length < IV_BYTES + TAG_BYTES) throw new UnreadableSecretError(`no secret of this program: ${purpose}`);
    const decipher = createDecipheriv('aes-256-gcm', this.key(), bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES }).setAAD(Buffer.from(purpose));
    decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    try {
      return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
    } catch (cause) {
      throw new UnreadableSecretError(`not sealed with this key: ${purpose}`, { cause });
    }
  }

  /** Read at the first use, so that a process which needs none makes none. */
  private key(): Buffer {
    return (this.known ??= Buffer.from(hkdfSync('sha256', this.config.secretsKey ?? this.storedKey(), '', 'konzeptwerkstatt/secrets', 32)));
  }

  private storedKey(): string {
    const file = join(this.config.dataDir, FILE);
    try {
      mkdirSync(this.config.dataDir, { recursive: true });
      // Of two processes that start together one makes the file, and both read it.
      if (!existsSync(file)) writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { flag: 'wx', mode: 0o600 });
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw new SecretsKeyMissingError('the data folder cannot be written to', { cause });
    }
    return readKey(file);
  }
}

function readKey(file: string): string {
  let key: string;
  try {
    key = readFileSync(file, 'utf8').trim();
  } catch (cause) {
    throw new SecretsKeyMissingError(`${FILE} cannot be read`, { cause });
  }
  if (key.length < 32) throw new SecretsKeyMissingError(`${FILE} holds no key`);
  return key;
}
