import { describe, expect } from '@jest/globals';
import { expectAccessibleInBothLooks, sidewaysScrolling } from './support/accessibility.js';
import { conceptOf, measuresOf } from './support/concept.js';
import { choose, pick } from './support/editor.js';
import { eventually } from './support/eventually.js';
import { phone, useJourneys } from './support/stage.js';

const journey = useJourneys();

/** As an office has it: a title above, semicolons, windows-1252, and words of its own. */
const list = Buffer.from([
  'Aktionsplan der Ämter;;;;;', ';;;;;',
  'Handlungsfeld;Maßnahme;Verantwortlich;Laufzeit;Umsetzungsstand;Bemerkung',
  'Politische Teilhabe;Sprechstunde für Zugezogene;Referat für Migration;2026-2027;in Umsetzung;Räume fehlen',
  'Politische Teilhabe;Wahlforum in vier Sprachen;Stadtmission;laufend;geplant;',
  'Nachbarschaft;Tag der offenen Tür;;2027;Idee;',
].join('\r\n'), 'latin1');

describe('a measure list of one’s own', () => {
  journey('becomes measures in the right sections, and is taken back in one step', async (stage) => {
    const concept = await conceptOf(stage.application, 'office');
    const office = await stage.person('office');
    await office.open(`/konzepte/${concept.uuid}/massnahmen`);
    await office.main.getByRole('link', { name: 'Eigene Liste übernehmen' }).click();
    const [chooser] = await Promise.all([office.page.waitForEvent('filechooser'), office.main.getByRole('button', { name: 'Liste auswählen' }).click()]);
    await chooser.setFiles({ name: 'aktionsplan.csv', mimeType: 'text/csv', buffer: list });
    await office.main.getByText('„aktionsplan.csv“ gelesen: 3 Zeilen.').waitFor();
    await choose(office.main, 'Nachbarschaft \\(1 Zeile\\)', 'Neuer Abschnitt „Nachbarschaft“');
    await office.main.getByRole('button', { name: '3 Maßnahmen übernehmen' }).waitFor();
    const name = office.organisation;
    await pick(office.main, 'Referat für Migration', name);
    // The next field opens its list when it is reached; as long as it is open nothing else is there for a screen reader.
    await office.page.keyboard.press('Escape');
    // The list itself stands above what comes of it.
    const planned = (title: string): Promise<string> => office.main.getByRole('row').filter({ hasText: title }).last().innerText();
    await eventually(async () => expect(await planned('Sprechstunde für Zugezogene')).not.toContain('Federführung: Referat'));
    expect(await planned('Wahlforum in vier Sprachen')).toContain('Federführung: Stadtmission');
    await expectAccessibleInBothLooks(office.page);
    await office.page.setViewportSize(phone.viewport as { width: number; height: number });
    expect(await sidewaysScrolling(office.page)).toEqual([]);

    const before = (await measuresOf(stage.application, concept)).map(({ title }) => title);
    await office.main.getByRole('button', { name: '3 Maßnahmen übernehmen' }).click();
    await office.main.getByText('3 Einträge sind übernommen').waitFor({ timeout: 20_000 });
    await expectAccessibleInBothLooks(office.page);
    const added = (await measuresOf(stage.application, concept)).filter(({ title }) => !before.includes(title));
    expect(added).toMatchObject([
      { title: 'Sprechstunde für Zugezogene', lead: name, period: '2026/2027', status: 'RUNNING', description: 'Räume fehlen' },
      { title: 'Wahlforum in vier Sprachen', lead: null, status: 'PLANNED', description: 'Federführung: Stadtmission\nZeitraum: laufend' },
      { title: 'Tag der offenen Tür', period: '2027/2027', status: 'IDEA' },
    ]);
    await office.open(`/konzepte/${concept.uuid}/massnahmen/liste`);
    await office.main.getByText('3 Einträge übernommen').waitFor();
    await expectAccessibleInBothLooks(office.page);
    await office.main.getByRole('link', { name: '„aktionsplan.csv“ zurücknehmen' }).click();
    await office.main.getByRole('button', { name: 'Alles zurücknehmen' }).click();
    await office.main.getByText('Alles aus dieser Liste ist wieder herausgenommen').waitFor();
    expect((await measuresOf(stage.application, concept)).map(({ title }) => title)).toEqual(before);
    expect((await conceptOf(stage.application, 'office')).sections.map(({ title }) => title)).toEqual(concept.sections.map(({ title }) => title));
  });
});
