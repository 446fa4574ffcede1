import { describe, expect } from '@jest/globals';
import { findings, sidewaysScrolling } from './support/accessibility.js';
import { downloadBy } from './support/download.js';
import { eventually } from './support/eventually.js';
import { phone, useJourneys } from './support/stage.js';

const journey = useJourneys();

/** The day in so many days, as a date field takes it. */
const dayIn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe('a process is planned', () => {
  journey('from a template, looked at with its own dates before it begins, changed afterwards, and taken along', async (stage) => {
    const office = await stage.person('office');
    const { page, main } = office;
    await office.open('/prozesse');
    await main.getByRole('link', { name: 'Prozess beginnen' }).click();
    await main.getByRole('link', { name: 'Jährlicher Strategie-Workshop ohne Konzept' }).click();
    await office.isAt('Jährlicher Strategie-Workshop ohne Konzept');
    await main.getByText('So war es in Belm').first().waitFor();
    await main.getByRole('button', { name: 'Prozess beginnen' }).click();
    await main.getByText('Bitte geben Sie den Tag der Entscheidung an').waitFor();
    await main.getByLabel('Wie heißt Ihr Prozess?').fill('Werkstatt der Vielen');
    await main.getByLabel('Tag: Öffentliche Beratung im Gemeinderat').fill(dayIn(60));
    await main.getByText('Das wären Ihre Termine.').waitFor();
    await main.getByText('Hochschule in der Nähe', { exact: true }).click();
    await main.getByRole('button', { name: 'Prozess beginnen' }).click();
    await eventually(async () => {
      await office.open('/prozesse');
      await main.getByRole('link', { name: 'Werkstatt der Vielen' }).click({ timeout: 1_000 });
    });
    await office.isAt('Werkstatt der Vielen');
    const phase = (name: string) => main.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) });
    await phase('Themen sammeln').getByText('läuft', { exact: true }).waitFor();
    await phase('Strategie-Workshop').getByText('kommt noch', { exact: true }).waitFor();
    expect(await office.reads()).not.toContain('Hochschule in der Nähe');
    expect(await findings(page)).toEqual([]);

    await phase('Themen sammeln').getByRole('button', { name: 'Ändern: Themen sammeln' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Endet am').fill('2020-01-01T10:00');
    await dialog.getByRole('button', { name: 'Phase speichern' }).click();
    await dialog.getByText('Die Phase kann erst enden, nachdem sie begonnen hat.').waitFor();
    expect(await findings(page)).toEqual([]);
    await dialog.getByLabel('Beginnt am').fill('2019-12-01T10:00');
    await dialog.getByRole('button', { name: 'Phase speichern' }).click();
    await phase('Themen sammeln').getByText('vorbei', { exact: true }).waitFor();

    await main.getByRole('button', { name: 'Gremium hinzufügen' }).click();
    await dialog.getByLabel('Wie heißt das Gremium?').fill('Arbeitsgruppe Sprache');
    await dialog.getByRole('button', { name: 'Gremium speichern' }).click();
    await dialog.getByText('Bitte wählen Sie die Art des Gremiums.').waitFor();
    await dialog.getByRole('button', { name: /Art/ }).click();
    await page.getByRole('option', { name: 'Arbeitsgruppe' }).click();
    await dialog.getByRole('button', { name: 'Gremium speichern' }).click();
    await main.getByText('Arbeitsgruppe Sprache', { exact: true }).waitFor();

    await main.getByRole('button', { name: 'Adresse anlegen' }).click();
    expect(await main.getByLabel('Adresse für Ihren Kalender').inputValue()).toMatch(/\/files\/kalender-[\w-]{43}\.ics$/);
    await main.getByRole('heading', { name: 'Was als Nächstes ansteht' }).waitFor();
    expect(await findings(page)).toEqual([]);

    const download = await downloadBy(main.getByRole('button', { name: 'Als Datei mitnehmen' }));
    await office.open('/prozesse/vorlagen');
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), main.getByRole('button', { name: 'Datei einlesen' }).click()]);
    await chooser.setFiles(await download.path());
    await main.getByRole('link', { name: 'Werkstatt der Vielen' }).waitFor();
    for (const [name, content] of [['liste.json', '{"rollen": []}'], ['bild.json', '\u0000PNG']] as const) {
      await page.reload();
      const [another] = await Promise.all([page.waitForEvent('filechooser'), main.getByRole('button', { name: 'Datei einlesen' }).click()]);
      await another.setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
      await main.getByText('Das ist keine Datei mit einem geplanten Prozess.').waitFor();
    }
  });

  journey('on a phone, by whoever administers the municipality and nobody else', async (stage) => {
    const office = await stage.person('office', phone);
    for (const path of ['/prozesse/vorlagen', '/prozesse/vorlagen/stuttgart']) {
      await office.open(path);
      await office.main.getByText(/Stuttgart/).first().waitFor();
      expect(await sidewaysScrolling(office.page)).toEqual([]);
      expect(await findings(office.page)).toEqual([]);
    }
    const member = await stage.person('contributor', phone);
    await member.open('/prozesse');
    await member.isAt('Beteiligung');
    expect(await member.main.getByRole('link', { name: 'Prozess beginnen' }).count()).toBe(0);
    await member.open('/prozesse/vorlagen');
    await member.isAt(/gibt es nicht|nicht gefunden/);
  });
});
