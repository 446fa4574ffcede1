import { describe, expect } from '@jest/globals';
import { conceptOf, measuresOf } from './support/concept.js';
import { choose, Editor, pick } from './support/editor.js';
import { eventually } from './support/eventually.js';
import { useJourneys } from './support/stage.js';

const journey = useJourneys();

describe('the gaps of a concept', () => {
  journey('are listed by kind, and each leads to its place', async (stage) => {
    const concept = await conceptOf(stage.application, 'welfare');
    const stored = await measuresOf(stage.application, concept);
    const member = await stage.person('welfare');
    await member.open(`/konzepte/${concept.uuid}/luecken`);
    const group = (name: string) => member.main.locator('section').filter({ has: member.page.getByRole('heading', { name: new RegExp(`^${name}`) }) });
    await group('Maßnahmen ohne Federführung').getByRole('link').first().waitFor();
    const linksOf = async (name: string): Promise<string[]> => (await group(name).getByRole('link').allInnerTexts()).sort();
    expect(await linksOf('Maßnahmen ohne Federführung')).toEqual(stored.filter(({ lead }) => lead === null).map(({ title }) => title).sort());
    expect(await linksOf('Maßnahmen ohne Indikator')).toEqual(stored.filter(({ indicators }) => indicators.length === 0).map(({ title }) => title).sort());
    expect(await linksOf('Ziele ohne Maßnahme')).toEqual(['Jugendliche bringen ihre Themen selbst ein (Beispiel)']);
    expect(await linksOf('Indikatoren ohne Werte')).toContain('Begonnene Ausbildungen nach Begleitung (Beispiel)');

    const title = 'Geschäftsstelle für den Migrantenbeirat stärken (Beispiel)';
    await group('Maßnahmen ohne Federführung').getByRole('link', { name: title }).click();
    await member.isAt('Politische Teilhabe');
    const measure = new Editor(member, 'Politische Teilhabe').object('Maßnahme', title);
    await eventually(async () => expect(await measure.evaluate((node) => { const { top, bottom } = node.getBoundingClientRect(); return top < innerHeight && bottom > 0; })).toBe(true));

    await member.page.goBack();
    await group('Indikatoren ohne Werte').getByRole('link', { name: 'Begonnene Ausbildungen nach Begleitung (Beispiel)' }).click();
    await member.isAt('Begonnene Ausbildungen nach Begleitung (Beispiel)');
  });

  journey('have the headings among them below which nothing stands, until something does', async (stage) => {
    const concept = await conceptOf(stage.application, 'office');
    const office = await stage.person('office');
    const section = 'Politische Teilhabe';
    const editor = await Editor.open(office, concept, section);
    await editor.writeAfter('Politische Teilhabe heißt hier', 'Noch leer');
    await editor.toolMenu('Text', 'Überschrift');
    await editor.press('Enter');
    await editor.type('Hier geht es weiter');
    await editor.toolMenu('Text', 'Überschrift');
    await editor.isSaved();
    const lookAtGaps = () => office.open(`/konzepte/${concept.uuid}/luecken`);
    const headings = office.main.locator('section').filter({ has: office.page.getByRole('heading', { name: /^Überschriften ohne Text/ }) });
    await lookAtGaps();
    await headings.getByRole('link').first().waitFor();
    expect(await headings.getByRole('link').allInnerTexts()).toEqual(['Noch leer']);
    await headings.getByRole('link', { name: 'Noch leer' }).click();
    await office.isAt(section);
    await editor.text.waitFor();
    await editor.writeAfter('Noch leer', 'Jetzt nicht mehr.');
    await editor.isSaved();
    await lookAtGaps();
    await office.main.getByRole('heading', { name: /^Maßnahmen ohne Indikator/ }).waitFor();
    await headings.waitFor({ state: 'detached' });
  });

  journey('close when what is missing is set', async (stage) => {
    const concept = await conceptOf(stage.application, 'office');
    const office = await stage.person('office');
    const editor = await Editor.open(office, concept, 'Bildung und Erziehung');
    const title = 'Mehrsprachige Anmeldehilfe für Kita-Plätze (Beispiel)';
    const measure = editor.object('Maßnahme', title);
    await measure.getByText('Federführung fehlt').waitFor();
    await editor.openFields(measure);
    await pick(measure, 'Federführung', 'Willkommenszentrum Leipzig');
    await measure.getByText('Federführung fehlt').waitFor({ state: 'detached' });
    await editor.isSaved();
    await eventually(async () => expect((await measuresOf(stage.application, concept)).find((stored) => stored.title === title)?.lead).toBe('Willkommenszentrum Leipzig'));
    await office.open(`/konzepte/${concept.uuid}/luecken`);
    const open = office.main.locator('section').filter({ has: office.page.getByRole('heading', { name: /^Maßnahmen ohne Federführung/ }) });
    await open.getByRole('link').first().waitFor();
    expect(await open.getByRole('link').allInnerTexts()).not.toContain(title);
  });
});

describe('what happened in a concept', () => {
  journey('appears in words and live, by organisation, and leads to its place', async (stage) => {
    const concept = await conceptOf(stage.application, 'office');
    const office = await stage.person('office');
    await office.open(`/konzepte/${concept.uuid}/verlauf`);
    const list = office.main.getByRole('list', { name: 'Verlauf' });
    await list.getByRole('listitem').first().waitFor();

    const member = await Editor.open(await stage.person('contributor'), concept, 'Politische Teilhabe');
    const title = 'Kurs „So funktioniert Stadtpolitik“ (Beispiel)';
    const measure = member.object('Maßnahme', title);
    await member.openFields(measure);
    await choose(measure, 'Stand', 'geplant');
    const entry = list.getByRole('listitem').filter({ hasText: `${member.person.organisation} hat den Stand von „${title}“ auf „geplant“ gesetzt.` });
    await entry.waitFor({ timeout: 5_000 });

    await member.writeAfter('Politische Teilhabe heißt hier', 'Für den Verlauf.');
    // Ten seconds of quiet, then the next run of the job that publishes what was written.
    await list.getByRole('listitem').filter({ hasText: `${member.person.organisation} hat in „Politische Teilhabe“ geschrieben.` }).first().waitFor({ timeout: 40_000 });
    await entry.getByRole('link', { name: title }).click();
    await office.isAt('Politische Teilhabe');
    await new Editor(office, 'Politische Teilhabe').object('Maßnahme', title).getByText('geplant').first().waitFor();
  });
});
