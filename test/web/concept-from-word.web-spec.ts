import { describe, expect } from '@jest/globals';
import { cell, heading, item, p, run, table, wordFile } from '../../libs/concept/test/word-file.js';
import { colours, findings, sidewaysScrolling } from './support/accessibility.js';
import { conceptOf, type Concept } from './support/concept.js';
import { choose } from './support/editor.js';
import { eventually } from './support/eventually.js';
import type { Person } from './support/person.js';
import { phone, useJourneys } from './support/stage.js';

const journey = useJourneys();
const patience = { timeout: 20_000 };

const document = wordFile([
  p('Liebe Leserinnen und Leser'), heading(1, '1. Ausgangslage'), p(`${run('Viele ')}<w:del><w:r><w:delText>alte </w:delText></w:r></w:del>${run('Menschen kommen an.')}`), heading(2, 'Zahlen'),
  table(cell(p(run('Jahr', '<w:b/>'))) + cell(p(run('Menschen', '<w:b/>'))), cell('2025') + cell('4.200')), heading(1, '2. Handlungsfeld Sprache'), item('Kurse am Abend', 1), item('mit Kinderbetreuung', 1, 1), heading(1, '3. Impressum'), p('Gedruckt bei'),
].join(''));

async function bring(person: Person, concept: Concept, name: string, content: Uint8Array): Promise<void> {
  await person.open(`/konzepte/${concept.uuid}`);
  await person.isAt(concept.title);
  await person.main.getByRole('link', { name: 'Aus Word übernehmen' }).click();
  await person.isAt('Aus Word übernehmen');
  const [chooser] = await Promise.all([person.page.waitForEvent('filechooser'), person.main.getByRole('button', { name: /Word-Datei auswählen/ }).click()]);
  await chooser.setFiles({ name, mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', buffer: Buffer.from(content) });
}

describe('a concept that exists as a Word document', () => {
  journey('becomes sections as the office chooses them, and is taken out again', async (stage) => {
    const concept = await conceptOf(stage.application, 'office');
    const office = await stage.person('office');
    await bring(office, concept, 'konzept.docx', document);
    await office.main.getByText('„konzept.docx“ ist gelesen').waitFor(patience);
    await office.main.getByText('Eine nachverfolgte Änderung gilt als angenommen').waitFor();
    const lines = office.main.locator('.kw-word-section');
    expect(await lines.count()).toBe(4);
    expect(await findings(office.page)).toEqual([]);
    await office.page.emulateMedia({ colorScheme: 'dark' });
    expect(await findings(office.page, colours)).toEqual([]);
    await office.page.emulateMedia({ colorScheme: 'light' });

    await choose(office.main, 'Ein neuer Abschnitt beginnt bei', 'Überschrift 2 (1 im Dokument)');
    await eventually(async () => expect(await lines.count()).toBe(5));
    await choose(office.main, 'Ein neuer Abschnitt beginnt bei', 'Überschrift 1 (3 im Dokument)');
    await eventually(async () => expect(await lines.count()).toBe(4));
    await lines.nth(0).getByText('„Vorspann“ übernehmen').click();
    await lines.nth(3).getByText('„Impressum“ übernehmen').click();
    await lines.nth(1).getByLabel('Titel').fill('');
    await office.main.getByRole('button', { name: '2 Abschnitte übernehmen' }).click();
    await lines.nth(1).getByText('Bitte einen Titel eingeben.').waitFor();
    await lines.nth(1).getByLabel('Titel').fill('Wo wir stehen');
    await office.main.getByRole('button', { name: '2 Abschnitte übernehmen' }).click();
    await office.main.getByText('2 Abschnitte sind übernommen').waitFor(patience);
    expect(await findings(office.page)).toEqual([]);
    await office.main.getByRole('link', { name: 'Wo wir stehen' }).click();
    await office.page.getByRole('textbox').getByText('Viele Menschen kommen an.').waitFor();
    await office.open(`/konzepte/${concept.uuid}/aus-word`);
    await office.main.getByText('2 Abschnitte übernommen').waitFor();
    expect(await findings(office.page)).toEqual([]);
    await office.main.getByRole('link', { name: 'konzept.docx', exact: true }).click();
    await office.main.getByRole('button', { name: 'Wieder herausnehmen' }).click();
    await office.page.getByRole('alertdialog').getByRole('button', { name: 'Wieder herausnehmen' }).click();
    await office.main.getByText('Die Abschnitte aus diesem Dokument sind wieder herausgenommen.').waitFor(patience);
    expect((await conceptOf(stage.application, 'office')).sections.map(({ title }) => title)).toEqual(concept.sections.map(({ title }) => title));
  });

  journey('begins a concept of its own', async (stage) => {
    const office = await stage.person('office');
    await office.open('/konzepte');
    await office.main.getByRole('button', { name: 'Neues Konzept aus Word' }).click();
    const dialog = office.page.getByRole('dialog');
    await dialog.getByLabel('Titel').fill('Konzept aus der Schublade');
    expect(await findings(office.page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Weiter zur Word-Datei' }).click();
    await office.isAt('Aus Word übernehmen');
    const [chooser] = await Promise.all([office.page.waitForEvent('filechooser'), office.main.getByRole('button', { name: /Word-Datei auswählen/ }).click()]);
    await chooser.setFiles({ name: 'konzept.docx', mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', buffer: Buffer.from(document) });
    await office.main.getByText('Schritt 2 von 3').waitFor(patience);
    await office.main.getByRole('button', { name: '4 Abschnitte übernehmen' }).click();
    await office.main.getByText('4 Abschnitte sind übernommen').waitFor(patience);
    await office.main.getByRole('link', { name: 'Zum Konzept' }).click();
    await office.isAt('Konzept aus der Schublade');
  });

  journey('is brought by phone as well, and what cannot be read is answered with what helps', async (stage) => {
    const concept = await conceptOf(stage.application, 'office');
    const office = await stage.person('office', phone);
    office.watch.tolerate(/answer 422/, /status of 422/);
    await bring(office, concept, 'alt.doc', new Uint8Array(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1024)])));
    await office.main.getByText(/ohne Kennwort und ohne Makros als „.docx“/).waitFor(patience);
    await bring(office, concept, 'konzept.docx', document);
    await office.main.locator('.kw-word-section').first().waitFor(patience);
    expect([...(await findings(office.page)), ...(await sidewaysScrolling(office.page))]).toEqual([]);
    await office.main.getByRole('link', { name: 'Nichts übernehmen' }).tap();
    await office.isAt(concept.title);
    expect((await conceptOf(stage.application, 'office')).sections.length).toBe(concept.sections.length);
  });
});
