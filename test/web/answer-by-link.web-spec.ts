import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from '@jest/globals';
import { findings, sidewaysScrolling } from './support/accessibility.js';
import { conceptOf } from './support/concept.js';
import { phone, useJourneys } from './support/stage.js';
import { lostConnection } from './support/watch.js';

const journey = useJourneys();

const arabic = JSON.parse(readFileSync(join(import.meta.dirname, '../../libs/web/participation/src/catalogue/ar.json'), 'utf8')) as Record<string, string>;
/** As it stands in the Arabic interface; the part before the first value. */
const ar = (key: string): string => (arabic[`participation.${key}`] ?? '').split('{')[0]?.trim() ?? '';

describe('a link that is passed on', () => {
  journey('is read and answered on a phone without an account, also on a bad network, and the sender sees what becomes of it', async (stage) => {
    const concept = await conceptOf(stage.application, 'office');
    const office = await stage.person('office');
    await office.open(`/konzepte/${concept.uuid}/rueckmeldungen`);
    await office.main.getByRole('link', { name: 'Zum Weitergeben' }).click();
    await office.isAt('Zum Weitergeben');
    await office.main.getByLabel('Kurzfassung von „Sozialräumliche Integration“').fill('Nachbarschaften sollen Orte haben, an denen man sich trifft.');
    await office.main.getByRole('button', { name: 'Kurzfassung speichern: Sozialräumliche Integration' }).click();
    await office.page.getByText('Kurzfassung gespeichert').first().waitFor();
    await office.main.getByLabel('Für wen ist der Link?').fill('Nachbarschaftstreffs');
    await office.main.getByLabel('Gilt bis einschließlich').fill(new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10));
    await office.main.getByRole('button', { name: 'Link machen' }).click();
    const link = await office.main.getByLabel('Link zum Weitergeben').inputValue();
    await office.main.getByText('noch keine Rückmeldung').waitFor();
    expect(await findings(office.page)).toEqual([]);

    const reader = await stage.visitor(null, phone);
    const { pathname, hash } = new URL(link);
    await reader.open(`${pathname}?lang=ar${hash}`);
    await reader.isAt(concept.title);
    expect([await reader.page.locator('html').getAttribute('dir'), new URL(reader.page.url()).hash]).toEqual(['rtl', '']);
    await reader.main.getByText('Nachbarschaften sollen Orte haben, an denen man sich trifft.').waitFor();
    const field = reader.main.locator('section.kw-section').filter({ has: reader.page.getByRole('heading', { level: 2, name: 'Sozialräumliche Integration' }) });
    await field.getByRole('button', { name: new RegExp(ar('linked.answer-named')) }).first().tap();
    await field.getByLabel(ar('form.text')).fill('نريد مكانًا نلتقي فيه <script>alert(1)</script>');
    await field.getByLabel(ar('linked.sender')).fill('Nora');
    expect([...(await findings(reader.page)), ...(await sidewaysScrolling(reader.page))]).toEqual([]);
    // What is typed is still there after a reload.
    await reader.page.reload();
    await field.getByRole('button', { name: new RegExp(ar('linked.answer-named')) }).first().tap();
    expect(await field.getByLabel(ar('form.text')).inputValue()).toContain('نريد مكانًا');
    reader.watch.tolerate(...lostConnection);
    await reader.context.setOffline(true);
    await field.getByRole('button', { name: ar('form.send'), exact: true }).tap();
    await reader.main.getByText(ar('linked.unsent')).waitFor();
    await reader.context.setOffline(false);
    await reader.main.getByText(ar('state.HELD'), { exact: true }).waitFor();
    const mine = await reader.main.getByLabel(ar('linked.private-link')).inputValue();
    await field.locator('details').last().locator('summary').tap();
    await field.locator('.kw-passage').first().waitFor();
    expect([...(await findings(reader.page)), ...(await sidewaysScrolling(reader.page))]).toEqual([]);

    await office.open(`/konzepte/${concept.uuid}/rueckmeldungen`);
    await office.main.getByRole('link', { name: /نريد مكانًا/ }).click();
    await office.main.getByText('Nora, eigene Angabe').waitFor();
    await office.main.getByRole('button', { name: 'Freigeben' }).click();
    await office.main.getByRole('button', { name: 'Freigeben' }).waitFor({ state: 'detached' });

    const elsewhere = await stage.visitor();
    await elsewhere.open(new URL(mine).pathname + new URL(mine).hash);
    await elsewhere.isAt('Was Sie geschickt haben');
    await elsewhere.main.getByText('Eigene Angabe: Nora').waitFor();
    expect(await findings(elsewhere.page)).toEqual([]);
    await elsewhere.main.getByRole('button', { name: /^Zurücknehmen/ }).click();
    await elsewhere.page.getByRole('alertdialog').getByRole('button', { name: 'Zurücknehmen' }).click();
    await elsewhere.main.getByText('zurückgenommen', { exact: true }).waitFor();
    expect(await elsewhere.reads()).not.toContain('Nora');
  });

  journey('takes no words away when it ends: what was refused and what was begun stand on its page', async (stage) => {
    const [concept, office] = [await conceptOf(stage.application, 'office'), await stage.application.as('office')];
    const { editions } = await office.get<{ editions: { edges: { node: { id: string; sections: { edges: { node: { id: string; title: string } }[] } } }[] } }>('{ editions { edges { node { id sections(first: 100) { edges { node { id title } } } } } } }');
    const edition = editions.edges[0]?.node;
    const fields = ['Bildung und Erziehung', 'Sozialräumliche Integration'];
    const sectionIds = edition?.sections.edges.filter(({ node }) => fields.includes(node.title)).map(({ node }) => node.id) ?? [];
    const make = 'mutation ($input: CreateContributionLinkInput!) { createContributionLink(input: $input) { path edition { contributionLinks { id title } } } }';
    const { createContributionLink } = await office.get<{ createContributionLink: { path: string; edition: { contributionLinks: { id: string; title: string }[] } } }, object>(make, { input: { editionId: edition?.id, sectionIds, title: 'Kurzer Link', endsOn: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10), idempotencyKey: crypto.randomUUID() } });
    const reader = await stage.visitor(null, phone);
    await reader.open(createContributionLink.path);
    await reader.isAt(concept.title);
    const form = async (title: string, words: string) => {
      const field = reader.main.locator('section.kw-section').filter({ has: reader.page.getByRole('heading', { level: 2, name: title, exact: true }) });
      await field.getByRole('button', { name: `Etwas sagen zu: ${title}` }).first().tap();
      await field.getByLabel('Ihre Worte').fill(words);
      return field;
    };
    await form('Bildung und Erziehung', 'Nur begonnen');
    const field = await form('Sozialräumliche Integration', 'Zu spät gesendet');
    const linkId = createContributionLink.edition.contributionLinks.find(({ title }) => title === 'Kurzer Link')?.id;
    await office.get<unknown, object>('mutation ($input: EndContributionLinkInput!) { endContributionLink(input: $input) { errors { code } } }', { input: { linkId, idempotencyKey: crypto.randomUUID() } });
    await field.getByRole('button', { name: 'Senden', exact: true }).tap();
    await reader.main.getByText('Dieser Link gilt nicht mehr.').waitFor();
    await reader.page.reload();
    await reader.main.getByText('Zu spät gesendet').waitFor();
    await reader.main.getByText('Nur begonnen').waitFor();
    expect([...(await findings(reader.page)), ...(await sidewaysScrolling(reader.page))]).toEqual([]);
    await reader.main.getByRole('button', { name: 'Verwerfen' }).first().tap();
    await reader.page.getByRole('alertdialog').getByRole('button', { name: 'Verwerfen' }).tap();
    await reader.main.getByText('Zu spät gesendet').waitFor({ state: 'detached' });
    expect(await reader.main.getByText('Nur begonnen').count()).toBe(1);
  });
});
