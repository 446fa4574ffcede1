import { describe, expect } from '@jest/globals';
import { expectAccessibleInBothLooks, findings, sidewaysScrolling } from './support/accessibility.js';
import { conceptOf } from './support/concept.js';
import { Editor } from './support/editor.js';
import { useNetwork } from './support/network.js';
import { phone, useJourneys } from './support/stage.js';
import type { Person } from './support/person.js';

const journey = useJourneys();
const network = useNetwork();
const SECTION = 'Sozialräumliche Integration';
const FIRST = 'Hier geht es um das Zusammenleben im Stadtteil';
const patience = { timeout: 30_000 };

async function openResolutions(person: Person, uuid: string): Promise<void> {
  await person.open(`/konzepte/${uuid}/beschluss`);
  await person.isAt('Beschluss');
}

/** Types what every resolution needs. */
async function enter({ main, page }: Person, result: string): Promise<void> {
  await main.getByRole('button', { name: /Gremium$/ }).first().click();
  await page.getByRole('option', { name: 'Anderes Gremium' }).click();
  await main.getByLabel('Name des Gremiums').fill('Ratsversammlung (Beispiel)');
  await main.getByLabel('Tag des Beschlusses').fill('14.3.2026');
  await main.locator('.kw-check__label', { hasText: new RegExp(`^${result}`) }).click();
}

describe('a resolution', () => {
  journey('that postpones is entered on a phone, and everybody goes on writing', async (stage) => {
    const concept = await conceptOf(stage.application, 'office');
    const office = await stage.person('office', phone);
    await openResolutions(office, concept.uuid);
    await office.main.getByText('Noch kein Beschluss eingetragen').waitFor();
    await office.main.getByRole('button', { name: 'Beschluss eintragen' }).tap();
    await enter(office, 'vertagt');
    expect([...(await findings(office.page)), ...(await sidewaysScrolling(office.page))]).toEqual([]);
    await office.main.getByRole('button', { name: 'Beschluss eintragen' }).tap();
    await office.main.getByRole('heading', { name: '14. März 2026: Ratsversammlung (Beispiel)' }).waitFor();
    const member = await stage.person('contributor');
    const editor = await Editor.open(member, concept, SECTION);
    await editor.writeAfter(FIRST, 'Nach der Vertagung geschrieben.');
    await editor.isSaved();
    await openResolutions(member, concept.uuid);
    await member.main.getByText('vertagt').waitFor();
    expect(await member.main.getByRole('button', { name: 'Beschluss eintragen' }).count()).toBe(0);
  });

  journey('that adopts says before what it does, and tells who types that the text is adopted', async (stage) => {
    const concept = await conceptOf(stage.application, 'office');
    const [office, member] = [await stage.person('office'), await network.person(stage, 'contributor')];
    const editor = await Editor.open(member, concept, SECTION);
    await openResolutions(office, concept.uuid);
    await office.main.getByRole('button', { name: 'Beschluss eintragen' }).first().click();
    // A form with a mistake keeps what was typed.
    await enter(office, 'geändert beschlossen');
    await office.main.getByLabel('Adresse im Ratsinformationssystem').fill('ris.example.org');
    await office.main.getByRole('button', { name: 'Beratung hinzufügen' }).click();
    const consultation = office.main.getByRole('group', { name: 'Beratung 1' });
    await consultation.getByRole('button', { name: /Gremium$/ }).first().click();
    await office.page.getByRole('option').first().click();
    await consultation.getByLabel('Tag der Beratung').fill('1.4.2026');
    await office.main.getByLabel('Tag des Beschlusses').fill('31.2.2026');
    await expectAccessibleInBothLooks(office.page);
    await office.main.getByRole('button', { name: 'Weiter zur Bestätigung' }).click();
    // What is wrong is told before the question that cannot be taken back.
    await office.main.getByText('Bitte einen Tag wie 14.3.2026 angeben.').waitFor();
    await office.main.getByText('Bitte eine Adresse angeben, die mit https:// beginnt.').waitFor();
    expect([await office.page.getByRole('alertdialog').count(), await office.main.getByLabel('Tag des Beschlusses').evaluate((field) => field === document.activeElement)]).toEqual([0, true]);
    await office.main.getByLabel('Tag des Beschlusses').fill('14.3.2026');
    await office.main.getByRole('button', { name: 'Weiter zur Bestätigung' }).click();
    await office.main.getByText('Diese Beratung läge nach dem Beschluss.').waitFor();

    await consultation.getByLabel('Tag der Beratung').fill('1.3.2026');
    await office.main.getByLabel('Adresse im Ratsinformationssystem').fill('https://ris.example.org/paper/1');
    await office.main.getByRole('button', { name: 'Weiter zur Bestätigung' }).click();
    const question = office.page.getByRole('alertdialog');
    await question.getByText('Das kann nicht rückgängig gemacht werden.').waitFor();
    // Others are named with measures they have not agreed to; alone stands who is writing.
    await question.getByRole('listitem').filter({ hasText: member.organisation, hasNotText: ':' }).waitFor();
    expect(await findings(office.page)).toEqual([]);
    // Nothing of hers gets out any more: what she types now comes too late.
    await editor.cursorAtEndOf(editor.block(FIRST).first());
    network.line.cut('/collab/');
    await editor.type(' Das kam zu spät.');
    await question.getByRole('button', { name: 'Fassung beschließen' }).click();
    await office.main.getByText('Beschlossen und festgeschrieben am').waitFor(patience);
    await office.main.getByRole('link', { name: 'Beschlossene Fassung als PDF' }).waitFor(patience);
    await expectAccessibleInBothLooks(office.page);

    network.line.restore();
    const notice = member.main.getByRole('alert').filter({ hasText: 'Beschlossen – nur noch lesen' });
    await notice.getByText(/Dieser Text wurde am .* beschlossen und kann jetzt nur noch gelesen werden/).waitFor(patience);
    await notice.getByText('Das kam zu spät.').waitFor(patience);
    await notice.getByRole('button', { name: 'Diese Sätze kopieren' }).waitFor();
    expect(await findings(member.page)).toEqual([]);

    const reader = await stage.person('reviewer', phone);
    await reader.open(concept.pathOf(SECTION));
    await reader.main.getByText(/Dieser Text wurde am .* beschlossen/).waitFor();
    expect([...(await findings(reader.page)), ...(await sidewaysScrolling(reader.page))]).toEqual([]);
    expect(await reader.reads()).not.toContain('Das kam zu spät.');
  });
});
