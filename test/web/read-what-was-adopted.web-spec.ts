import { describe, expect } from '@jest/globals';
import { until } from '@konzeptwerkstatt/test-support';
import { expectAccessibleInBothLooks, findings, sidewaysScrolling } from './support/accessibility.js';
import { conceptOf } from './support/concept.js';
import { phone, useJourneys } from './support/stage.js';

const journey = useJourneys();

describe('an adopted edition', () => {
  journey('is made public, and read by somebody without an account and without a script, on a phone too', async (stage) => {
    const concept = await conceptOf(stage.application, 'office');
    const visitor = await stage.application.as('office');
    const editionId = Buffer.from(`Edition:${concept.uuid}`).toString('base64url');
    const input = { editionId, bodyName: 'Rat (Beispiel)', decidedOn: '2026-03-14', result: 'UNCHANGED', adopts: true, idempotencyKey: concept.uuid };
    await visitor.get('mutation ($input: RecordResolutionInput!) { recordResolution(input: $input) { errors { code } } }', { input });
    await until(async () => (await visitor.get<{ edition: { adoptedFile: { state: string } | null } }>('query ($uuid: String!) { edition(uuid: $uuid) { adoptedFile { state } } }', { uuid: concept.uuid })).edition.adoptedFile?.state === 'READY', 'the PDF is made', 30_000);
    const office = await stage.person('office');
    await office.open(`/konzepte/${concept.uuid}/beschluss`);
    await office.main.getByRole('button', { name: 'Öffentlich machen' }).click();
    const link = office.main.getByRole('link', { name: /\/k\/beispiel-/ });
    await link.waitFor();
    await expectAccessibleInBothLooks(office.page);
    const path = (await link.getAttribute('href')) ?? '';

    await office.main.getByRole('button', { name: 'Nächste Fortschreibung beginnen' }).click();
    const dialog = office.page.getByRole('dialog');
    await dialog.getByLabel('Titel').fill('Die nächste Fortschreibung (Beispiel)');
    expect(await findings(office.page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Fortschreibung beginnen' }).click();
    await office.isAt('Die nächste Fortschreibung (Beispiel)');
    await office.main.getByRole('link', { name: 'Mit der vorigen Fassung vergleichen' }).click();
    await office.isAt('Vergleich mit der vorigen Fassung');
    await office.main.getByRole('region', { name: 'Abschnitte' }).getByText('übernommen').first().waitFor();
    await office.main.getByRole('region', { name: 'Maßnahmen' }).getByText('übernommen').first().waitFor();
    await office.main.getByText(`0 geändert, 0 neu, 0 entfallen, ${concept.sections.length} übernommen`).waitFor();
    await expectAccessibleInBothLooks(office.page);
    await office.page.setViewportSize({ width: 390, height: 844 });
    expect(await sidewaysScrolling(office.page)).toEqual([]);

    const reader = await stage.visitor(null, { javaScriptEnabled: false });
    await reader.open(path);
    await reader.isAt(concept.title);
    await reader.page.getByRole('navigation', { name: 'Inhalt' }).getByRole('link', { name: /Sozialräumliche Integration/ }).first().click();
    await reader.page.getByRole('heading', { level: 2, name: /Sozialräumliche Integration/ }).waitFor();
    await reader.page.getByRole('link', { name: 'Beschlossene Fassung als PDF' }).waitFor();

    // On A4 with the margins of a browser, the table of all measures loses no column.
    const onPaper = await stage.visitor(null, { viewport: { width: 718, height: 1000 } });
    await onPaper.open(path);
    await onPaper.page.emulateMedia({ media: 'print' });
    expect(await sidewaysScrolling(onPaper.page)).toEqual([]);

    const onPhone = await stage.visitor(null, phone);
    await onPhone.open(path);
    await onPhone.isAt(concept.title);
    expect([...(await findings(onPhone.page)), ...(await sidewaysScrolling(onPhone.page))]).toEqual([]);
    await onPhone.open(path.split('/').slice(0, 3).join('/'));
    await onPhone.page.getByRole('link', { name: concept.title }).waitFor();
    expect(await findings(onPhone.page)).toEqual([]);
  });
});
