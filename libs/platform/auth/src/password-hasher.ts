import { Injectable, type OnModuleInit } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { ApplicationError } from '@konzeptwerkstatt/kernel';

/** argon2id (the library's default) with 19 MiB and two passes, OWASP's minimum. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Hashing takes at most this many threads, so that a storm of sign-ins does not stop other work. */
const MAX_RUNNING = 2;
const MAX_WAITING = 200;

/** Hashes and checks passwords, never more than two at once. */
@Injectable()
export class PasswordHasher implements OnModuleInit {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private dummy: Promise<string> | undefined;

  /** The dummy is made before the first sign-in, whose time must not give an unknown account away either. */
  async onModuleInit(): Promise<void> {
    await this.dummyHash();
  }

  hash(password: string): Promise<string> {
    return this.limited(() => hash(password, OPTIONS));
  }

  /**
   * Whether a password fits. Without a stored hash (unknown account) a dummy is checked, so that the answer takes the same
   * time. @throws ApplicationError UNAVAILABLE when too many wait
   */
  async verify(stored: string | null, password: string): Promise<boolean> {
    const expected = stored ?? (await this.dummyHash());
    const fits = await this.limited(() => verify(expected, password));
    return fits && stored !== null;
  }

  private dummyHash(): Promise<string> {
    return (this.dummy ??= this.hash('nobody has this password'));
  }

  private async limited<T>(work: () => Promise<T>): Promise<T> {
    await this.enter();
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }

  /** A finished one hands its place on, so `running` only grows for those that need not wait. */
  private enter(): Promise<void> | void {
    if (this.running < MAX_RUNNING) {
      this.running += 1;
      return;
    }
    if (this.waiting.length >= MAX_WAITING) throw new ApplicationError('UNAVAILABLE', 'Gerade melden sich sehr viele Menschen an. Bitte versuchen Sie es gleich noch einmal.', 5);
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}
