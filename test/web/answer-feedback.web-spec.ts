import { describe, expect } from '@jest/globals';
import { findings, sidewaysScrolling } from './support/accessibility.js';
import { conceptOf, textOf } from './support/concept.js';
import { phone, useJourneys } from './support/stage.js';
import type { Stage } from './support/stage.js';

const journey = useJourneys();
const field = 'Politische Teilhabe';

const SUBMIT = 'mutation ($input: SubmitContributionInput!) { submitContribution(input: $input) { contribution { id uuid } errors { code } } }';
const PLACES = 'query ($uuid: String!) { section(uuid: $uuid) { id edition { id } } }';

/** Somebody has said something about the section. @returns its raw id */
async function said({ application }: Stage, input: object): Promise<string> {
  const concept = await conceptOf(application, 'contributor');
  const contributor = await application.as('contributor');
  const uuid = concept.sections.find(({ title }) => title === field)?.uuid;
  const { section } = await contributor.get<{ section: { id: string; edition: { id: string } } }>(PLACES, { uuid });
  const all = { editionId: section.edition.id, sectionId: section.id, kind: 'QUESTION', text: '', language: 'de', isForOrganisation: true, idempotencyKey: crypto.randomUUID(), ...input };
  const { submitContribution } = await contributor.get<{ submitContribution: { contribution: { uuid: string } | null; errors: unknown[] } }>(SUBMIT, { input: all });
  if (!submitContribution.contribution) throw new Error(JSON.stringify(submitContribution.errors));
  return submitContribution.contribution.uuid;
}

describe('the office', () => {
  journey('takes proposed words over, answers with reasons, publishes, and the contributor sees what came of it', async (stage) => {
    const concept = await conceptOf(stage.application, 'office');
    const uuid = await said(stage, { kind: 'PROPOSAL', passage: { quote: 'Politische Teilhabe heißt hier', before: '' }, replacement: 'Politische Mitbestimmung heißt hier' });
    const office = await stage.person('office');
    await office.open(`/rueckmeldungen/${uuid}`);
    await office.main.getByRole('button', { name: 'Worte ins Konzept übernehmen' }).click();
    await office.page.getByText('Steht jetzt im Konzept.').waitFor();
    await office.main.getByRole('link', { name: `Textstelle in „${field}“` }).waitFor();
    expect(await office.main.getByText('Der Text wurde inzwischen geändert').count()).toBe(0);
    expect(await office.main.getByRole('button', { name: 'Worte ins Konzept übernehmen' }).count()).toBe(0);
    expect(await textOf(stage.application, concept, field)).toContain('Politische Mitbestimmung heißt hier');
    await office.main.locator('label').filter({ hasText: /^wird teilweise berücksichtigt/ }).click();
    await office.main.getByRole('button', { name: 'Antwort speichern' }).click();
    await office.main.getByText('Bitte nennen Sie Gründe.', { exact: false }).first().waitFor();
    await office.main.getByRole('textbox', { name: 'Gründe' }).fill('Die Worte stehen jetzt im Text.');
    expect(await findings(office.page)).toEqual([]);
    // What is not saved is still there when the page is opened again.
    await office.open(`/rueckmeldungen/${uuid}`);
    expect(await office.main.getByRole('textbox', { name: 'Gründe' }).inputValue()).toBe('Die Worte stehen jetzt im Text.');
    await office.main.getByRole('button', { name: 'Antwort speichern' }).click();
    await office.main.getByRole('button', { name: 'Antwort veröffentlichen' }).click();
    await office.page.getByRole('alertdialog').getByRole('button', { name: 'Antwort veröffentlichen' }).click();
    await office.main.getByText('beantwortet').first().waitFor();

    const contributor = await stage.person('contributor', phone);
    await contributor.open('/rueckmeldungen');
    await contributor.isAt('Was wurde daraus?');
    await contributor.main.getByText('Antwort der Kommune: wird teilweise berücksichtigt.').first().waitFor();
    expect([...(await findings(contributor.page)), ...(await sidewaysScrolling(contributor.page))]).toEqual([]);
    await contributor.open(`/rueckmeldungen/${uuid}`);
    await contributor.main.getByText('Die Worte stehen jetzt im Text.').waitFor();
    await contributor.main.getByRole('link', { name: `Textstelle in „${field}“` }).waitFor();
    expect([...(await findings(contributor.page)), ...(await sidewaysScrolling(contributor.page))]).toEqual([]);
  });

  journey('bundles what says the same and assigns it in the register, on a phone too; a second answer at the same time shows the first', async (stage) => {
    const concept = await conceptOf(stage.application, 'office');
    const uuids = [await said(stage, { text: 'Mehr Kurse am Abend.' }), await said(stage, { text: 'Abends fehlen Kurse.' })];
    const office = await stage.person('office');
    await office.open(`/konzepte/${concept.uuid}/rueckmeldungen`);
    for (const words of ['Mehr Kurse am Abend.', 'Abends fehlen Kurse.']) await office.main.locator('label').filter({ has: office.page.getByRole('checkbox', { name: `auswählen: ${words}` }) }).click();
    await office.main.getByText('2 Rückmeldungen ausgewählt').first().waitFor();
    await office.main.getByRole('button', { name: 'Bündeln' }).click();
    await office.page.getByLabel('Worum geht es in allen?').fill('Kurse am Abend');
    expect(await findings(office.page)).toEqual([]);
    await office.page.getByRole('dialog').getByRole('button', { name: 'Bündeln' }).click();
    await office.main.getByText('gebündelt').first().waitFor();
    await office.page.setViewportSize({ width: 390, height: 844 });
    expect([...(await findings(office.page)), ...(await sidewaysScrolling(office.page))]).toEqual([]);

    await office.open(`/rueckmeldungen/${uuids[0]}`);
    await office.main.getByRole('link', { name: 'Abends fehlen Kurse.' }).waitFor();
    await office.main.getByRole('button', { name: 'Um Rat fragen' }).click();
    const welfare = await stage.person('welfare', phone);
    const asking = office.page.getByRole('dialog');
    await asking.getByRole('combobox', { name: /^Wen möchten Sie fragen/ }).fill(welfare.organisation);
    await office.page.getByRole('option', { name: welfare.organisation }).click();
    await asking.getByRole('textbox', { name: 'Was möchten Sie wissen?' }).fill('Haben Sie abends Räume?');
    expect(await findings(office.page)).toEqual([]);
    await asking.getByRole('button', { name: 'Um Rat fragen' }).click();
    await office.main.getByText('Noch kein Rat').waitFor();
    await welfare.open('/rueckmeldungen');
    await welfare.main.getByRole('list', { name: 'Ihr Rat ist gefragt' }).getByRole('link', { name: 'Mehr Kurse am Abend.' }).tap();
    await welfare.main.getByText('Haben Sie abends Räume?').waitFor();
    await welfare.main.getByLabel('Ihr Rat').fill('Ja, im Erdgeschoss.');
    expect([...(await findings(welfare.page)), ...(await sidewaysScrolling(welfare.page))]).toEqual([]);
    await welfare.main.getByRole('button', { name: 'Rat geben' }).tap();
    await welfare.main.locator('blockquote', { hasText: 'Ja, im Erdgeschoss.' }).waitFor();

    const other = await stage.window(office, 'office');
    for (const person of [office, other]) {
      await person.open(`/rueckmeldungen/${uuids[0]}`);
      await person.main.locator('blockquote', { hasText: 'Ja, im Erdgeschoss.' }).waitFor();
      await person.main.getByText('Gehört zu einem Bündel').waitFor();
    }
    await office.main.locator('label').filter({ hasText: /^wird nicht berücksichtigt/ }).click();
    await office.main.getByRole('textbox', { name: 'Gründe' }).fill('Dafür fehlt das Geld.');
    await office.main.getByRole('button', { name: 'Antwort speichern' }).click();
    await office.page.getByText('Die Antwort ist gespeichert.').waitFor();
    await other.main.locator('label').filter({ hasText: /^gelesen und festgehalten/ }).click();
    await other.main.getByRole('textbox', { name: 'Gründe' }).fill('Danke.');
    await other.main.getByRole('button', { name: 'Antwort speichern' }).click();
    await other.main.getByText('Jemand anderes hat inzwischen geantwortet').waitFor();
    await other.main.getByText('Dafür fehlt das Geld.').waitFor();
    expect(await other.main.getByRole('textbox', { name: 'Gründe' }).inputValue()).toBe('Danke.');
    await other.main.getByRole('button', { name: 'Andere Antwort übernehmen' }).click();
    expect(await other.main.getByRole('textbox', { name: 'Gründe' }).inputValue()).toBe('Dafür fehlt das Geld.');
  });

  journey('proposes an answer first where the process wants that; the organisation objects on a phone, and the office keeps to it with a reason', async (stage) => {
    const uuid = await said(stage, { text: 'Gibt es Kurse am Wochenende?' });
    const office = await stage.person('office');
    await office.open('/prozesse');
    await office.main.getByRole('link', { name: /Integrationskonzept|Gesamtkonzept|Fortschreibung/ }).first().click();
    await office.main.locator('label').filter({ hasText: 'Antworten vor dem Veröffentlichen denen vorschlagen' }).click();
    await office.main.getByRole('button', { name: 'Einstellung speichern' }).click();
    await office.main.getByText('hat 14 Tage Zeit für einen Einspruch', { exact: false }).waitFor();
    expect(await findings(office.page)).toEqual([]);
    await office.open(`/rueckmeldungen/${uuid}`);
    await office.main.locator('label').filter({ hasText: /^wird nicht berücksichtigt/ }).click();
    await office.main.getByRole('textbox', { name: 'Gründe' }).fill('Samstags fehlen Räume.');
    await office.main.getByRole('button', { name: 'Antwort speichern' }).click();
    await office.main.getByRole('button', { name: 'Antwort vorschlagen' }).click();
    await office.page.getByRole('alertdialog').getByRole('button', { name: 'Antwort vorschlagen' }).click();
    await office.main.getByText('kann Einspruch erhoben werden', { exact: false }).waitFor();

    const contributor = await stage.person('contributor', phone);
    await contributor.open('/rueckmeldungen');
    const waiting = contributor.main.getByRole('list', { name: 'Wartet auf Ihr Wort' }).getByRole('listitem').filter({ hasText: 'Samstags fehlen Räume.' });
    await waiting.getByRole('button', { name: 'Einspruch erheben' }).click();
    await waiting.getByRole('button', { name: 'Einspruch abschicken' }).click();
    await waiting.getByText('Bitte nennen Sie hier einen Grund.').first().waitFor();
    await waiting.getByRole('textbox', { name: 'Warum?' }).fill('Die Schule hat samstags frei.');
    expect([...(await findings(contributor.page)), ...(await sidewaysScrolling(contributor.page))]).toEqual([]);
    await waiting.getByRole('button', { name: 'Einspruch abschicken' }).click();
    await contributor.main.getByText('Einspruch erhoben am', { exact: false }).waitFor();
    // It waits no longer.
    await waiting.waitFor({ state: 'detached' });

    await office.open(`/rueckmeldungen/${uuid}`);
    await office.main.getByText('Die Schule hat samstags frei.').waitFor();
    await office.main.getByRole('button', { name: 'Trotz Einspruch veröffentlichen' }).click();
    const dialog = office.page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Warum bleiben Sie dabei?' }).fill('Die Aufsicht fehlt auch dort.');
    expect(await findings(office.page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Trotz Einspruch veröffentlichen' }).click();
    await office.main.getByText('beantwortet').first().waitFor();
    await contributor.open(`/rueckmeldungen/${uuid}`);
    await contributor.main.getByText('Die Aufsicht fehlt auch dort.').waitFor();
  });
});
