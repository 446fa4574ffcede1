import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, expect } from '@jest/globals';
import { AssignProcessRoleDocument, WithdrawProcessRoleDocument } from '../../libs/web/data/src/generated/graphql.js';
import { conceptOf, nodesOf, textOf, type Concept } from './support/concept.js';
import { downloadBy } from './support/download.js';
import { Editor } from './support/editor.js';
import { eventually } from './support/eventually.js';
import { useNetwork } from './support/network.js';
import { useJourneys, type Stage } from './support/stage.js';

const journey = useJourneys();
const network = useNetwork();
const section = 'Politische Teilhabe';

type Named<Rest> = { readonly edges: readonly { readonly node: Rest & { readonly id: string } }[] };
interface Answer {
  readonly edition: {
    readonly process: { readonly id: string; readonly roles: Named<{ readonly organisation: { readonly name: string } | null }> };
    readonly sections: Named<{ readonly title: string }>;
  };
  readonly organisations: Named<{ readonly name: string }>;
}
const QUERY = 'query ($uuid: String!) { edition(uuid: $uuid) { process { id roles(first: 100) { edges { node { id organisation { name } } } } } sections(first: 100) { edges { node { id title } } } } organisations(first: 100) { edges { node { id name } } } }';

/** What the office does with roles of an organisation, by the beginning of its name. */
async function rolesOf(stage: Stage, { uuid }: Concept, organisation: string) {
  const office = await stage.application.as('office');
  const ask = () => office.get<Answer>(QUERY, { uuid });
  const { edition, organisations } = await ask();
  const organisationId = nodesOf(organisations).find(({ name }) => name.startsWith(organisation))?.id ?? '';
  const sectionIds = nodesOf(edition.sections).filter(({ title }) => title === section).map(({ id }) => id);
  return {
    give: async (role: 'CONTRIBUTOR' | 'READER'): Promise<string> => {
      const { assignProcessRole } = await office.get(AssignProcessRoleDocument, { input: { processId: edition.process.id, organisationId, role, sectionIds: role === 'READER' ? [] : sectionIds, idempotencyKey: randomUUID() } });
      if (!assignProcessRole.role) throw new Error(JSON.stringify(assignProcessRole.errors));
      return assignProcessRole.role.id;
    },
    take: (roleId: string) => office.get(WithdrawProcessRoleDocument, { input: { roleId, idempotencyKey: randomUUID() } }),
    takeAll: async (): Promise<void> => {
      for (const role of nodesOf((await ask()).edition.process.roles)) if (role.organisation?.name.startsWith(organisation)) await office.get(WithdrawProcessRoleDocument, { input: { roleId: role.id, idempotencyKey: randomUUID() } });
    },
  };
}

const paragraph = async (editor: Editor): Promise<string> => (await editor.text.locator('[data-kind="paragraph"]').first().innerText()).slice(0, 30);
/** Coming back to the window makes the page ask for rights at once; a person waits, or does just that. */
const comeBack = ({ page }: Editor) => page.evaluate(() => void dispatchEvent(new Event('focus')));

describe('rights that change while a text is open', () => {
  journey('from writing to reading and back: the words are right, and what was typed before can still be taken back', async (stage) => {
    const concept = await conceptOf(stage.application, 'office');
    const roles = await rolesOf(stage, concept, 'Migrantenbeirat');
    const council = new Editor(await stage.person('reviewer'), section);
    await council.person.open(concept.pathOf(section));
    await council.text.waitFor();
    await eventually(async () => expect(await council.saveState()).toBe('Nur lesen'));
    await council.page.evaluate(() => Object.assign(globalThis, { sameWindow: true }));

    const roleId = await roles.give('CONTRIBUTOR');
    await eventually(async () => {
      await comeBack(council);
      expect(await council.saveState()).toBe('Gespeichert');
    });
    await council.writeAfter(await paragraph(council), 'Vom Beirat.');
    await council.isSaved();

    await roles.take(roleId);
    await eventually(async () => {
      await comeBack(council);
      expect(await council.saveState()).toBe('Nur lesen');
    });
    expect(await council.text.getAttribute('contenteditable')).toBe('false');
    expect(await council.text.getAttribute('aria-readonly')).toBe('true');
    expect(await council.toolbar.count()).toBe(0);
    await council.text.getByText('Vom Beirat.').waitFor();

    await roles.give('CONTRIBUTOR');
    await eventually(async () => {
      await comeBack(council);
      expect(await council.saveState()).toBe('Gespeichert');
    });
    await council.stepUntil(() => council.tool('Rückgängig'), (seen) => !seen.includes('Beirat.'));
    await council.stepUntil(() => council.press('Control+y'), (seen) => seen.includes('Vom Beirat.'));
    await council.isSaved();
    expect(await textOf(stage.application, concept, section)).toContain('Vom Beirat.');
    expect(await council.page.evaluate(() => 'sameWindow' in globalThis)).toBe(true);
    await roles.takeAll();
    await roles.give('READER');
  });

  journey('withdrawn while somebody typed offline: says so, saves nothing, and lets the words be taken along', async (stage) => {
    const concept = await conceptOf(stage.application, 'office');
    const roles = await rolesOf(stage, concept, 'Wohlfahrtsverband');
    const welfare = await Editor.open(await network.person(stage, 'welfare'), concept, section);
    welfare.page.on('dialog', (dialog) => void dialog.accept());
    network.line.cut('/collab/');
    await welfare.writeAfter(await paragraph(welfare), 'Zu spät geschrieben.');
    await roles.takeAll();
    network.line.restore();
    await eventually(async () => expect(await welfare.saveState()).toMatch(/Kann nicht gespeichert werden|Dieser Abschnitt ist nicht mehr da/));
    await comeBack(welfare);
    await welfare.text.getByText('Zu spät geschrieben.').waitFor();
    expect(await welfare.text.getAttribute('contenteditable')).toBe('false');
    const download = await downloadBy(welfare.page.getByRole('button', { name: 'Text herunterladen' }));
    expect(await readFile(await download.path(), 'utf8')).toContain('Zu spät geschrieben.');
    expect(await textOf(stage.application, concept, section)).not.toContain('Zu spät geschrieben.');
    await welfare.page.getByRole('button', { name: 'Ungespeichertes verwerfen' }).click();
    await welfare.page.getByRole('alertdialog').getByRole('button', { name: 'Verwerfen und neu laden' }).click();
    await welfare.page.getByText('Zu spät geschrieben.').waitFor({ state: 'detached' });
    await eventually(async () => expect(await welfare.page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0));
  });
});
