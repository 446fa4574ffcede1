import { describe, expect } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { conceptOf, measureCalled, measuresOf, textOf } from './support/concept.js';
import { choose, Editor, fill, pick } from './support/editor.js';
import { eventually } from './support/eventually.js';
import { type Stage, useJourneys } from './support/stage.js';

const journey = useJourneys();

/** How soon somebody else sees a change, and what a machine under test may need besides. */
const [soon, slack] = [1_000, 1_500];

async function twoIn(stage: Stage, sectionTitle: string) {
  const concept = await conceptOf(stage.application, 'office');
  const [amt, verein] = [await stage.person('office'), await stage.person('contributor')];
  const [office, member] = [await Editor.open(amt, concept, sectionTitle), await Editor.open(verein, concept, sectionTitle)];
  return { concept, office, member };
}

/** The chosen members of a list field, e.g. of the partners. */
const chosen = (object: Locator, label: string): Promise<string[]> => object.getByRole('list', { name: `Ausgewählt: ${label}` }).getByRole('listitem').allInnerTexts();

describe('goals and measures as blocks of the text', () => {
  journey('a goal and a measure are inserted, named and described, and the other one sees them at once', async (stage) => {
    const { concept, office, member } = await twoIn(stage, 'Interkultureller und interreligiöser Dialog');
    await office.cursorAtEndOf(office.block('Der Dialog zwischen Kulturen'));
    await office.tool('Ziel');
    await office.type('Dialog beginnt früh');
    await office.press('Enter');
    await office.type('Schon in der Schule.');
    const goal = office.object('Ziel', 'Dialog beginnt früh');
    await office.openFields(goal);
    await choose(goal, 'Art des Ziels', 'Teilziel');
    await member.object('Ziel', 'Dialog beginnt früh').getByText('Schon in der Schule.').waitFor({ timeout: soon + slack });

    await office.cursorAtEndOf(office.block('Schon in der Schule.'));
    await office.tool('Maßnahme');
    await office.type('Dialogtage an Schulen');
    await office.press('Enter');
    await office.type('Je Schule ein Tag im Jahr.');
    const seen = member.object('Maßnahme', 'Dialogtage an Schulen');
    await seen.getByText('Je Schule ein Tag im Jahr.').waitFor({ timeout: soon + slack });
    await seen.getByText('Federführung fehlt').waitFor();

    await office.isSaved();
    await eventually(async () => expect(await measureCalled(stage.application, concept, 'Dialogtage an Schulen')).toMatchObject({ description: 'Je Schule ein Tag im Jahr.', status: null, lead: null }));
    await office.page.getByRole('complementary', { name: 'Was in diesem Abschnitt steht' }).getByRole('link', { name: 'Dialogtage an Schulen', exact: true }).waitFor();
  });

  journey('every structured field is set in place, and the other one sees each within a second', async (stage) => {
    const { concept, office, member } = await twoIn(stage, 'Bekämpfung von Diskriminierung und Rassismus');
    const title = 'Leitfaden für Meldewege in der Verwaltung (Beispiel)';
    const [mine, theirs] = [office.object('Maßnahme', title), member.object('Maßnahme', title)];
    await office.openFields(mine);
    await member.openFields(theirs);
    const within = { timeout: soon + slack };

    await choose(mine, 'Stand', 'läuft');
    await theirs.locator('.kw-object__summary').getByText('läuft').waitFor(within);
    await choose(mine, 'Art', 'Erprobung');
    await theirs.getByRole('button', { name: /Erprobung.*Art$/ }).waitFor(within);
    await choose(mine, 'Beschlusslage', 'beschlossen');
    await choose(mine, 'Priorität', 'hoch');
    await choose(mine, 'Haushalt', 'vorbehaltlich Haushalt');
    await fill(mine, 'Ansprechperson', 'Sekretariat');
    await fill(mine, 'Sozialraum', 'Leipziger Osten');
    await pick(mine, 'Federführung', 'Referat für Migration und Integration');
    await theirs.locator('.kw-object__summary').getByText('Referat für Migration und Integration').waitFor(within);
    await pick(mine, 'Beteiligte', 'Migrantenbeirat Leipzig');
    await eventually(async () => expect(await chosen(theirs, 'Beteiligte')).toContain('Migrantenbeirat Leipzig'), soon + slack);
    await pick(mine, 'Zielgruppen', 'Engagierte');
    await fill(mine, 'Beginn', 'Q1 2027');
    await fill(mine, 'Ende', '06/2028');
    await theirs.locator('.kw-object__summary').getByText('2027').waitFor(within);
    await fill(mine, 'Was wird gebraucht?', 'Zeit und ein Raum');
    await fill(mine, 'Kosten in Euro', '12.500,50');
    await fill(mine, 'Woher kommt das Geld?', 'Kommunaler Haushalt');
    await fill(mine, 'Stellen', '0,5');
    await pick(mine, 'Indikatoren', 'Beratungen zu Diskriminierung je Jahr (Beispiel)');
    await eventually(async () => expect(await chosen(theirs, 'Indikatoren')).toContain('Beratungen zu Diskriminierung je Jahr (Beispiel)'), soon + slack);
    await eventually(async () => expect(await theirs.getByLabel('Kosten in Euro').inputValue()).toBe('12.500,50'));
    await theirs.getByText('Mehr (10 ausgefüllt)').waitFor(within);

    await office.isSaved();
    await eventually(async () => expect(await measureCalled(stage.application, concept, title)).toMatchObject({
      status: 'RUNNING', type: 'PILOT', decisionState: 'ADOPTED', priority: 'HIGH', fundingState: 'SUBJECT_TO_BUDGET', contact: 'Sekretariat', district: 'Leipziger Osten', lead: 'Referat für Migration und Integration', partners: expect.arrayContaining(['Migrantenbeirat Leipzig']),
      targetGroups: expect.arrayContaining(['VOLUNTEERS']), period: '2027-Q1/2028-06', resources: 'Zeit und ein Raum', budgetAmount: '12500.50', fundingSource: 'Kommunaler Haushalt',
      staffPositions: '0.50', indicators: ['Beratungen zu Diskriminierung je Jahr (Beispiel)'],
    }));

    await mine.getByText('unbefristet').click();
    await eventually(async () => expect((await measureCalled(stage.application, concept, title)).period).toBe('2027-Q1/..'));
  });

  journey('two people add a partner at the same moment, and none is lost', async (stage) => {
    const { concept, office, member } = await twoIn(stage, 'Politische Teilhabe');
    const title = 'Jährlicher Bericht an den Migrantenbeirat (Beispiel)';
    const [mine, theirs] = [office.object('Maßnahme', title), member.object('Maßnahme', title)];
    await Promise.all([office.openFields(mine), member.openFields(theirs)]);
    await Promise.all([pick(mine, 'Beteiligte', 'Institut für Stadt und Teilhabe (Beispiel)'), pick(theirs, 'Beteiligte', 'Viele Stimmen e. V. (Beispiel)')]);
    const both = ['Institut für Stadt und Teilhabe (Beispiel)', 'Viele Stimmen e. V. (Beispiel)'];
    const all = [...both, 'Migrantenbeirat Leipzig', 'Ratsversammlung Leipzig'].sort();
    for (const object of [mine, theirs]) await eventually(async () => expect((await chosen(object, 'Beteiligte')).sort()).toEqual(all));
    await Promise.all([office.isSaved(), member.isSaved()]);
    await eventually(async () => expect([...(await measureCalled(stage.application, concept, title)).partners].sort()).toEqual(all));
  });

  journey('a removed measure comes back by undo, with all that was set', async (stage) => {
    const { concept, office, member } = await twoIn(stage, 'Gesundheitsversorgung und Gesundheitsförderung');
    const title = 'Gesundheitswegweiser in einfacher Sprache (Beispiel)';
    const before = await measureCalled(stage.application, concept, title);
    await office.object('Maßnahme', title).getByRole('button', { name: 'Maßnahme entfernen' }).click();
    await office.page.getByText('Maßnahme entfernt. Mit „Rückgängig“ holen Sie sie zurück.').waitFor();
    await member.object('Maßnahme', title).waitFor({ state: 'detached' });
    await eventually(async () => expect((await measuresOf(stage.application, concept)).map((measure) => measure.title)).not.toContain(title));

    await office.tool('Rückgängig');
    await member.object('Maßnahme', title).getByText('abgeschlossen').waitFor();
    await office.isSaved();
    await eventually(async () => expect(await measureCalled(stage.application, concept, title)).toMatchObject({ ...before, id: expect.anything() as unknown as string }));
  });
});

describe('what is typed into a field and cannot be', () => {
  journey('is said beside the field, stays as it was typed, and is not saved', async (stage) => {
    const concept = await conceptOf(stage.application, 'office');
    const office = await Editor.open(await stage.person('office'), concept, 'Sozialräumliche Integration');
    const title = 'Fest der Nachbarschaften (Beispiel)';
    const before = await measureCalled(stage.application, concept, title);
    const measure = office.object('Maßnahme', title);
    await office.openFields(measure);
    await fill(measure, 'Beginn', '2028');
    await fill(measure, 'Ende', '2026');
    await measure.getByText('Das Ende liegt vor dem Beginn.').waitFor();
    expect([await measure.getByLabel('Beginn').inputValue(), await measure.getByLabel('Ende').inputValue()]).toEqual(['2028', '2026']);
    expect(await measure.getByLabel('Ende').getAttribute('aria-invalid')).toBe('true');
    await fill(measure, 'Kosten in Euro', 'viel');
    await measure.getByText('Bitte eine Zahl angeben, zum Beispiel 12.500 oder 0,5.').waitFor();
    expect(await measure.getByLabel('Kosten in Euro').inputValue()).toBe('viel');
    await fill(measure, 'Woher kommt das Geld?', 'Spenden');
    await office.isSaved();
    await eventually(async () => expect(await measureCalled(stage.application, concept, title)).toEqual({ ...before, fundingSource: 'Spenden' }));
    expect(await textOf(stage.application, concept, 'Sozialräumliche Integration')).toContain(title);
  });
});
