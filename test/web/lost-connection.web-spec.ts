import { describe, expect } from '@jest/globals';
import { startServer } from '@konzeptwerkstatt/test-support';
import { conceptOf, textOf } from './support/concept.js';
import { Editor } from './support/editor.js';
import { eventually } from './support/eventually.js';
import { useJourneys } from './support/stage.js';
import { lostConnection } from './support/watch.js';

const journey = useJourneys();
const offline = 'Offline – auf diesem Gerät gesichert';

describe('writing without a connection', () => {
  journey('goes on while the device is offline, says so, and everything arrives afterwards', async (stage) => {
    const concept = await conceptOf(stage.application, 'office');
    const [office, member] = [await Editor.open(await stage.person('office'), concept, 'Politische Teilhabe'), await Editor.open(await stage.person('contributor'), concept, 'Politische Teilhabe')];
    member.person.watch.tolerate(...lostConnection);

    await member.person.context.setOffline(true);
    await eventually(async () => expect(await member.saveState()).toBe(offline));
    await member.page.getByText('Keine Verbindung zum Internet. Was Sie schreiben, bleibt in diesem Browser').waitFor();
    await member.writeAfter('Der Migrantenbeirat besteht', 'Unterwegs geschrieben.');
    await office.writeAfter('Politische Teilhabe heißt hier', 'Im Amt geschrieben.');
    await office.isSaved();
    expect(await member.saveState()).toBe(offline);
    expect(await textOf(stage.application, concept, 'Politische Teilhabe')).not.toContain('Unterwegs geschrieben.');
    // What is loaded only when it is asked for stays away, and the text where it is.
    const { page } = member;
    const askFor = [
      () => page.keyboard.press('Control+k'),
      () => page.getByRole('main').getByRole('button', { name: 'Herunterladen' }).click(),
      async () => {
        await page.getByRole('banner').getByRole('button', { name: member.person.name }).click();
        await page.getByRole('menuitem', { name: 'Abmelden' }).click();
      },
    ];
    for (const ask of askFor) {
      await ask();
      await page.getByText('Dafür braucht es eine Verbindung zum Server').waitFor();
      await page.getByRole('button', { name: 'Meldung schließen' }).click();
      await member.text.getByText('Unterwegs geschrieben.').waitFor();
    }

    await member.person.context.setOffline(false);
    await member.isSaved(15_000);
    await member.page.getByText('Keine Verbindung zum Internet').waitFor({ state: 'detached' });
    await member.text.getByText('Im Amt geschrieben.').waitFor();
    await office.text.getByText('Unterwegs geschrieben.').waitFor();
    expect(await textOf(stage.application, concept, 'Politische Teilhabe')).toContain('Unterwegs geschrieben.');
  });

  journey('goes on while the server is away, and everything arrives when it is back', async (stage) => {
    const { application } = stage;
    const concept = await conceptOf(application, 'office');
    const office = await Editor.open(await stage.person('office'), concept, 'Bildung und Erziehung');
    office.person.watch.tolerate(...lostConnection);
    const words = (await office.text.locator('[data-kind="paragraph"]').first().innerText()).slice(0, 30);

    const { port, databaseUrl } = application.server;
    await application.server.stop();
    await eventually(async () => expect(await office.saveState()).toBe(offline), 10_000);
    await office.writeAfter(words, 'Ohne Server geschrieben.');
    expect(await office.saveState()).toBe(offline);

    application.server = await startServer({ databaseUrl, port });
    await office.isSaved(20_000);
    expect(await textOf(application, concept, 'Bildung und Erziehung')).toContain('Ohne Server geschrieben.');
    await office.page.getByText('Der Server antwortet gerade nicht').waitFor({ state: 'detached' });
  });
});

describe('a session that ends while somebody types', () => {
  journey('leaves the text on the screen, says so, and saves it after signing in again', async (stage) => {
    const concept = await conceptOf(stage.application, 'office');
    const visitor = await stage.visitor('welfare');
    await visitor.open('/anmelden');
    await visitor.signIn();
    await visitor.isAt('Meine Aufgaben');
    const writing = await Editor.open(visitor, concept, 'Gesundheitsversorgung und Gesundheitsförderung');
    visitor.watch.tolerate(/WebSocket connection to/, /401/);
    await writing.writeAfter('Der Gesundheitszustand gehört', 'Vor dem Ende.');
    await writing.isSaved();

    // The same person ends that session from another device.
    const elsewhere = await stage.visitor('welfare');
    await elsewhere.open('/anmelden');
    await elsewhere.signIn();
    await elsewhere.isAt('Meine Aufgaben');
    await elsewhere.open('/konto');
    const row = elsewhere.main.getByRole('row').filter({ has: elsewhere.page.getByRole('button', { name: /Beenden/ }) });
    await row.first().waitFor();
    while ((await row.count()) > 0) {
      const left = await row.count();
      await row.first().getByRole('button', { name: /Beenden/ }).click();
      await elsewhere.page.getByRole('alertdialog').getByRole('button', { name: 'Anmeldung beenden' }).click();
      await eventually(async () => expect(await row.count()).toBe(left - 1));
    }

    await writing.page.getByText('Sie wurden abgemeldet').first().waitFor();
    await writing.cursorAtEndOf(writing.block('Vor dem Ende.'));
    await writing.type(' Und danach.');
    await writing.text.getByText('Vor dem Ende. Und danach.').waitFor();
    expect(await visitor.reads()).toMatch(/bleibt auf diesem Gerät|liegt noch auf diesem Gerät/);
    expect(await textOf(stage.application, concept, 'Gesundheitsversorgung und Gesundheitsförderung')).not.toContain('Und danach.');

    await writing.page.getByRole('link', { name: 'Neu anmelden' }).click();
    await visitor.signIn();
    await visitor.isAt('Gesundheitsversorgung und Gesundheitsförderung');
    await writing.text.getByText('Vor dem Ende. Und danach.').waitFor();
    await writing.isSaved(10_000);
    expect(await textOf(stage.application, concept, 'Gesundheitsversorgung und Gesundheitsförderung')).toContain('Und danach.');
  });
});
