import { randomUUID } from 'node:crypto';
import { describe, expect } from '@jest/globals';
import { expectAccessibleInBothLooks, findings, sidewaysScrolling } from './support/accessibility.js';
import { downloadBy } from './support/download.js';
import { choose } from './support/editor.js';
import type { Person } from './support/person.js';
import { phone, useJourneys } from './support/stage.js';

const journey = useJourneys();

const list = (name: string): Buffer => Buffer.from(`Verteiler;;;\r\nVerein;Art;E-Mail;Ansprechpartner*in\r\nFreundeskreis ${name};Migrantenorganisation;post@${name}.example;Sara Beispiel\r\nDoppelt ${name};Verein;;\r\nDoppelt ${name};Verein;;\r\n`, 'latin1');

/** The link in the newest mail to an address, read by the office as it would hand it on. */
async function linkInOutgoingMail(office: Person, email: string): Promise<string> {
  await office.open('/ausgang');
  await office.page.getByRole('row').filter({ hasText: email }).first().getByRole('button', { name: /Ansehen/ }).click();
  await office.page.getByRole('button', { name: 'Text lesen' }).click();
  const text = await office.page.locator('.kw-letter').innerText();
  const { pathname, search, hash } = new URL(/https?:\S+/.exec(text)?.[0] ?? '');
  return `${pathname}${search}${hash}`;
}

/** Opens an organisation of the list. */
async function openOrganisation(office: Person, name: string): Promise<void> {
  await office.open('/organisationen');
  await office.main.getByRole('link', { name }).click();
  await office.isAt(name);
  await office.main.getByText('Wer mitschreiben soll, braucht eine Rolle').waitFor();
}

/** Begins an invitation for an organisation. */
async function beginInvitation(office: Person, { organisation, name, email }: { organisation: string; name: string; email: string }): Promise<void> {
  await openOrganisation(office, organisation);
  await office.main.getByRole('button', { name: 'Jemanden einladen' }).click();
  await office.page.getByLabel('Name der Person').fill(name);
  await office.page.getByLabel('E-Mail-Adresse').fill(email);
}

describe('the office', () => {
  journey('takes over a list of organisations after seeing what it does', async (stage) => {
    const name = `a${randomUUID().slice(0, 8)}`;
    const office = await stage.person('office');
    await office.open('/organisationen');
    await office.main.getByRole('link', { name: 'Liste einlesen' }).click();
    await office.isAt('Liste einlesen');
    const chooser = office.page.waitForEvent('filechooser');
    await office.main.getByRole('button', { name: 'Datei auswählen' }).click();
    await (await chooser).setFiles({ name: 'verteiler.csv', mimeType: 'text/csv', buffer: list(name) });
    await office.main.getByRole('button', { name: '3 Zeilen prüfen' }).click();
    await office.main.getByText('1 neu, 0 geändert, 0 unverändert, 2 mit Fehlern').waitFor();
    await office.main.getByText(/Dieser Name steht mehrmals in der Liste/).first().waitFor();
    const takeOver = office.main.getByRole('button', { name: /übernehmen$/ });
    expect(await takeOver.isDisabled()).toBe(true);
    await expectAccessibleInBothLooks(office.page);
    await office.main.getByText('Die 2 Zeilen mit Fehlern auslassen').click();
    await takeOver.click();
    await office.main.getByText('Die Liste ist übernommen').waitFor();
    await openOrganisation(office, `Freundeskreis ${name}`);
    await office.main.getByText(`post@${name}.example`).waitFor();
    await office.main.getByText('Sara Beispiel').waitFor();
  });

  journey('invites by letter, and somebody comes in with its code on a phone', async (stage) => {
    const office = await stage.person('office');
    await openOrganisation(office, 'Migrantenbeirat Leipzig');
    await office.main.getByRole('button', { name: 'Jemanden einladen' }).click();
    await office.page.getByText('als Brief zum Ausdrucken').click();
    await office.page.getByLabel('Name der Person').fill('Sara Beispiel');
    expect(await findings(office.page)).toEqual([]);
    await office.page.getByRole('button', { name: 'Brief anlegen' }).click();
    const code = await office.main.locator('.kw-paper__code').innerText();
    await office.main.getByRole('img', { name: /Kamera/ }).waitFor();
    await expectAccessibleInBothLooks(office.page);
    await office.page.emulateMedia({ media: 'print' });
    expect((await office.reads()).trim()).toMatch(/^Guten Tag Sara Beispiel,[^]*vier Wochen lang[^]*weiter\.$/);

    const newcomer = await stage.visitor(null, phone);
    await newcomer.open('/einladung');
    await newcomer.page.getByLabel('Code aus dem Brief').fill(code.toLowerCase());
    await newcomer.page.getByRole('button', { name: 'Einladung öffnen' }).tap();
    await newcomer.main.getByText('Migrantenbeirat Leipzig').waitFor();
    expect([...(await findings(newcomer.page)), ...(await sidewaysScrolling(newcomer.page))]).toEqual([]);
    await newcomer.page.getByLabel('E-Mail-Adresse').fill(`${randomUUID()}@example.org`);
    await newcomer.page.getByLabel('Neues Passwort', { exact: true }).fill('kurz');
    await newcomer.page.getByRole('button', { name: 'Konto einrichten' }).tap();
    await newcomer.main.getByText('Das Passwort braucht mindestens 12 Zeichen.').first().waitFor();
    await newcomer.page.getByLabel('Neues Passwort', { exact: true }).fill('ein langes Passwort');
    await newcomer.page.getByRole('button', { name: 'Konto einrichten' }).tap();
    await newcomer.isAt('Meine Aufgaben');
  });
});

describe('a letter', () => {
  const languages = [
    { language: 'Englisch', tag: 'en', direction: 'ltr', says: /^Hello Sara Beispiel,[^]*for four weeks[^]*pass it on\.$/ },
    { language: 'Arabisch', tag: 'ar', direction: 'rtl', says: /^مرحبًا \u2068Sara Beispiel\u2069،[^]*لمدة أربعة أسابيع[^]*لغيركم\.$/ },
  ];
  for (const { language, tag, direction, says } of languages) {
    journey(`is in the language of whoever is invited, whatever the office reads: ${language}`, async (stage) => {
      const office = await stage.person('office');
      await openOrganisation(office, 'Migrantenbeirat Leipzig');
      await office.main.getByRole('button', { name: 'Jemanden einladen' }).click();
      await office.page.getByText('als Brief zum Ausdrucken').click();
      await office.page.getByLabel('Name der Person').fill('Sara Beispiel');
      await choose(office.page.getByRole('dialog'), 'Sprache', language);
      await office.page.getByRole('button', { name: 'Brief anlegen' }).click();
      const paper = office.main.locator('.kw-paper');
      await paper.waitFor();
      expect([await paper.getAttribute('lang'), await paper.getAttribute('dir')]).toEqual([tag, direction]);
      expect(await findings(office.page)).toEqual([]);
      await office.page.emulateMedia({ media: 'print' });
      expect((await office.reads()).trim()).toMatch(says);
    });
  }
});

describe('a link in a mail', () => {
  journey('invites one person once: whoever opens it again is told so', async (stage) => {
    const [office, email] = [await stage.person('office'), `${randomUUID()}@example.org`];
    await beginInvitation(office, { organisation: 'Migrantenbeirat Leipzig', name: 'Ali Beispiel', email });
    await office.page.getByRole('button', { name: 'Einladung schicken' }).click();
    await office.page.getByText('diese Installation hat keinen Mailserver').waitFor();
    await office.main.getByText(email).waitFor();
    const link = await linkInOutgoingMail(office, email);
    await expectAccessibleInBothLooks(office.page);

    const newcomer = await stage.visitor();
    await newcomer.open(link);
    await newcomer.main.getByText(new RegExp(`Diese Einladung gilt nur für.*${email[0]}…@example\\.org`)).waitFor();
    expect(newcomer.page.url()).not.toContain('#');
    await newcomer.page.getByLabel('Neues Passwort', { exact: true }).fill('ein langes Passwort');
    await newcomer.page.getByRole('button', { name: 'Konto einrichten' }).click();
    await newcomer.isAt('Meine Aufgaben');

    const second = await stage.visitor();
    await second.open(`${link.replace('#', '?lang=ar#')}`);
    expect(await second.page.locator('html').getAttribute('dir')).toBe('rtl');
    await second.main.getByText('تم استخدام هذا الرابط من قبل').first().waitFor();
    await expectAccessibleInBothLooks(second.page);
  });

  journey('in Arabic opens in Arabic on a phone, until somebody chooses another language', async (stage) => {
    const [office, email] = [await stage.person('office'), `${randomUUID()}@example.org`];
    await beginInvitation(office, { organisation: 'Migrantenbeirat Leipzig', name: 'Sara Beispiel', email });
    await choose(office.page.getByRole('dialog'), 'Sprache', 'Arabisch');
    await office.page.getByRole('button', { name: 'Einladung schicken' }).click();
    await office.main.getByText(email).waitFor();
    const newcomer = await stage.visitor(null, phone);
    await newcomer.open(await linkInOutgoingMail(office, email));
    await newcomer.main.getByLabel('كلمة مرور جديدة', { exact: true }).waitFor();
    const language = () => newcomer.page.locator('html').getAttribute('lang');
    expect([await language(), ...(await findings(newcomer.page)), ...(await sidewaysScrolling(newcomer.page))]).toEqual(['ar']);
    await newcomer.page.reload();
    await newcomer.main.getByLabel('كلمة مرور جديدة', { exact: true }).waitFor();
    expect(await language()).toBe('ar');
    await newcomer.page.getByRole('button', { name: /العربية/ }).tap();
    await newcomer.page.getByRole('menuitem', { name: 'Deutsch' }).tap();
    await newcomer.main.getByLabel('Neues Passwort', { exact: true }).waitFor();
    await newcomer.page.reload();
    await newcomer.main.getByLabel('Neues Passwort', { exact: true }).waitFor();
  });

  journey('sets a forgotten password anew', async (stage) => {
    const office = await stage.person('office');
    const member = await stage.visitor('welfare');
    await member.open('/anmelden');
    await member.main.getByRole('link', { name: 'Passwort vergessen' }).click();
    await member.isAt('Passwort vergessen');
    await member.page.getByLabel('E-Mail-Adresse').fill(member.email);
    await member.page.getByRole('button', { name: 'Link anfordern' }).click();
    await member.main.getByText('Bitte fragen Sie in Ihrer Kommune nach dem Link').waitFor();
    await expectAccessibleInBothLooks(member.page);
    const link = await linkInOutgoingMail(office, member.email);
    await member.open(link);
    await member.isAt('Neues Passwort setzen');
    await expectAccessibleInBothLooks(member.page);
    await member.page.getByLabel('Neues Passwort', { exact: true }).fill('ein ganz neues Passwort');
    await member.page.getByRole('button', { name: 'Passwort setzen' }).click();
    await member.main.getByText('Ihr Passwort ist geändert.').waitFor();
    const second = await stage.visitor();
    await second.open(link);
    await second.main.getByText('Dieser Link wurde schon benutzt').waitFor();
    expect(await second.page.getByLabel('Neues Passwort', { exact: true }).count()).toBe(0);
    await second.main.getByRole('link', { name: 'Neuen Link anfordern' }).click();
    await second.isAt('Passwort vergessen');
    await member.open('/anmelden');
    await member.signIn('ein ganz neues Passwort');
    await member.isAt('Meine Aufgaben');
  });
});

describe('another mail address', () => {
  journey('is confirmed by a link that says so when it was used', async (stage) => {
    const [office, member, email] = [await stage.person('office'), await stage.person('contributor'), `${randomUUID()}@example.org`];
    await member.open('/konto');
    const form = member.main.locator('form').filter({ has: member.page.getByLabel('Neue E-Mail-Adresse') });
    await form.getByLabel('Neue E-Mail-Adresse').fill(email);
    await form.getByLabel('Ihr Passwort').fill('beispiel-2026');
    await form.getByRole('button', { name: 'Link schicken' }).click();
    const link = await linkInOutgoingMail(office, email);
    const mailbox = await stage.visitor();
    await mailbox.open(link);
    const confirm = mailbox.main.getByRole('button', { name: 'Adresse bestätigen' });
    await confirm.waitFor();
    await expectAccessibleInBothLooks(mailbox.page);
    await confirm.click();
    await mailbox.main.getByText('Ihre neue Adresse gilt').first().waitFor();
    const second = await stage.visitor();
    await second.open(link);
    await second.main.getByText('Dieser Link wurde schon benutzt').first().waitFor();
    expect(await second.main.getByRole('button', { name: 'Adresse bestätigen' }).count()).toBe(0);
    await expectAccessibleInBothLooks(second.page);
  });
});

describe('one’s own account', () => {
  journey('shows what can be taken along, and ends with the password only', async (stage) => {
    const member = await stage.person('reviewer');
    await member.open('/konto');
    expect((await downloadBy(member.main.getByRole('link', { name: 'Meine Daten herunterladen' }))).suggestedFilename()).toBe('meine-daten.json');
    await member.main.getByRole('button', { name: 'Konto beenden' }).click();
    await member.page.getByRole('alertdialog').getByLabel('Ihr Passwort').fill('falsch');
    await member.page.getByRole('button', { name: 'Konto endgültig beenden' }).click();
    await member.page.getByRole('alertdialog').getByText('Das bisherige Passwort stimmt nicht.').first().waitFor();
    expect(await findings(member.page)).toEqual([]);
    await member.page.getByRole('button', { name: 'Abbrechen' }).click();
    await expectAccessibleInBothLooks(member.page);
  });

  journey('of an administrator leads to what was sent and what was deleted', async (stage) => {
    const office = await stage.person('office');
    for (const [path, title] of [['/organisationen/neu', 'Organisation hinzufügen'], ['/ausgang', 'Ausgang'], ['/loeschprotokoll', 'Löschprotokoll'], ['/einladung', 'Einladung'], ['/adresse-bestaetigen', 'Neue E-Mail-Adresse bestätigen']] as const) {
      await office.open(path);
      await office.isAt(title);
      await office.page.locator('.kw-loading').first().waitFor({ state: 'detached' });
      expect([path, ...(await findings(office.page))]).toEqual([path]);
    }
  });
});
