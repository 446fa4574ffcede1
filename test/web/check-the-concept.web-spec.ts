import { describe, expect } from '@jest/globals';
import { findings, sidewaysScrolling } from './support/accessibility.js';
import { conceptOf } from './support/concept.js';
import { phone, useJourneys } from './support/stage.js';

const journey = useJourneys();

describe('somebody who takes part', () => {
  journey('sees who else does and who is missing, goes from a finding to its measure, and hands her own assessment in', async (stage) => {
    const concept = await conceptOf(stage.application, 'contributor');
    const member = await stage.person('contributor');
    await member.open(`/konzepte/${concept.uuid}/rueckmeldungen`);
    await member.main.getByRole('link', { name: 'Wer macht mit?' }).click();
    await member.isAt('Wer macht mit?');
    await member.main.getByRole('table', { name: 'Nach Art der Organisation', exact: true }).getByRole('row', { name: /Migrantenorganisationen/ }).waitFor();
    await member.main.getByRole('table', { name: 'Wer zu Treffen kam, über die Zeit' }).waitFor();
    await member.main.getByText('Die Wirtschaft fehlt oft').waitFor();
    await member.main.getByText('Ihre Kommune zeigt nicht, wer wie viel geschrieben hat.').waitFor();
    await member.main.getByText('Als Tabelle').click();
    expect(await findings(member.page)).toEqual([]);

    await member.main.getByRole('link', { name: 'Konzept prüfen' }).click();
    await member.isAt('Konzept prüfen');
    const finding = member.main.getByText(/Maßnahmen? ohne Federführung/).first();
    await finding.click();
    const place = member.main.getByRole('link', { name: 'Mehrsprachige Anmeldehilfe für Kita-Plätze (Beispiel)' }).first();
    await place.click();
    await member.isAt('Bildung und Erziehung');
    await member.page.goBack();
    await member.isAt('Konzept prüfen');
    const strategic = member.main.locator('.kw-criterion').filter({ has: member.page.getByRole('heading', { level: 3, name: 'strategisch', exact: true }) });
    expect(await member.main.getByText('Ihre Einschätzung ist gespeichert.').count()).toBe(0);
    await strategic.getByText('Einschätzen: strategisch').click();
    await strategic.locator('label').filter({ hasText: /^weitgehend/ }).click();
    await member.main.getByText('Ihre Einschätzung ist gespeichert. Nur Sie sehen sie.').waitFor();
    expect(await findings(member.page)).toEqual([]);
    // What is not handed in is still there.
    await member.open(`/konzepte/${concept.uuid}/pruefung`);
    await strategic.getByText('Einschätzen: strategisch').click();
    expect(await strategic.getByRole('radio', { name: /^weitgehend/ }).isChecked()).toBe(true);
    await member.main.getByRole('button', { name: 'Einschätzung abgeben' }).click();
    await member.page.getByRole('alertdialog').getByRole('button', { name: 'Einschätzung abgeben' }).click();
    await member.main.getByText('Sie haben Ihre Einschätzung abgegeben').waitFor();

    const guest = await stage.person('reviewer', phone);
    for (const page of ['beteiligung', 'pruefung']) {
      await guest.open(`/konzepte/${concept.uuid}/${page}?lang=ar`);
      await guest.page.getByRole('heading', { level: 2 }).first().waitFor();
      expect([...(await findings(guest.page)), ...(await sidewaysScrolling(guest.page))]).toEqual([]);
    }
  });
});
