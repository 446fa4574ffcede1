/**
 * `npm run pictures`: makes the pictures of the README from the running system: docs/pictures/editor.png and
 * docs/pictures/measure-table.png. Starts the application with the demonstration on a database of its own, and deletes it.
 */
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './setup/paths.mjs';
import { fail, step } from './setup/progress.mjs';
import { setUp } from './setup/set-up.mjs';

const password = 'beispiel-2026';
const section = 'Sozialräumliche Integration';
const measureTitle = 'Begegnungsorte in Nachbarschaftszentren (Beispiel)';

/** Starts the application. @returns its address and how to end it */
async function start(dataDir) {
  const env = { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, SEED: 'demo', DATABASE_URL: '', REDIS_URL: '', LOG_LEVEL: 'error' };
  const child = spawn(process.execPath, [join(root, 'apps/standalone/dist/main.js')], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  let printed = '';
  const origin = await new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      printed += chunk;
      const port = /läuft: http:\/\/[^\s:]+:(\d+)/.exec(printed)?.[1];
      if (port) resolve(`http://127.0.0.1:${port}`);
    });
    child.once('exit', () => reject(new Error(`Der Server ist nicht gestartet:\n${printed}`)));
  });
  return { origin, stop: async () => { child.kill('SIGTERM'); await ended; } };
}

async function signIn(browser, origin, email) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, locale: 'de-DE', timezoneId: 'Europe/Berlin', colorScheme: 'light', reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(`${origin}/anmelden`);
  await page.getByLabel('E-Mail-Adresse').fill(email);
  await page.getByLabel('Passwort', { exact: true }).fill(password);
  await page.getByRole('main').getByRole('button', { name: 'Anmelden' }).click();
  await page.getByRole('heading', { level: 1, name: 'Meine Aufgaben' }).waitFor();
  return page;
}

/** The way a person goes: concepts, the concept, its section. */
async function openSection(page) {
  await page.getByRole('navigation', { name: 'Hauptmenü' }).getByRole('link', { name: 'Konzepte' }).click();
  await page.getByRole('main').getByRole('link', { name: /^Vielfalt leben/ }).click();
  await page.getByRole('link', { name: section, exact: true }).click();
  const text = page.getByRole('textbox', { name: section, exact: true });
  await text.waitFor();
  await page.getByText('Gespeichert', { exact: true }).waitFor();
  return text;
}

/** Puts the cursor behind the last word of an element. */
async function cursorBehind(page, element) {
  await element.evaluate((node) => node.scrollIntoView({ block: 'center', behavior: 'instant' }));
  const { x, y } = await element.evaluate((node) => {
    const range = node.ownerDocument.createRange();
    range.selectNodeContents(node);
    const last = [...range.getClientRects()].at(-1);
    return { x: last.right - 1, y: last.top + last.height / 2 };
  });
  await page.mouse.click(x, y);
  await page.waitForTimeout(100);
  await page.keyboard.press('End');
}

async function editorPicture(office, member, file) {
  const [text, otherText] = [await openSection(office), await openSection(member)];
  await cursorBehind(member, otherText.getByText('Hier geht es um das Zusammenleben im Stadtteil'));
  await member.keyboard.type(' Wir fangen mit den Orten an, an denen man sich trifft.');
  await text.getByText('Wir fangen mit den Orten an').waitFor();
  await cursorBehind(office, text.getByText('Die Quelle nennt die Initiierung'));
  const measure = text.locator('.kw-object--measure').filter({ hasText: measureTitle });
  await measure.getByRole('button', { name: 'Angaben bearbeiten' }).click();
  await measure.getByText('Kosten in Euro').waitFor();
  await cursorBehind(office, text.getByText('Die Quelle nennt die Initiierung'));
  await office.getByText('Gespeichert', { exact: true }).waitFor();
  await office.setViewportSize({ width: 1280, height: 1320 });
  await scrollTo(office, '.kw-section-editor');
  await office.screenshot({ path: file });
}

/** Brings an element to the top of the page's window. */
async function scrollTo(page, selector) {
  await page.mouse.move(0, 0);
  await page.waitForTimeout(300);
  await page.locator(selector).first().evaluate((node) => globalThis.scrollTo({ top: node.getBoundingClientRect().top + globalThis.scrollY - 16, behavior: 'instant' }));
  await page.waitForTimeout(300);
}

async function tablePicture(office, file) {
  await office.setViewportSize({ width: 1440, height: 1000 });
  await office.getByRole('main').getByRole('link', { name: /^Vielfalt leben/ }).click();
  await office.getByRole('main').getByRole('link', { name: 'Maßnahmen', exact: true }).click();
  await office.getByRole('heading', { level: 1, name: 'Maßnahmen' }).waitFor();
  await office.getByRole('button', { name: /Gruppieren$/ }).click();
  await office.getByRole('option', { name: 'Handlungsfeld', exact: true }).click();
  await office.getByRole('link', { name: measureTitle }).waitFor();
  await scrollTo(office, 'main h1');
  await office.screenshot({ path: file });
}

async function makePictures() {
  await setUp();
  const { default: bundled } = await import('@sparticuz/chromium');
  const { chromium } = await import('playwright-core');
  const dataDir = mkdtempSync(join(tmpdir(), 'konzeptwerkstatt-pictures-'));
  // The embedded database may run as a user of its own.
  chmodSync(dataDir, 0o755);
  const folder = join(root, 'docs/pictures');
  mkdirSync(folder, { recursive: true });
  let server;
  let browser;
  try {
    server = await step('Anwendung starten', () => start(dataDir));
    const args = bundled.args.filter((argument) => argument !== '--single-process' && argument !== '--no-zygote');
    browser = await chromium.launch({ executablePath: await bundled.executablePath(), args, headless: true });
    const office = await signIn(browser, server.origin, 'amt.leipzig@example.org');
    const member = await signIn(browser, server.origin, 'verein.leipzig@example.org');
    await step('Bild des Editors', () => editorPicture(office, member, join(folder, 'editor.png')));
    await step('Bild der Maßnahmentabelle', () => tablePicture(office, join(folder, 'measure-table.png')));
  } finally {
    await browser?.close();
    await server?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

await makePictures().catch(fail);
