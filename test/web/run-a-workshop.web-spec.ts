import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from '@jest/globals';
import { GraphqlVisitor } from '@konzeptwerkstatt/test-support';
import { findings, sidewaysScrolling } from './support/accessibility.js';
import { phone, useJourneys } from './support/stage.js';
import { lostConnection } from './support/watch.js';

const journey = useJourneys();

const arabic = JSON.parse(readFileSync(join(import.meta.dirname, '../../libs/web/workshop/src/catalogue/ar.json'), 'utf8')) as Record<string, string>;
/** As it stands in the Arabic interface; the part before the first value. */
const ar = (key: string): string => (arabic[`workshop.${key}`] ?? '').split('{')[0]?.trim() ?? '';

const SUBMIT = 'mutation ($input: SubmitCardInput!) { submitCard(input: $input) { card { id } errors { code } } }';

describe('a workshop', () => {
  // Before codes are mistyped from the same address, which then has to wait.
  journey('lets a guest who opens the poster again go on as herself, at her table and with her words', async (stage) => {
    const office = await stage.person('office');
    const { page, main } = office;
    await office.open('/prozesse');
    await main.getByRole('link', { name: /Fortschreibung des Gesamtkonzepts/ }).click();
    await main.getByRole('link', { name: 'Treffen planen' }).click();
    for (const [kind, welcomes] of [['Ratssitzung', false], ['Workshop', true]] as const) {
      await main.getByText(kind, { exact: true }).click();
      expect(await main.getByRole('checkbox', { name: 'Gäste können ohne Konto mitmachen' }).isChecked()).toBe(welcomes);
    }
    await main.getByLabel('Wie heißt es?').fill('Werkstatt mit zwei Tischen');
    for (const [index, name] of ['Am Fenster', 'An der Tür'].entries()) {
      await main.getByRole('button', { name: 'Tisch hinzufügen' }).click();
      const table = main.getByRole('listitem', { name: `Tisch ${index + 1}`, exact: true });
      for (const section of [/^Bildung/, /Sozialräumliche Integration/]) {
        await table.getByRole('button', { name: /Worum geht es\?/ }).click();
        await page.getByRole('option', { name: section }).first().click();
      }
      // Another choice takes the name along that came with the first one.
      expect(await table.getByLabel('Wie heißt der Tisch?').inputValue()).toBe('Sozialräumliche Integration');
      await table.getByLabel('Wie heißt der Tisch?').fill(name);
    }
    await main.getByRole('button', { name: 'Treffen speichern' }).click();
    await main.getByRole('link', { name: 'Moderieren' }).click();
    const code = (await main.locator('.kw-code').innerText()).trim();
    const guest = await stage.visitor(null, phone);
    await guest.open(`/w/${code}`);
    await guest.main.getByRole('button', { name: 'Ohne Konto mitmachen' }).tap();
    const name = (await guest.main.getByRole('heading', { level: 1, name: /^Sie heißen hier/ }).innerText()).replace('Sie heißen hier ', '');
    await guest.main.getByRole('button', { name: 'Los geht es' }).tap();
    await guest.main.getByText('2 · An der Tür').tap();
    await guest.main.getByLabel('Was möchten Sie sagen?').fill('Eine Bank vor dem Haus');
    await guest.page.reload();
    expect(await guest.main.getByLabel('Was möchten Sie sagen?').inputValue()).toBe('Eine Bank vor dem Haus');
    await guest.open(`/w/${code}`);
    await guest.main.getByText(`Sie sind schon dabei, als ${name}`).waitFor();
    expect(await guest.main.getByRole('button', { name: 'Ohne Konto mitmachen' }).count()).toBe(0);
    expect([...(await findings(guest.page)), ...(await sidewaysScrolling(guest.page))]).toEqual([]);
    await guest.main.getByRole('button', { name: 'Weitermachen' }).tap();
    expect(await guest.main.getByLabel('Was möchten Sie sagen?').inputValue()).toBe('Eine Bank vor dem Haus');
  });

  journey('is planned, guests write on their phones without an account, and the room sees what moderators release', async (stage) => {
    const office = await stage.person('office');
    const { page, main } = office;
    await office.open('/prozesse');
    await main.getByRole('link', { name: /Fortschreibung des Gesamtkonzepts/ }).click();
    await main.getByRole('link', { name: 'Treffen planen' }).click();
    await office.isAt('Treffen planen');
    await main.getByLabel('Wie heißt es?').fill('Werkstatt Nachbarschaft');
    await main.getByRole('button', { name: 'Treffen speichern' }).click();
    await main.getByText('Damit Gäste mitmachen können, braucht es mindestens einen Tisch.').first().waitFor();
    await main.getByRole('button', { name: 'Tisch hinzufügen' }).click();
    await main.getByRole('button', { name: /Worum geht es\?/ }).click();
    await page.getByRole('option', { name: /Sozialräumliche Integration/ }).click();
    await main.getByRole('button', { name: 'Treffen speichern' }).click();
    await office.isAt('Werkstatt Nachbarschaft');
    expect(await findings(page)).toEqual([]);
    await main.getByRole('link', { name: 'Moderieren' }).click();
    await office.isAt('Moderation');
    const code = (await main.locator('.kw-code').innerText()).trim();
    const uuid = new URL(page.url()).pathname.split('/')[2] ?? '';

    const screen = await stage.window(office, 'office');
    await screen.open(`/treffen/${uuid}/leinwand`);
    await screen.page.getByText('Schreiben Sie die erste Karte.').waitFor();

    const guest = await stage.visitor(null, phone);
    await guest.open(`/w/${code}?lang=ar`);
    await guest.isAt('Werkstatt Nachbarschaft');
    expect(await guest.page.locator('html').getAttribute('dir')).toBe('rtl');
    expect([...(await findings(guest.page)), ...(await sidewaysScrolling(guest.page))]).toEqual([]);
    await guest.main.getByLabel(ar('door.organisation')).fill('Viele Stimmen');
    await guest.main.getByRole('button', { name: ar('door.join') }).tap();
    await guest.main.getByText(ar('joined.phrase')).waitFor();
    expect((await guest.main.locator('.kw-phrase').innerText()).split(' ')).toHaveLength(5);
    await guest.main.getByRole('button', { name: ar('joined.go') }).tap();
    await guest.main.getByLabel(ar('write.text')).fill('نريد مكانًا نلتقي فيه <script>alert(1)</script>');
    await guest.main.getByText(ar('sees.release')).waitFor();
    await guest.main.getByRole('button', { name: ar('write.send'), exact: true }).tap();
    await guest.main.getByText(ar('place.WAITING'), { exact: true }).waitFor();
    expect([...(await findings(guest.page)), ...(await sidewaysScrolling(guest.page))]).toEqual([]);

    const others = await Promise.all(Array.from({ length: 8 }, () => GraphqlVisitor.asGuest(stage.application.origin, code)));
    const home = await others[0]?.get<{ guest: { gathering: { tables: { uuid: string }[] } } }>('{ guest { gathering { tables { uuid } } } }');
    const tableUuid = home?.guest.gathering.tables[0]?.uuid ?? '';
    await Promise.all(others.map((other, index) => other.get(SUBMIT, { input: { tableUuid, kind: 'PROPOSAL', text: `Bank Nummer ${index}`, language: 'de', idempotencyKey: crypto.randomUUID() } })));
    await main.getByRole('button', { name: 'Alle 9 freigeben' }).waitFor();
    expect(await screen.reads()).not.toContain('Bank Nummer');
    await main.getByRole('button', { name: 'Alle 9 freigeben' }).click();
    await screen.page.getByText('Bank Nummer 7').waitFor();
    await screen.page.getByText('نريد مكانًا').waitFor();
    expect(await findings(screen.page)).toEqual([]);
    await guest.main.getByText(ar('place.WALL'), { exact: true }).waitFor();

    guest.watch.tolerate(...lostConnection);
    await guest.context.setOffline(true);
    await guest.main.getByLabel(ar('write.text')).fill('بلا اتصال');
    await guest.main.getByRole('button', { name: ar('write.send'), exact: true }).tap();
    await guest.main.getByText(ar('own.unsent')).waitFor();
    await guest.context.setOffline(false);
    await main.getByRole('button', { name: /^Freigeben: \u2068بلا اتصال\u2069$/ }).waitFor();
    await guest.main.getByText(ar('own.unsent')).waitFor({ state: 'detached' });

    await main.getByRole('button', { name: /^Abnehmen: \u2068بلا اتصال\u2069$/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Grund').fill('Doppelt');
    await dialog.getByRole('button', { name: 'Abnehmen' }).click();
    await guest.main.getByText('Doppelt').waitFor();
    await main.getByRole('button', { name: 'In den Text: Bank Nummer 3' }).click();
    await dialog.getByText('als Maßnahme', { exact: true }).click();
    await dialog.getByRole('button', { name: 'Übernehmen' }).click();
    await main.getByText('im Text', { exact: true }).waitFor();
    expect(await findings(page)).toEqual([]);
    // Somebody else who runs it is busy with one of the cards meanwhile, and keeps what she types.
    const beside = await stage.window(office, 'office');
    await beside.open(`/treffen/${uuid}/moderation`);
    await beside.main.getByRole('button', { name: 'In den Text: Bank Nummer 4' }).click();
    const words = beside.page.getByRole('dialog').getByLabel('Text');
    await words.fill('Bank Nummer 4, mit Lehne');
    for (const name of ['Bank Nummer 4', 'Bank Nummer 5']) await main.locator('label').filter({ has: page.getByRole('checkbox', { name: `Zum Bündeln auswählen: ${name}` }) }).click();
    await main.getByRole('button', { name: '2 Karten bündeln' }).click();
    await dialog.getByLabel('Worum geht es?').fill('Sitzplätze');
    await dialog.getByRole('button', { name: 'Bündeln' }).click();
    await screen.page.getByRole('heading', { name: 'Sitzplätze' }).waitFor();
    await beside.page.locator('.kw-bundle__name', { hasText: 'Sitzplätze' }).waitFor();
    expect(await words.inputValue()).toBe('Bank Nummer 4, mit Lehne');
    await main.getByRole('button', { name: 'Wand leeren' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Wand leeren' }).click();
    await screen.page.getByText('Schreiben Sie die erste Karte.').waitFor();
    await main.getByRole('button', { name: '9 Karten wieder aufhängen' }).click();
    await screen.page.getByText('Bank Nummer 7').waitFor();
    await screen.open(`/treffen/${uuid}/leinwand?tisch=${tableUuid}&ansicht=text`);
    await screen.page.getByRole('heading', { level: 2, name: 'Sozialräumliche Integration' }).waitFor();
    await screen.page.getByText('Bank Nummer 3').waitFor();

    await guest.main.getByRole('link', { name: ar('guest.into-text') }).tap();
    await guest.page.getByRole('textbox', { name: 'Sozialräumliche Integration' }).waitFor();
    expect(await sidewaysScrolling(guest.page)).toEqual([]);
    await guest.page.goBack();

    // Somebody in the same hall mistypes the code again and again: further guesses have to wait, the right one does not.
    const late = await stage.visitor(null, phone);
    late.watch.tolerate(/answer 429/, /status of 429/);
    for (let tries = 0; tries < 6; tries++) {
      await late.open(`/w/0000-000${tries}`);
      await late.main.getByLabel('Code').waitFor();
    }
    await late.main.getByText('Das waren zu viele Versuche', { exact: false }).waitFor();
    await late.main.getByLabel('Code').fill(code);
    await late.main.getByRole('button', { name: 'Weiter' }).tap();
    await late.isAt('Werkstatt Nachbarschaft');
    await guest.main.getByLabel(ar('write.text')).fill('كنت ما زلت أكتب');
    await main.getByRole('button', { name: 'Treffen beenden' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Treffen beenden' }).click();
    await guest.main.getByText(ar('guest.over'), { exact: true }).waitFor({ timeout: 20_000 });
    // What she was still typing is there, to be taken along.
    await guest.main.getByText('كنت ما زلت أكتب').waitFor();
    await guest.main.getByRole('button', { name: ar('unfinished.copy') }).waitFor();
    expect([...(await findings(guest.page)), ...(await sidewaysScrolling(guest.page))]).toEqual([]);
    others.forEach((other) => other.leave());
  });

  journey('that two people plan and write down at once keeps what both have written', async (stage) => {
    const mine = await stage.person('office');
    await mine.open('/prozesse');
    await mine.main.getByRole('link', { name: /Fortschreibung des Gesamtkonzepts/ }).click();
    await mine.main.getByRole('link', { name: /Workshop „Sozialräumliche Integration“/ }).click();
    await mine.isAt(/Workshop „Sozialräumliche Integration“/);
    const { pathname } = new URL(mine.page.url());
    const other = await stage.window(mine, 'office');
    for (const person of [mine, other]) {
      await person.open(pathname);
      await person.main.getByRole('button', { name: 'Protokoll und Ergebnisse schreiben' }).click();
    }
    await other.main.getByLabel('Protokoll').fill('Was die Kollegin schrieb.');
    await mine.main.getByLabel('Protokoll').fill('Was ich schrieb.');
    await other.main.getByRole('button', { name: 'Speichern' }).click();
    await other.main.getByRole('button', { name: 'Protokoll und Ergebnisse schreiben' }).waitFor();
    await other.main.getByText('Was die Kollegin schrieb.').waitFor();
    // Minutes that are not saved yet are still there when the page is opened again, and follow what they were begun with.
    await mine.open(pathname);
    await mine.main.getByLabel('Protokoll').waitFor();
    expect(await mine.main.getByLabel('Protokoll').inputValue()).toBe('Was ich schrieb.');
    await mine.main.getByRole('button', { name: 'Speichern' }).click();
    await mine.main.getByText('Jemand anderes hat das inzwischen geändert').waitFor();
    await mine.main.getByText('Was die Kollegin schrieb.').waitFor();
    expect(await findings(mine.page)).toEqual([]);
    await mine.main.getByRole('button', { name: 'Beides untereinander' }).click();
    expect(await mine.main.getByLabel('Protokoll').inputValue()).toBe('Was ich schrieb.\n\nWas die Kollegin schrieb.');
    await mine.main.getByRole('button', { name: 'Speichern' }).click();
    await mine.main.getByText('Was ich schrieb.').waitFor();

    for (const person of [mine, other]) {
      await person.open(`${pathname}/planen`);
      await person.main.getByRole('button', { name: 'Treffen speichern' }).waitFor();
    }
    await other.main.getByRole('button', { name: 'Tisch hinzufügen' }).click();
    const added = other.main.getByRole('listitem', { name: 'Tisch 2', exact: true });
    await added.getByRole('button', { name: /Worum geht es\?/ }).click();
    await other.page.getByRole('option', { name: /Sozialräumliche Integration/ }).click();
    await added.getByLabel('Wie heißt der Tisch?').fill('Neuer Tisch');
    await other.main.getByRole('button', { name: 'Treffen speichern' }).click();
    await other.main.getByText('Neuer Tisch').waitFor();
    await mine.main.getByLabel('Wo findet es statt?').fill('Im Ratssaal');
    await mine.main.getByRole('button', { name: 'Treffen speichern' }).click();
    await mine.main.getByText('Jemand anderes hat das inzwischen geändert').waitFor();
    await mine.main.getByText('Neuer Tisch').waitFor();
    expect(await findings(mine.page)).toEqual([]);
    await mine.main.getByRole('button', { name: 'Bei meiner Fassung bleiben' }).click();
    await mine.main.getByRole('button', { name: 'Treffen speichern' }).click();
    await mine.main.getByText('Im Ratssaal').waitFor();
    await mine.main.getByText('Neuer Tisch').waitFor();
  });
});
