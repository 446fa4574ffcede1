import { describe, expect } from '@jest/globals';
import { InquiryTester } from '../e2e/inquiries/inquiry-desk.js';
import { findings, sidewaysScrolling } from './support/accessibility.js';
import { conceptOf } from './support/concept.js';
import { downloadBy } from './support/download.js';
import type { Person } from './support/person.js';
import { phone, type Stage, useJourneys } from './support/stage.js';
import { lostConnection } from './support/watch.js';

const journey = useJourneys();
const ELEVEN = '{ editions(first: 1) { edges { node { measures(first: 100) { edges { node { id status } } } } } } }';

/** Ids of eleven measures that have a status. */
async function elevenMeasures({ application }: Stage): Promise<string[]> {
  type Measures = { editions: { edges: { node: { measures: { edges: { node: { id: string; status: string | null } }[] } } }[] } };
  const data = await (await application.as('office')).get<Measures>(ELEVEN);
  const known = data.editions.edges[0]?.node.measures.edges.map(({ node }) => node).filter(({ status }) => status !== null && status !== 'DROPPED' && status !== 'PAUSED') ?? [];
  return known.slice(0, 11).map(({ id }) => id);
}

const line = (person: Person, index: number) => person.main.locator('.kw-inquiry-line').nth(index);

describe('an inquiry', () => {
  journey('is begun by the office, and the return list says who is how far', async (stage) => {
    const [concept, tester] = [await conceptOf(stage.application, 'office'), new InquiryTester(stage.application)];
    const organisation = await tester.organisation();
    const { rows } = await stage.application.database.pool.query<{ name: string }>('SELECT name FROM organisations WHERE id = $1', [organisation.uuid]);
    const name = rows[0]?.name ?? '';
    const office = await stage.person('office');
    await office.open(`/konzepte/${concept.uuid}`);
    await office.main.getByRole('navigation', { name: 'Ansichten des Konzepts' }).getByRole('link', { name: 'Abfragen' }).click();
    await office.main.getByRole('link', { name: 'Neue Abfrage' }).click();
    await office.main.locator('label').filter({ hasText: /^Mitzeichnung/ }).click();
    await office.main.getByLabel('Titel').fill('Zeichnen Sie den Entwurf mit?');
    await office.main.getByRole('combobox', { name: 'Wen fragen Sie?' }).fill(name);
    await office.page.getByRole('option', { name }).click();
    await office.main.getByRole('combobox', { name: 'Wen fragen Sie?' }).fill('Personalamt');
    await office.page.getByRole('option', { name: 'Personalamt (Beispiel)' }).click();
    expect(await findings(office.page)).toEqual([]);
    await office.main.getByRole('button', { name: 'Abfrage starten' }).click();
    await office.main.getByText('Bitte wählen Sie einen Tag in der Zukunft.').waitFor();
    await office.main.getByLabel('Frist', { exact: true }).fill('2099-06-30');
    await office.main.getByRole('button', { name: 'Abfrage starten' }).click();
    const dialog = office.page.getByRole('alertdialog');
    await dialog.getByText('1 Organisation bekommt eine E-Mail').waitFor();
    await dialog.getByText('Diese Organisation hat keine E-Mail-Adresse.').waitFor();
    expect(await dialog.getByRole('listitem').allInnerTexts()).toEqual(['Personalamt (Beispiel)']);
    await dialog.getByRole('button', { name: 'Abfrage starten' }).click();
    await office.isAt('Zeichnen Sie den Entwurf mit?');
    await office.main.getByRole('row').filter({ hasText: name }).getByText('gefragt', { exact: true }).waitFor();
    const unreached = office.main.getByRole('row').filter({ hasText: 'Personalamt (Beispiel)' });
    await unreached.getByText('noch keine E-Mail', { exact: true }).waitFor();
    expect(await unreached.getByText('gefragt', { exact: true }).count()).toBe(0);
    expect(await findings(office.page)).toEqual([]);

    await office.main.getByRole('button', { name: 'Alle, die noch nicht geantwortet haben (2)' }).click();
    await office.main.getByRole('checkbox', { name: `Auswählen: ${name}` }).press('Space');
    await office.main.getByRole('button', { name: '1 erinnern' }).click();
    await office.main.getByText('Niemand wird erinnert').waitFor();
    await office.main.getByText(/^Nicht erinnert, weil keine E-Mail-Adresse hinterlegt ist.*Personalamt \(Beispiel\)/).waitFor();
    expect(await findings(office.page)).toEqual([]);

    // One of the two has its deadline behind it, the other has more time.
    expect(await office.main.getByRole('button', { name: /^Alle Überfälligen/ }).count()).toBe(0);
    await stage.application.database.pool.query("UPDATE inquiry_recipients SET closes_at = now() + interval '5 days' WHERE organisation_id = $1", [organisation.uuid]);
    await stage.application.database.pool.query("UPDATE inquiries SET closes_at = now() - interval '1 minute' WHERE title = 'Zeichnen Sie den Entwurf mit?'");
    await office.page.reload();
    await office.main.getByRole('button', { name: 'Alle Überfälligen (1)' }).click();
    expect(await office.main.getByRole('checkbox', { checked: true }).evaluateAll((boxes) => boxes.map((box) => box.getAttribute('aria-label')))).toEqual(['Auswählen: Personalamt (Beispiel)']);
    await office.main.getByText('1 Organisation ausgewählt').waitFor();

    await office.main.getByRole('link', { name }).click();
    await office.isAt(name);
    await office.main.getByRole('button', { name: 'Telefonisch beantwortet: eintragen' }).click();
    await office.main.locator('label').filter({ hasText: /^Nein/ }).click();
    await office.main.getByText('Alles ist als Entwurf gespeichert.').waitFor();
    await office.main.getByRole('button', { name: 'Telefonisch beantwortet: eintragen' }).click();
    await office.main.getByText('Bitte nennen Sie hier einen Grund.').waitFor();
    await office.main.getByLabel(/Welche Änderungen/).fill('Die Kosten fehlen');
    await office.main.getByRole('button', { name: 'Telefonisch beantwortet: eintragen' }).click();
    await office.main.getByText('So abgegeben').waitFor();
    await office.main.getByRole('link', { name: 'Zeichnen Sie den Entwurf mit?' }).click();
    await office.main.getByRole('row').filter({ hasText: name }).getByText('telefonisch beantwortet').waitFor();
  });

  journey('of eleven measures, eight of them unchanged, is answered on a phone from the link of a mail', async (stage) => {
    const tester = new InquiryTester(stage.application);
    const [organisation, measureIds] = [await tester.organisation(), await elevenMeasures(stage)];
    expect(measureIds).toHaveLength(11);
    const inquiry = await tester.ask([organisation.id], { kind: 'PROGRESS', title: 'Jahresstand 2026', measureIds });
    const token = await tester.tokenFor(organisation.mailbox);
    const began = performance.now();
    const member = await stage.visitor(null, phone);
    await member.open(`/abfrage#${token}`);
    await member.isAt('Was Sie gefragt werden');
    await member.main.getByText('0 von 11 beantwortet').waitFor();
    expect(member.page.url()).not.toContain(token);
    expect([...(await findings(member.page)), ...(await sidewaysScrolling(member.page))]).toEqual([]);

    for (const index of [0, 1]) {
      await line(member, index).getByRole('button', { name: /^Etwas hat sich geändert/ }).tap();
      await line(member, index).getByLabel('Was ist geschehen?').waitFor();
      // Nothing has been said yet.
      await line(member, index).getByText('noch offen').waitFor();
      await line(member, index).getByLabel('Was ist geschehen?').fill(`Neues zur Nummer ${index + 1} <b>nicht fett</b>`);
    }
    await line(member, 2).getByRole('button', { name: /^Etwas hat sich geändert/ }).tap();
    await line(member, 2).locator('label').filter({ hasText: /^entfallen/ }).tap();
    await member.main.getByText('Alles ist als Entwurf gespeichert.').waitFor();
    // A reason that no status asks for is out of sight, and comes back with the status.
    await line(member, 2).getByLabel(/Warum ruht oder entfällt es/).fill('Die Förderung ist ausgelaufen');
    await line(member, 2).locator('label').filter({ hasText: /^läuft/ }).tap();
    await line(member, 2).getByLabel(/Warum ruht oder entfällt es/).waitFor({ state: 'detached' });
    await line(member, 2).locator('label').filter({ hasText: /^entfallen/ }).tap();
    expect(await line(member, 2).getByLabel(/Warum ruht oder entfällt es/).inputValue()).toBe('Die Förderung ist ausgelaufen');
    await member.main.getByRole('button', { name: 'Abgeben' }).tap();
    await member.main.getByText('Bei 8 Einträgen fehlt noch etwas. Sie sind markiert.').waitFor();
    expect([...(await findings(member.page)), ...(await sidewaysScrolling(member.page))]).toEqual([]);
    await member.main.getByRole('button', { name: '3 von 11 abgeben' }).tap();
    await member.main.getByText('3 von 11 abgegeben').waitFor();
    expect((await tester.page(inquiry.uuid)).recipients).toMatchObject([{ state: 'OPENED', submittedLineCount: 3 }]);
    await line(member, 2).getByLabel(/Warum ruht oder entfällt es/).fill('');
    await member.main.getByText('Alles ist als Entwurf gespeichert.').waitFor();
    await member.main.getByRole('button', { name: 'Alle 8 offenen: unverändert' }).tap();
    await member.main.getByText('10 von 11 beantwortet').waitFor();
    await member.main.getByRole('button', { name: 'Abgeben' }).tap();
    await line(member, 2).getByText('Bitte nennen Sie hier einen Grund.').waitFor();
    await line(member, 2).getByLabel(/Warum ruht oder entfällt es/).fill('Die Förderung ist ausgelaufen');
    await member.main.getByRole('button', { name: 'Abgeben' }).tap();
    await member.main.getByText(/^Abgegeben am/).first().waitFor();
    expect(performance.now() - began).toBeLessThan(5 * 60_000);
    const receipt = await downloadBy(member.main.getByRole('button', { name: 'Quittung als PDF' }));
    expect(receipt.suggestedFilename()).toBe('Quittung Jahresstand 2026.pdf');
    expect([...(await findings(member.page)), ...(await sidewaysScrolling(member.page))]).toEqual([]);

    // A tab that is loaded again keeps the token; in Arabic it runs from right to left.
    await member.open('/abfrage?lang=ar');
    await member.isAt('ما نسألكم عنه');
    await member.main.getByText('أُجيب عن 11 من 11').waitFor();
    expect(await member.page.locator('html').getAttribute('dir')).toBe('rtl');
    expect([...(await findings(member.page)), ...(await sidewaysScrolling(member.page))]).toEqual([]);
    expect((await tester.page(inquiry.uuid)).recipients).toMatchObject([{ state: 'RELEASED', way: 'ONLINE' }]);

    // The office sees how far the measures are by now, and begins its report from it.
    const [concept, office] = [await conceptOf(stage.application, 'office'), await stage.person('office')];
    await office.open(`/konzepte/${concept.uuid}`);
    await office.main.getByRole('navigation', { name: 'Ansichten des Konzepts' }).getByRole('link', { name: 'Umsetzung' }).click();
    await office.main.getByText(/^11 von \d+$/).waitFor();
    await office.main.getByRole('button', { name: 'Stand' }).click();
    await office.page.getByRole('option', { name: 'entfallen' }).click();
    await office.page.waitForURL(/stand=dropped/);
    // The rows of before stand there until the chosen ones have come.
    const dropped = office.main.getByRole('row').filter({ has: office.page.getByText('Bericht vom') }).filter({ hasText: 'entfallen' }).first();
    await dropped.getByText('Bericht vom').click();
    await dropped.getByText('Die Förderung ist ausgelaufen').waitFor();
    expect(await findings(office.page)).toEqual([]);
    await office.main.getByRole('button', { name: 'Bericht anlegen' }).click();
    const dialog = office.page.getByRole('dialog', { name: 'Bericht anlegen' });
    await dialog.getByLabel('Titel').fill(' ');
    await dialog.getByRole('button', { name: 'Zusammenstellen' }).click();
    await dialog.getByText('Bitte einen Titel eingeben.').first().waitFor();
    expect(await findings(office.page)).toEqual([]);
    await dialog.getByLabel('Titel').fill('Umsetzungsbericht 2026');
    await dialog.getByRole('button', { name: 'Zusammenstellen' }).click();
    await office.isAt('Umsetzungsbericht 2026');
    await office.main.getByRole('link', { name: 'Was offen ist' }).waitFor();
  });

  journey('that was answered without a connection is there after the page was closed, and reaches the office', async (stage) => {
    const tester = new InquiryTester(stage.application);
    const organisation = await tester.organisation();
    await tester.ask([organisation.id]);
    const token = await tester.tokenFor(organisation.mailbox);
    const member = await stage.visitor(null, phone);
    member.watch.tolerate(...lostConnection);
    await member.open(`/abfrage#${token}`);
    await member.main.locator('label').filter({ hasText: /^Nein/ }).tap();
    await member.main.getByText('Alles ist als Entwurf gespeichert.').waitFor();
    await member.context.setOffline(true);
    await member.main.getByLabel(/Welche Änderungen/).fill('Ohne Netz getippt');
    await member.main.getByText('Es bleibt auf diesem Gerät, und wir versuchen es weiter.').waitFor();
    // The tab is thrown away by the phone before the network is back.
    await member.page.goto('about:blank');
    await member.context.setOffline(false);
    await member.open(`/abfrage#${token}`);
    await member.main.getByText('Alles ist als Entwurf gespeichert.').waitFor();
    expect(await member.main.getByLabel(/Welche Änderungen/).inputValue()).toBe('Ohne Netz getippt');
    expect((await tester.desk(token))[0]?.lines[0]?.answers).toContainEqual(expect.objectContaining({ questionKey: 'reason', value: 'Ohne Netz getippt' }));
    expect(await member.page.evaluate(() => Object.keys(localStorage).filter((name) => name.includes('/abfrage/')))).toEqual([]);
  });
});
