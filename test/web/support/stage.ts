import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type ApplicationOptions, type ApplicationUnderTest, type DemonstrationAccount, type GraphqlVisitor, useApplication } from '@konzeptwerkstatt/test-support';
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import { launchBrowser } from './browser.js';
import { Person } from './person.js';

const desktop: BrowserContextOptions = { viewport: { width: 1280, height: 900 }, locale: 'de-DE', timezoneId: 'Europe/Berlin', colorScheme: 'light', reducedMotion: 'reduce' };
export const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

let folder: string | undefined;

/** The cookies of a session, for a browser at this address. */
const cookiesOf = ({ headers }: GraphqlVisitor, url: string): Parameters<BrowserContext['addCookies']>[0] =>
  (headers['Cookie'] ?? '').split('; ').map((pair) => {
    const [name = '', ...value] = pair.split('=');
    return { name, value: value.join('='), url, httpOnly: true, sameSite: 'Lax' };
  });

/** Who takes part in one journey, and the application they meet in. */
export class Stage {
  private readonly people: Person[] = [];

  constructor(readonly application: ApplicationUnderTest, private readonly browser: Browser, private readonly sessions: Map<DemonstrationAccount, Promise<GraphqlVisitor>>) {}

  /** Somebody at a fresh browser, not signed in. @param origin another way to the application than the straight one */
  async visitor(account: DemonstrationAccount | null = null, options: BrowserContextOptions = {}, origin = this.application.origin): Promise<Person> {
    const context = await this.browser.newContext({ ...desktop, ...options });
    context.setDefaultTimeout(20_000);
    const person = new Person(context, await context.newPage(), origin, account);
    this.people.push(person);
    return person;
  }

  /**
   * Somebody who is signed in and has not opened a page yet: with a session of the suite's browsers, which is opened without
   * the form. Journeys about signing in fill it in as a `visitor`.
   */
  async person(account: DemonstrationAccount, options: BrowserContextOptions = {}, origin = this.application.origin): Promise<Person> {
    const person = await this.visitor(account, options, origin);
    const session = this.sessions.get(account) ?? this.application.signIn(account);
    this.sessions.set(account, session);
    await person.context.addCookies(cookiesOf(await session, origin));
    return person;
  }

  /** One more window of somebody's browser: storage and session are shared. */
  async window(person: Person, account: DemonstrationAccount): Promise<Person> {
    const other = new Person(person.context, await person.context.newPage(), person.origin, account);
    this.people.push(other);
    return other;
  }

  /** What any page did that none may do. */
  problems(): string[] {
    return this.people.flatMap(({ email, watch }) => watch.problems.map((problem) => `${email || 'visitor'}: ${problem.slice(0, 500)}`)).slice(0, 20);
  }

  /** Pictures of what everybody saw last. @returns where they lie */
  async picture(title: string): Promise<string[]> {
    folder ??= mkdtempSync(join(tmpdir(), 'konzeptwerkstatt-web-'));
    const files: string[] = [];
    for (const [index, { page }] of this.people.entries()) {
      const path = join(folder, `${title.replace(/[^a-z0-9]+/gi, '-').slice(0, 60)}-${index + 1}.png`);
      // A page that has crashed shows nothing.
      if (await page.screenshot({ path, timeout: 5_000 }).catch(() => null)) files.push(path);
    }
    return files;
  }

  async end(): Promise<void> {
    await Promise.all([...new Set(this.people.map(({ context }) => context))].map((context) => context.close()));
  }
}

/** Runs one journey; when it fails, the error says where pictures of everybody's page lie and what the pages complained about. */
async function run(title: string, stage: Stage, steps: (stage: Stage) => Promise<void>): Promise<void> {
  try {
    await steps(stage);
    expect(stage.problems()).toEqual([]);
  } catch (error) {
    const seen = [...(await stage.picture(title)), ...stage.problems(), stage.application.server.output().slice(-1_500)];
    if (error instanceof Error) error.message = `${error.message}\n\n${seen.join('\n')}`;
    throw error;
  } finally {
    await stage.end();
  }
}

/** Journeys of one suite, on one server with the demonstration and in one browser. */
export function useJourneys(options: ApplicationOptions = {}): (title: string, steps: (stage: Stage) => Promise<void>) => void {
  const sessions = new Map<DemonstrationAccount, Promise<GraphqlVisitor>>();
  let browser: Promise<Browser> | undefined;
  beforeAll(() => {
    browser = launchBrowser();
    // It comes up beside the server; that it did not is told where it is waited for.
    browser.catch(() => undefined);
  });
  const application = useApplication(options);
  beforeAll(async () => void (await browser), 240_000);
  afterAll(async () => (await browser)?.close(), 20_000);
  return (title, steps) => {
    it(title, async () => {
      if (!browser) throw new Error('no browser');
      await run(title, new Stage(application(), await browser, sessions), steps);
    }, 150_000);
  };
}
