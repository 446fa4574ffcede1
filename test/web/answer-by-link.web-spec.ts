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
    await office.main.getByRole('button', { name: 'Kurzfassung sichern: Sozialräumliche Integration' }).click();
    await office.page.getByText('Kurzfassung gesichert').first().waitFor();
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
});
