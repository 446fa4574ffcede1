import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPlainDatabase, startServer, type StartedServer, type PlainDatabase } from '@konzeptwerkstatt/test-support';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { findings, sidewaysScrolling } from './support/accessibility.js';
import { launchBrowser } from './support/browser.js';
import { phone } from './support/stage.js';

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const email = 'leitung@stadt.example.org';
const password = 'vier Wörter ohne Zusammenhang';
const sentence = 'Alle Kinder sollen früh gut Deutsch lernen können.';

let database: PlainDatabase;
let server: StartedServer;
let browser: Browser;

beforeAll(async () => {
  database = await createPlainDatabase();
  [server, browser] = await Promise.all([startServer({ databaseUrl: database.url, seed: 'none' }), launchBrowser()]);
}, 240_000);
afterAll(async () => {
  await browser.close();
  await server.stop();
  await database.drop();
}, 30_000);

async function visitor(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'de-DE', reducedMotion: 'reduce', ...options });
  context.setDefaultTimeout(10_000);
  return context.newPage();
}

/** The way back in: by the sign-in page, to the address one wanted. */
async function signIn(page: Page, path: string): Promise<void> {
  await page.goto(`${server.origin}/anmelden?weiter=${encodeURIComponent(path)}`);
  await page.getByLabel('E-Mail-Adresse').fill(email);
  await page.getByLabel('Passwort', { exact: true }).fill(password);
  await page.getByRole('main').getByRole('button', { name: 'Anmelden', exact: true }).click();
}

async function accessible(page: Page): Promise<void> {
  expect(await findings(page)).toEqual([]);
  expect(await sidewaysScrolling(page)).toEqual([]);
}

const link = (): string => /http:\S+(\/einrichten#\S+)/.exec(server.output())?.[1] ?? '';

describe('an administrator sets up her municipality', () => {
  it('begins with the printed link, is told what is wrong, and has an account', async () => {
    const page = await visitor(phone);
    await page.goto(`${server.origin}/einrichten#falsch`);
    await page.getByText('Diesen Link kennen wir nicht').waitFor();
    await accessible(page);
    await page.goto('about:blank');
    await page.goto(`${server.origin}${link()}`);
    await page.getByLabel('Ihr Name').fill('Beispielperson');
    await page.getByLabel('E-Mail-Adresse').fill(email);
    await page.getByLabel('Passwort', { exact: true }).fill(password);
    await page.getByLabel('Passwort noch einmal').fill('etwas anderes');
    await page.getByLabel('Name der Kommune').fill('Musterstadt');
    await page.getByLabel('Amtlicher Gemeindeschlüssel').fill('1059999');
    await page.getByRole('button', { name: 'Konto und Kommune anlegen' }).click();
    await page.getByText('Die beiden Passwörter sind nicht gleich.').waitFor();
    await page.getByText('Der Gemeindeschlüssel hat genau acht Ziffern').waitFor();
    await accessible(page);
    await page.getByLabel('Passwort noch einmal').fill(password);
    await page.getByLabel('Amtlicher Gemeindeschlüssel').fill('01059999');
    await page.getByRole('button', { name: 'Konto und Kommune anlegen' }).click();
    await page.getByRole('heading', { level: 1, name: 'Musterstadt einrichten' }).waitFor();
    await accessible(page);
    await page.context().close();
  }, 60_000);

  it('brings logo and colour, leaves, and comes back to where she was', async () => {
    const page = await visitor();
    await page.goto(`${server.origin}${link()}`);
    await page.getByText('Dieser Link wurde schon benutzt').waitFor();
    await signIn(page, '/einrichten/schritte');
    const choose = (name: string, content: Buffer): Promise<void> => page.getByLabel('Logo').setInputFiles({ name, mimeType: 'image/png', buffer: content });
    await choose('logo.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'));
    await page.getByText('SVG-Dateien können Programme enthalten').waitFor();
    await choose('logo.png', png.subarray(0, 40));
    await page.getByText('Das Bild ist beschädigt').waitFor();
    await choose('logo.png', png);
    await page.getByRole('img', { name: 'Logo von Musterstadt' }).waitFor();
    await page.getByLabel('Farbe für Knöpfe und Links').fill('#ffcc00');
    await page.getByText('Zu hell: Kontrast 1,5 zu 1').waitFor();
    await page.getByRole('button', { name: 'Farbe speichern' }).click();
    await page.getByText('Diese Farbe ist zu hell').waitFor();
    await page.getByLabel('Farbe für Knöpfe und Links').fill('#1b5e20');
    await page.getByRole('button', { name: 'Farbe speichern' }).click();
    await page.getByRole('button', { name: 'Zurück zur Farbe' }).waitFor();
    await page.getByRole('button', { name: 'Weiter', exact: true }).click();
    await page.getByText('Doppelpunkt: Bürger:innen').waitFor();
    await page.goto(`${server.origin}/konzepte`);
    await page.getByText('Musterstadt ist noch nicht fertig eingerichtet').waitFor();
    await page.getByRole('link', { name: 'Weiter einrichten' }).click();
    await page.getByText('Doppelpunkt: Bürger:innen').click();
    await page.getByLabel('Statt „Maßnahme“ (Einzahl)').fill('Vorhaben');
    await accessible(page);
    await page.getByRole('button', { name: 'Speichern und weiter' }).click();
    await page.getByText('Bitte geben Sie Einzahl und Mehrzahl an').waitFor();
    await page.getByLabel('Statt „Maßnahmen“ (Mehrzahl)').fill('Vorhaben');
    await page.getByRole('button', { name: 'Speichern und weiter' }).click();
    await page.getByLabel('Handlungsfeld 1', { exact: true }).fill('Sprache');
    await page.waitForResponse((response) => response.request().postData()?.includes('PlanConcept') ?? false);
    await page.context().close();
  }, 60_000);

  it('begins the concept and writes at once, with somebody at another browser', async () => {
    const page = await visitor();
    await signIn(page, '/einrichten/schritte');
    await page.getByLabel('Handlungsfeld 1', { exact: true }).waitFor();
    expect(await page.getByLabel('Handlungsfeld 1', { exact: true }).inputValue()).toBe('Sprache');
    await accessible(page);
    await page.getByRole('button', { name: 'Konzept anlegen und losschreiben' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sprache' }).waitFor();
    const text = page.getByRole('textbox', { name: 'Sprache' });
    const other = await visitor(phone);
    await signIn(other, new URL(page.url()).pathname);
    const otherText = other.getByRole('textbox', { name: 'Sprache' });
    await otherText.waitFor();
    // An empty text says that one can write, as a placeholder and not as words of it; it goes with the first ones, here and elsewhere.
    expect([await text.getAttribute('aria-placeholder'), await otherText.getAttribute('aria-placeholder'), await text.innerText()]).toEqual(['Hier können Sie schreiben.', 'Hier können Sie schreiben.', '']);
    await text.click();
    await page.keyboard.type(sentence);
    await other.getByText(sentence).waitFor();
    expect([await text.getAttribute('aria-placeholder'), await otherText.getAttribute('aria-placeholder')]).toEqual([null, null]);
    await otherText.click();
    await other.keyboard.press('Control+End');
    await other.keyboard.type(' Auch ihre Eltern.');
    await page.getByText(`${sentence} Auch ihre Eltern.`).waitFor();
    await page.getByText('Wir schreiben: Bürger:innen').waitFor();
    const color = await page.evaluate(() => getComputedStyle(document.body).getPropertyValue('--kern-color-action-default'));
    expect(color).toContain('#1b5e20');
    await page.goto(`${server.origin}${new URL(page.url()).pathname.split('/abschnitte')[0]}`);
    await page.getByRole('link', { name: 'Vorhaben', exact: true }).waitFor();
    await Promise.all([page.context().close(), other.context().close()]);
  }, 60_000);

  it('fills the imprint in, and everybody reads it before signing in', async () => {
    const page = await visitor();
    await signIn(page, '/einstellungen/seiten/impressum');
    const text = page.getByLabel('Text der Seite');
    await text.waitFor();
    await accessible(page);
    await page.getByRole('button', { name: 'Speichern und veröffentlichen' }).click();
    await page.getByText('Es sind noch Stellen auszufüllen').waitFor();
    await text.fill('## Angaben\n\nMusterstadt\n\n- <img src=x onerror=alert(1)>');
    await page.getByRole('button', { name: 'Speichern und veröffentlichen' }).click();
    await page.getByText('Die Seite ist veröffentlicht.').first().waitFor();
    const reader = await visitor({ ...phone, colorScheme: 'dark' });
    await reader.goto(`${server.origin}/anmelden`);
    await reader.getByRole('link', { name: 'Impressum' }).click();
    await reader.getByRole('heading', { level: 2, name: 'Angaben' }).waitFor();
    await reader.getByText('<img src=x onerror=alert(1)>').waitFor();
    await accessible(reader);
    await Promise.all([page.context().close(), reader.context().close()]);
  }, 60_000);

  it('adds another municipality and gives a link to its administrator', async () => {
    const page = await visitor();
    await signIn(page, '/installation');
    await page.getByRole('button', { name: 'Kommune anlegen' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name der Kommune').fill('Nachbarstadt');
    await dialog.getByLabel('Amtlicher Gemeindeschlüssel').fill('01059998');
    await accessible(page);
    await dialog.getByRole('button', { name: 'Kommune anlegen' }).click();
    const given = await page.getByLabel('Link', { exact: true }).inputValue();
    await page.getByText('noch nicht übernommen').waitFor();
    await accessible(page);
    const other = await visitor(phone);
    await other.goto(given);
    await other.getByRole('heading', { level: 1, name: 'Nachbarstadt übernehmen' }).waitFor();
    await accessible(other);
    await Promise.all([page.context().close(), other.context().close()]);
  }, 60_000);

  it('sees what was left behind in the background and has it tried again, until all is well', async () => {
    const park = (job: string) => database.pool.query(
      `INSERT INTO engine.parked_job (id, queue, job_name, job_id, data, reason, attempts) VALUES (gen_random_uuid(), 'now', $1, gen_random_uuid()::text, '{}', 'Error ECONNREFUSED at prune-expired.processor.ts:14', 5)`, [job]);
    await park('outbox.prune-expired');
    await park('mail.send-due-mails');
    const page = await visitor();
    await signIn(page, '/installation');
    await page.getByRole('link', { name: 'Betrieb ansehen' }).click();
    await page.getByRole('heading', { level: 1, name: 'Betrieb der Installation' }).waitFor();
    await page.getByText('2 Aufträge sind liegen geblieben.').waitFor();
    await page.getByText('Die Datenbank oder ein anderer Dienst war nicht erreichbar.').first().waitFor();
    // What renews itself interrupts nobody.
    expect(await page.getByRole('main').locator('[aria-live]:not([aria-live=off]), [role=status], [role=alert]').count()).toBe(0);
    await accessible(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await accessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await accessible(page);
    await page.getByRole('button', { name: 'Noch einmal versuchen: outbox.prune-expired' }).press('Enter');
    await page.getByText('Ein Auftrag ist liegen geblieben.').waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Liegen geblieben');
    await database.pool.query('UPDATE engine.parked_job SET retried_at = now() WHERE retried_at IS NULL');
    await page.getByRole('button', { name: /^Noch einmal versuchen/ }).press('Enter');
    await page.getByText('Diesen Auftrag hat schon jemand neu gestartet.').waitFor();
    await page.getByRole('button', { name: 'Jetzt aktualisieren' }).click();
    await page.getByText('Alles läuft').waitFor();
    await accessible(page);
    await page.context().close();
  }, 60_000);
});
