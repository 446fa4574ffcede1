import { describe, expect } from '@jest/globals';
import { expectAccessibleInBothLooks, findings, sidewaysScrolling } from './support/accessibility.js';
import { conceptOf, textOf, type Concept } from './support/concept.js';
import { Editor } from './support/editor.js';
import { eventually } from './support/eventually.js';
import type { Person } from './support/person.js';
import { phone, useJourneys, type Stage } from './support/stage.js';

const journey = useJourneys();
const SECTION = 'Sozialräumliche Integration';
const SENTENCE = ' Und er schreibt einfach immer weiter.';
const FIRST = 'Hier geht es um das Zusammenleben im Stadtteil';

/** Opens the versions of a section from its text. */
async function openVersions(person: Person): Promise<void> {
  await person.main.getByRole('link', { name: 'Fassungen', exact: true }).click();
  await person.isAt('Fassungen dieses Abschnitts');
}

async function keep({ page, main }: Person, name: string, reason = ''): Promise<void> {
  await main.getByRole('button', { name: 'Fassung festhalten' }).click();
  const dialog = page.getByRole('dialog', { name: 'Fassung festhalten' });
  await dialog.getByLabel('Name').fill(name);
  if (reason !== '') await dialog.getByLabel('Wozu?').fill(reason);
  await dialog.getByRole('button', { name: 'Fassung festhalten' }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** What the newest version says: what was there before the restoring. */
async function keptBefore({ application }: Stage, { sections }: Concept): Promise<string> {
  const query = 'query ($uuid: String!) { section(uuid: $uuid) { versions(first: 1) { edges { node { kind readingHtml } } } } }';
  const uuid = sections.find(({ title }) => title === SECTION)?.uuid;
  const { section } = await (await application.as('office')).get<{ section: { versions: { edges: { node: { kind: string; readingHtml: string } }[] } } }>(query, { uuid });
  const [newest] = section.versions.edges;
  expect(newest?.node.kind).toBe('BEFORE_RESTORE');
  return newest?.node.readingHtml ?? '';
}

describe('versions of a field of action', () => {
  journey('are kept by one, compared and restored by another, while somebody writes in another paragraph', async (stage) => {
    const concept = await conceptOf(stage.application, 'office');
    const [amt, verein] = [await stage.person('office'), await stage.person('contributor')];
    const member = await Editor.open(verein, concept, SECTION);
    await member.writeAfter(FIRST, 'Der Verein schreibt hier.');
    await member.isSaved();

    await amt.open(concept.pathOf(SECTION));
    await openVersions(amt);
    await amt.main.getByText('Noch keine Fassung festgehalten').waitFor();
    await expectAccessibleInBothLooks(amt.page);
    await keep(amt, 'Stand nach der Konferenz', 'Damit wir nach dem Workshop vergleichen können');
    const entry = amt.main.getByRole('list', { name: 'Fassungen dieses Abschnitts' }).getByRole('listitem').first();
    await entry.getByText(`${amt.name}, ${amt.organisation}`).waitFor();
    await entry.getByText('Damit wir nach dem Workshop vergleichen können').waitFor();

    // The member goes on: new words, and others are gone.
    await member.writeAfter('Der Verein schreibt hier.', 'Nach der Konferenz dazugekommen.');
    await member.isSaved();
    await entry.getByRole('link', { name: 'Stand nach der Konferenz' }).click();
    await amt.isAt('Stand nach der Konferenz');
    const difference = amt.main.getByRole('region', { name: 'Unterschiede im Text' });
    await difference.locator('ins').filter({ hasText: 'Nach der Konferenz dazugekommen.' }).waitFor();
    expect(await difference.innerText()).not.toContain(FIRST);
    expect(await difference.locator('ins').first().textContent()).toMatch(/^Neu: .*Ende neu\.$/);
    await amt.main.getByText('Nur Änderungen zeigen').click();
    await difference.getByText(FIRST).waitFor();
    await expectAccessibleInBothLooks(amt.page);

    // She restores while the member types. What was typed before it comes back with what was there before; what came after stays.
    const typing = (async () => {
      await member.cursorAtEndOf(member.block('Der Verein schreibt hier.'));
      for (const word of SENTENCE.repeat(4).split(/(?= )/)) {
        await member.type(word);
        await member.page.waitForTimeout(60);
      }
    })();
    await amt.main.getByRole('button', { name: 'Diese Fassung wiederherstellen' }).click();
    const question = amt.page.getByRole('alertdialog', { name: '„Stand nach der Konferenz“ wiederherstellen?' });
    await question.getByText('Alles, was seitdem geschrieben wurde, bleibt als Fassung erhalten.').waitFor();
    expect(await findings(amt.page)).toEqual([]);
    await question.getByRole('button', { name: 'Wiederherstellen', exact: true }).click();
    await amt.isAt(SECTION);
    await typing;
    await eventually(async () => expect(await member.words()).not.toContain('Nach der Konferenz dazugekommen.'));
    await member.isSaved();
    const stayed = /Der Verein schreibt hier\.(.*?)In jedem Stadtteil/s.exec(await member.words())?.[1] ?? 'nothing';
    const kept = await keptBefore(stage, concept);
    expect(kept).toContain('Nach der Konferenz dazugekommen.');
    expect(kept).toContain(`Der Verein schreibt hier.${SENTENCE.repeat(4).slice(0, -stayed.length || undefined)}`);
    expect(SENTENCE.repeat(4).endsWith(stayed)).toBe(true);
    await eventually(async () => expect(await textOf(stage.application, concept, SECTION)).toContain(`Der Verein schreibt hier.${stayed}`));
    expect(await textOf(stage.application, concept, SECTION)).not.toContain('Nach der Konferenz dazugekommen.');

    // What was there before is a version, too; restoring it brings the words back.
    await openVersions(amt);
    const before = amt.main.getByRole('list', { name: 'Fassungen dieses Abschnitts' }).getByRole('listitem').filter({ hasText: 'automatisch festgehalten' });
    await before.getByRole('link', { name: 'Vor dem Wiederherstellen von „Stand nach der Konferenz“' }).click();
    await amt.main.getByRole('button', { name: 'Diese Fassung wiederherstellen' }).click();
    await amt.page.getByRole('alertdialog').getByRole('button', { name: 'Wiederherstellen', exact: true }).click();
    await amt.isAt(SECTION);
    await member.text.getByText('Nach der Konferenz dazugekommen.').waitFor();

    await amt.open(`/konzepte/${concept.uuid}/verlauf`);
    await amt.main.getByText(/hat in „Sozialräumliche Integration“ eine frühere Fassung wiederhergestellt/).first().waitFor();
    await amt.main.getByText(/hat eine Fassung von „Sozialräumliche Integration“ festgehalten/).waitFor();
  });

  journey('are named with the keyboard alone; a missing name is told beside its field', async (stage) => {
    const concept = await conceptOf(stage.application, 'office');
    const amt = await stage.person('office');
    await amt.open(`${concept.pathOf('Begriffe')}/fassungen`);
    await amt.main.getByRole('button', { name: 'Fassung festhalten' }).focus();
    await amt.page.keyboard.press('Enter');
    const dialog = amt.page.getByRole('dialog', { name: 'Fassung festhalten' });
    await dialog.waitFor();
    await amt.page.keyboard.press('Enter');
    await dialog.getByText('Bitte einen Namen eingeben.').waitFor();
    const name = dialog.getByLabel('Name');
    await eventually(async () => expect(await name.evaluate((node) => node === document.activeElement)).toBe(true));
    expect(await name.getAttribute('aria-invalid')).toBe('true');
    expect(await findings(amt.page)).toEqual([]);
    await amt.page.keyboard.type('Mit der Tastatur');
    await amt.page.keyboard.press('Enter');
    await amt.main.getByRole('link', { name: 'Mit der Tastatur' }).waitFor();
    await amt.main.getByRole('link', { name: 'Mit der Tastatur' }).focus();
    await amt.page.keyboard.press('Enter');
    await amt.isAt('Mit der Tastatur');
    await amt.main.getByText('Beide Texte lauten gleich.').waitFor();
  });

  journey('fit a phone, in Arabic from right to left as well, and can be read by who may only read', async (stage) => {
    const concept = await conceptOf(stage.application, 'office');
    const amt = await stage.person('office', phone);
    const path = `${concept.pathOf('Politische Teilhabe')}/fassungen`;
    await amt.open(path);
    await keep(amt, 'EinSehrLangerNameOhneJedeLeerstelleDerNirgendwoUmgebrochenWerdenKannUndTrotzdemPassenMuss');
    await amt.main.getByRole('list', { name: 'Fassungen dieses Abschnitts' }).getByRole('link').click();
    await amt.main.getByText('Beide Texte lauten gleich.').waitFor();
    const version = new URL(amt.page.url()).pathname;
    for (const address of [`${path}?lang=ar`, `${version}?ansicht=alles&lang=ar`, `${path}?lang=de`, `${version}?ansicht=alles&lang=de`]) {
      await amt.open(address);
      await amt.page.getByRole('heading', { level: 1 }).waitFor();
      await amt.page.locator('.kw-loading, .kw-skeleton').first().waitFor({ state: 'detached' });
      expect([...(await findings(amt.page)), ...(await sidewaysScrolling(amt.page))].map((finding) => `${address}: ${finding}`)).toEqual([]);
    }
    const council = await stage.person('reviewer');
    await council.open(version);
    await council.main.getByText('Beide Texte lauten gleich.').waitFor();
    expect(await council.main.getByRole('button', { name: 'Diese Fassung wiederherstellen' }).count()).toBe(0);
    await council.open(path);
    await council.main.getByRole('list', { name: 'Fassungen dieses Abschnitts' }).waitFor();
    expect(await council.main.getByRole('button', { name: 'Fassung festhalten' }).count()).toBe(0);
    const stranger = await stage.person('foreign');
    await stranger.open(version);
    await stranger.isAt('Seite nicht gefunden');
  });
});
