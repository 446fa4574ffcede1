import { readFile } from 'node:fs/promises';
import { describe, expect } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { type Concept, conceptOf, measureCalled, measuresOf } from './support/concept.js';
import { downloadBy } from './support/download.js';
import { choose, Editor } from './support/editor.js';
import { eventually } from './support/eventually.js';
import type { Person } from './support/person.js';
import { useJourneys } from './support/stage.js';

const journey = useJourneys();

/** The measure table in somebody's browser. */
class Table {
  readonly rows: Locator;
  readonly cellEditor: Locator;

  constructor(readonly person: Person) {
    this.rows = person.main.getByRole('row').filter({ has: person.page.getByRole('cell') });
    this.cellEditor = person.page.locator('.kw-cell-editor').getByRole('dialog');
  }

  static async open(person: Person, concept: Concept, search = ''): Promise<Table> {
    await person.open(`/konzepte/${concept.uuid}/massnahmen${search}`);
    await person.isAt('Maßnahmen');
    const table = new Table(person);
    await table.rows.first().waitFor();
    return table;
  }

  row(title: string): Locator {
    return this.rows.filter({ has: this.person.page.getByRole('link', { name: title, exact: true }) });
  }

  titles(): Promise<string[]> {
    return this.rows.getByRole('rowheader').getByRole('link').allInnerTexts();
  }

  /** Opens the small editor beside a cell. */
  async edit(title: string, field: string): Promise<Locator> {
    await this.row(title).getByRole('button', { name: new RegExp(`^${field} ändern`) }).click();
    await this.cellEditor.waitFor();
    return this.cellEditor;
  }

  async save(): Promise<void> {
    await this.cellEditor.getByRole('button', { name: 'Speichern' }).click();
  }
}

/** Types into the field of a cell and takes what is offered; a list that closes because the table moved is opened again, as one would. */
async function pickInCell(cell: Locator, typed: string, option: string): Promise<void> {
  await eventually(async () => {
    await cell.getByRole('combobox').fill('');
    await cell.getByRole('combobox').fill(typed);
    await cell.page().getByRole('option', { name: option }).click({ timeout: 2_000 });
  }, 15_000);
}

describe('the measure table of a concept', () => {
  journey('is sorted, filtered and grouped, and its address keeps that', async (stage) => {
    const concept = await conceptOf(stage.application, 'contributor');
    const stored = await measuresOf(stage.application, concept);
    const member = await stage.person('contributor');
    const table = await Table.open(member, concept);
    expect(await table.titles()).toEqual(stored.map(({ title }) => title));
    await member.main.getByText(`${stored.length} Maßnahmen`, { exact: true }).first().waitFor();

    await member.main.getByRole('columnheader', { name: 'Kosten' }).getByRole('button').click();
    const costs = stored.flatMap(({ budgetAmount }) => (budgetAmount === null ? [] : [Number(budgetAmount)])).sort((a, b) => a - b);
    await eventually(async () => expect(await table.titles()).not.toEqual(stored.map(({ title }) => title)));
    const shown = (await table.titles()).map((title) => stored.find((measure) => measure.title === title)?.budgetAmount ?? null).filter((amount) => amount !== null).map(Number);
    expect(shown).toEqual(costs);

    await choose(member.main.getByRole('search'), 'Stand', 'geplant');
    const planned = stored.filter(({ status }) => status === 'PLANNED').map(({ title }) => title);
    await eventually(async () => expect((await table.titles()).sort()).toEqual([...planned].sort()));
    await member.page.getByRole('searchbox', { name: 'Suche' }).fill('Begegnung');
    await eventually(async () => expect(await table.titles()).toEqual(['Begegnungsorte in Nachbarschaftszentren (Beispiel)']));
    expect(new URL(member.page.url()).search).toBe('?suche=Begegnung&stand=planned&sortierung=kosten');
    await member.page.reload();
    await eventually(async () => expect(await table.titles()).toEqual(['Begegnungsorte in Nachbarschaftszentren (Beispiel)']));
    await member.main.getByRole('button', { name: 'Auswahl aufheben' }).click();
    await eventually(async () => expect(await table.rows.count()).toBe(stored.length));

    await choose(member.main.getByRole('search'), 'Gruppieren', 'Handlungsfeld');
    const groups = member.main.locator('tr.kw-row-group');
    const fields = concept.sections.filter(({ kind }) => kind === 'FIELD_OF_ACTION').map(({ title }) => title);
    await eventually(async () => expect((await groups.locator('bdi').allInnerTexts())).toEqual(fields));
    await choose(member.main.getByRole('search'), 'Gruppieren', 'Federführung');
    const leads = [...new Set(stored.flatMap(({ lead }) => (lead ? [lead] : [])))].sort((a, b) => a.localeCompare(b, 'de'));
    await eventually(async () => expect(await groups.locator('bdi').allInnerTexts()).toEqual([...leads, 'Federführung fehlt']));
  });

  journey('shows in the open text what is changed in it, and the other way round', async (stage) => {
    const concept = await conceptOf(stage.application, 'office');
    const title = 'Begegnungsorte in Nachbarschaftszentren (Beispiel)';
    const table = await Table.open(await stage.person('office'), concept);
    const member = await Editor.open(await stage.person('contributor'), concept, 'Sozialräumliche Integration');
    const inText = member.object('Maßnahme', title);

    await (await table.edit(title, 'Stand')).getByText('läuft', { exact: true }).click();
    await table.save();
    await inText.locator('.kw-object__summary').getByText('läuft').waitFor({ timeout: 2_500 });
    await table.row(title).getByText('läuft', { exact: true }).waitFor();
    expect((await measureCalled(stage.application, concept, title)).status).toBe('RUNNING');

    await member.openFields(inText);
    await choose(inText, 'Stand', 'abgeschlossen');
    await table.row(title).getByText('abgeschlossen', { exact: true }).waitFor({ timeout: 4_000 });

    await member.cursorAtEndOf(inText.getByRole('heading', { name: title }));
    await member.type(' und Höfen');
    await table.row(`${title} und Höfen`).waitFor({ timeout: 4_000 });
    expect((await measureCalled(stage.application, concept, `${title} und Höfen`)).status).toBe('DONE');
  });

  journey('takes lead, partners, period, costs and a new title in place', async (stage) => {
    const concept = await conceptOf(stage.application, 'office');
    const title = 'Wohnlotsen begleiten bei der Wohnungssuche (Beispiel)';
    const table = await Table.open(await stage.person('office'), concept);
    const cell = table.cellEditor;

    await table.edit(title, 'Federführung');
    await pickInCell(cell, 'Wohlfahrtsverband', 'Wohlfahrtsverband Leipzig-Mitte (Beispiel)');
    await table.save();
    await table.row(title).getByText('Wohlfahrtsverband Leipzig-Mitte (Beispiel)').waitFor();

    await table.edit(title, 'Beteiligte');
    await pickInCell(cell, 'Frauen', 'Frauen im Austausch e. V. (Beispiel)');
    await table.person.page.keyboard.press('Tab');
    await cell.getByRole('listitem').filter({ hasText: 'Frauen im Austausch' }).waitFor();
    await cell.getByRole('button', { name: 'Fertig' }).click();

    await table.edit(title, 'Zeitraum');
    await cell.getByLabel('Beginn').fill('2027');
    await cell.getByLabel('Ende').fill('2029');
    await table.save();
    await table.row(title).getByText(/2027.*2029/).waitFor();

    await table.edit(title, 'Kosten in Euro');
    await cell.getByLabel('Kosten in Euro').fill('4.800');
    await cell.getByLabel('Kosten in Euro').press('Enter');
    await table.row(title).getByText(/4\.800/).waitFor();

    await table.edit(title, 'Titel');
    await cell.getByLabel('Titel').fill('Wohnlotsen');
    await table.save();
    await table.row('Wohnlotsen').waitFor();
    await eventually(async () => expect(await measureCalled(stage.application, concept, 'Wohnlotsen')).toMatchObject({
      lead: 'Wohlfahrtsverband Leipzig-Mitte (Beispiel)', partners: expect.arrayContaining(['Frauen im Austausch e. V. (Beispiel)']), period: '2027/2029', budgetAmount: '4800.00',
    }));
  });

  journey('is there as CSV for spreadsheets and for programs', async (stage) => {
    const concept = await conceptOf(stage.application, 'welfare');
    const stored = await measuresOf(stage.application, concept);
    const member = await stage.person('welfare');
    await Table.open(member, concept);
    const download = async (within: Locator, name: string): Promise<string> => {
      const file = await downloadBy(within.getByRole('link', { name }));
      expect(file.suggestedFilename()).toMatch(/\.csv$/);
      return readFile(await file.path(), 'utf8');
    };
    await member.main.getByRole('button', { name: 'Herunterladen' }).click();
    const dialog = member.page.getByRole('dialog', { name: 'Herunterladen' });
    await dialog.locator('.kw-check__label', { hasText: /^CSV/ }).click();
    await dialog.getByRole('button', { name: 'Datei erstellen' }).click();
    await dialog.getByRole('link', { name: 'Datei speichern' }).waitFor({ timeout: 20_000 });
    const german = await download(dialog, 'Datei speichern');
    await dialog.getByRole('button', { name: 'Schließen' }).first().click();
    expect(german.startsWith('\uFEFF')).toBe(true);
    expect(german.split(/\r?\n/)[0]).toMatch(/Handlungsfeld;.*Maßnahme;.*Federführung;/);
    expect(german).toContain('300000,00');
    const machine = await download(member.main, 'CSV für Programme');
    expect(machine.split(/\r?\n/)[0]).toMatch(/(^|,)title,.*,budget_amount,/);
    expect(machine).toContain('300000.00');
    for (const { title } of stored) for (const file of [german, machine]) expect(file.replaceAll('""', '"')).toContain(title);
  });
});

describe('changing something in the table that somebody else has changed meanwhile', () => {
  journey('shows both values, keeps what was typed, and lets one choose', async (stage) => {
    const concept = await conceptOf(stage.application, 'office');
    const title = 'Anonyme Bewerbungen erproben (Beispiel)';
    const [office, member] = [await Table.open(await stage.person('office'), concept), await Table.open(await stage.person('contributor'), concept)];
    const before = (await measureCalled(stage.application, concept, title)).fundingSource;
    const mine = await member.edit(title, 'Woher kommt das Geld\\?');
    await mine.getByRole('textbox').fill('Stiftung');

    const theirs = await office.edit(title, 'Woher kommt das Geld\\?');
    await theirs.getByRole('textbox').fill('Haushalt der Stadt');
    await office.save();
    await mine.getByText('Inzwischen geändert', { exact: true }).waitFor();
    await mine.getByText(/Haushalt der Stadt/).waitFor();
    expect(await mine.getByRole('textbox').inputValue()).toBe('Stiftung');
    expect(before).not.toBe('Haushalt der Stadt');
    expect((await measureCalled(stage.application, concept, title)).fundingSource).toBe('Haushalt der Stadt');
    await mine.getByRole('button', { name: 'Meinen Wert nehmen' }).click();
    await office.row(title).getByText('Stiftung').waitFor();
    expect((await measureCalled(stage.application, concept, title)).fundingSource).toBe('Stiftung');
  });
});

describe('typing something into the table that cannot be', () => {
  journey('is said beside the field, and what was typed stays', async (stage) => {
    const concept = await conceptOf(stage.application, 'office');
    const before = await measuresOf(stage.application, concept);
    const title = 'Fest der Nachbarschaften (Beispiel)';
    const table = await Table.open(await stage.person('office'), concept);
    const cell = await table.edit(title, 'Zeitraum');
    await cell.getByLabel('Beginn').fill('2029');
    await cell.getByLabel('Ende').fill('2027');
    await table.save();
    await cell.getByText('Das Ende liegt vor dem Beginn.').waitFor();
    expect([await cell.getByLabel('Beginn').inputValue(), await cell.getByLabel('Ende').inputValue()]).toEqual(['2029', '2027']);
    await table.person.page.keyboard.press('Escape');
    await cell.waitFor({ state: 'detached' });

    await table.edit(title, 'Titel');
    await cell.getByLabel('Titel').fill('   ');
    await table.save();
    await cell.getByText('Bitte einen Titel eingeben.').waitFor();
    await cell.getByRole('button', { name: 'Abbrechen' }).click();

    await table.person.main.getByRole('button', { name: 'Maßnahme hinzufügen' }).click();
    const dialog = table.person.page.getByRole('dialog', { name: 'Maßnahme hinzufügen' });
    await dialog.getByRole('button', { name: 'Maßnahme hinzufügen' }).click();
    await dialog.getByText('Bitte einen Titel eingeben.').waitFor();
    await dialog.getByText('Bitte aus den Handlungsfeldern auswählen.').waitFor();
    expect(await measuresOf(stage.application, concept)).toEqual(before);
  });
});
