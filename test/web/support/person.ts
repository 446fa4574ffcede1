import { DEMONSTRATION_ACCOUNTS, DEMONSTRATION_PASSWORD } from '@konzeptwerkstatt/demonstration/accounts';
import { demonstrationAccounts, type DemonstrationAccount } from '@konzeptwerkstatt/test-support';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { Watch } from './watch.js';

/** Somebody at a browser of their own: nothing is shared with anybody else's. */
export class Person {
  readonly watch: Watch;
  /** As they stand in the frame and at the cursor; empty for somebody without an account. */
  readonly name: string;
  readonly organisation: string;
  readonly email: string;

  constructor(readonly context: BrowserContext, readonly page: Page, readonly origin: string, account: DemonstrationAccount | null) {
    this.watch = new Watch(page, origin);
    this.email = account ? demonstrationAccounts[account] : '';
    const known = DEMONSTRATION_ACCOUNTS.find(({ email }) => email === this.email);
    this.name = known?.name ?? '';
    this.organisation = known?.organisation ?? '';
  }

  /** Goes to an address of the application. */
  async open(path: string): Promise<void> {
    await this.page.goto(`${this.origin}${path}`);
  }

  /** Signs in as people do: by the form, wherever it is shown. */
  async signIn(password = DEMONSTRATION_PASSWORD): Promise<void> {
    await this.page.getByLabel('E-Mail-Adresse').fill(this.email);
    await this.page.getByLabel('Passwort', { exact: true }).fill(password);
    await this.page.getByRole('main').getByRole('button', { name: 'Anmelden', exact: true }).click();
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { level: 1, name });
  }

  /** Waits for the page with this title. */
  async isAt(title: string | RegExp): Promise<void> {
    await this.heading(title).waitFor();
  }

  /** Everything there is to read on the page. */
  async reads(): Promise<string> {
    return this.page.locator('body').innerText();
  }

  get main(): Locator {
    return this.page.getByRole('main');
  }
}
