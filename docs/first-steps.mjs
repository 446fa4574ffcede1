/**
 * Walks from an empty installation to the first sentence that two browsers see, as a person does, and makes the pictures of
 * first-steps.md. Ends with 1 when it takes longer than five minutes. Wants a built checkout (`npm start` once, or `npm run build`).
 *
 *   node docs/first-steps.mjs
 */
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import bundled from '@sparticuz/chromium';
import { chromium } from 'playwright-core';

const root = join(import.meta.dirname, '..');
const folder = join(import.meta.dirname, 'pictures/first-steps');
const mostMilliseconds = 5 * 60_000;
const account = { name: 'Beispielperson', email: 'leitung@musterstadt.example.org', password: 'vier Wörter ohne Zusammenhang' };
const firstField = 'Bildung und Sprache';
const sentence = 'Alle Kinder sollen früh gut Deutsch lernen können.';

/** Starts an empty installation. @returns the link that it prints and how to end it */
async function start(dataDir) {
  const env = { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, SEED: 'none', DATABASE_URL: '', REDIS_URL: '', LOG_LEVEL: 'error' };
  const child = spawn(process.execPath, [join(root, 'apps/standalone/dist/main.js')], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const link = await new Promise((resolve, reject) => {
    let printed = '';
    child.stdout.on('data', (chunk) => {
      printed += chunk;
      const found = /http:\/\/\S+\/einrichten#\S+/.exec(printed)?.[0];
      if (found && printed.includes('Beenden')) resolve(found.replace('localhost', '127.0.0.1'));
    });
    child.once('exit', () => reject(new Error(`Der Server ist nicht gestartet:\n${printed}`)));
  });
  return { link, stop: async () => { child.kill('SIGTERM'); await ended; } };
}

const context = { viewport: { width: 1280, height: 900 }, locale: 'de-DE', timezoneId: 'Europe/Berlin', colorScheme: 'light', reducedMotion: 'reduce' };

/** The way of whoever begins. @returns the page with the open text */
async function beginInstallation(browser, link) {
  const page = await (await browser.newContext(context)).newPage();
  const picture = (name) => page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  await page.goto(link);
  await page.getByLabel('Ihr Name').fill(account.name);
  await page.getByLabel('E-Mail-Adresse').fill(account.email);
  await page.getByLabel('Passwort', { exact: true }).fill(account.password);
  await page.getByLabel('Passwort noch einmal').fill(account.password);
  await page.getByLabel('Name der Kommune').fill('Musterstadt');
  await page.getByLabel('Amtlicher Gemeindeschlüssel').fill('01059999');
  await picture('1-account-and-municipality');
  await page.getByRole('button', { name: 'Konto und Kommune anlegen' }).click();
  await page.getByLabel('Farbe für Knöpfe und Links').fill('#1b5e20');
  await page.getByRole('button', { name: 'Farbe speichern' }).click();
  await page.getByText('Gespeichert', { exact: true }).first().waitFor();
  await picture('2-look');
  await page.getByRole('button', { name: 'Weiter', exact: true }).click();
  await page.getByText('Doppelpunkt: Bürger:innen').click();
  await page.getByLabel('Statt „Maßnahme“ (Einzahl)').fill('Vorhaben');
  await page.getByLabel('Statt „Maßnahmen“ (Mehrzahl)').fill('Vorhaben');
  await picture('3-wording');
  await page.getByRole('button', { name: 'Speichern und weiter' }).click();
  await page.getByRole('button', { name: 'Konzept anlegen und losschreiben' }).waitFor();
  await picture('4-first-concept');
  await page.getByRole('button', { name: 'Konzept anlegen und losschreiben' }).click();
  await page.getByRole('textbox', { name: firstField }).waitFor();
  return page;
}

/** A second browser opens the same text. */
async function openElsewhere(browser, address) {
  const page = await (await browser.newContext(context)).newPage();
  await page.goto(`${new URL(address).origin}/anmelden?weiter=${encodeURIComponent(new URL(address).pathname)}`);
  await page.getByLabel('E-Mail-Adresse').fill(account.email);
  await page.getByLabel('Passwort', { exact: true }).fill(account.password);
  await page.getByRole('main').getByRole('button', { name: 'Anmelden' }).click();
  await page.getByRole('textbox', { name: firstField }).waitFor();
  return page;
}

mkdirSync(folder, { recursive: true });
const dataDir = mkdtempSync(join(tmpdir(), 'konzeptwerkstatt-first-steps-'));
// The embedded database may run as a user of its own.
chmodSync(dataDir, 0o755);
let server;
let browser;
try {
  server = await start(dataDir);
  browser = await chromium.launch({ executablePath: await bundled.executablePath(), args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'], headless: true });
  const begun = Date.now();
  const page = await beginInstallation(browser, server.link);
  const other = await openElsewhere(browser, page.url());
  await page.getByRole('textbox', { name: firstField }).click();
  await page.keyboard.type(sentence);
  await other.getByText(sentence).waitFor();
  await other.getByRole('textbox', { name: firstField }).click();
  await other.keyboard.press('Control+End');
  await other.keyboard.type(' Auch mit ihren Eltern.');
  await page.getByText(`${sentence} Auch mit ihren Eltern.`).waitFor();
  await page.getByText('Gespeichert', { exact: true }).first().waitFor();
  await page.screenshot({ path: join(folder, '5-write-together.png') });
  const milliseconds = Date.now() - begun;
  console.log(`Vom Link bis zum gemeinsam geschriebenen Satz: ${Math.round(milliseconds / 1000)} Sekunden.`);
  process.exitCode = milliseconds > mostMilliseconds ? 1 : 0;
} finally {
  await browser?.close();
  await server?.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
