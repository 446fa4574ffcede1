import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { DemonstrationAccount } from '@konzeptwerkstatt/test-support';
import type { BrowserContextOptions } from 'playwright-core';
import { expectAccessibleInBothLooks, findings, sidewaysScrolling } from './support/accessibility.js';
import { conceptOf } from './support/concept.js';
import { choose, Editor, pick } from './support/editor.js';
import type { Person } from './support/person.js';
import { phone, type Stage, useJourneys } from './support/stage.js';
import { TownHallProvider } from './support/town-hall-provider.js';

const journey = useJourneys({ env: { OIDC_PRIVATE_ISSUERS: 'true', SECRETS_KEY: 'k'.repeat(40) }, isAtFixedPort: true });
const association = 'Wohlfahrtsverband Leipzig-Mitte (Beispiel)';
const section = 'Gesundheitsversorgung und Gesundheitsförderung';
const secret = 'ein-geheimnis-nur-fuer-den-test';
let hall: TownHallProvider;

beforeAll(async () => {
  hall = await TownHallProvider.start();
});
afterAll(async () => hall.stop());

/** Somebody with an account at the town hall. */
function townsperson(groups: readonly string[], email = `${randomUUID()}@stadt.example`): string {
  const login = `u${randomUUID().slice(0, 8)}`;
  hall.people.set(login, { email, name: `Sara ${login}`, groups });
  return login;
}

/** Her browser goes to the town hall and back. */
function tolerant(person: Person): Person {
  person.watch.tolerate(new RegExp(`^request to another host: ${hall.issuer}`));
  return person;
}

/** The address that is printed at the start; the town hall sends people back to the same one. */
const printedAddress = ({ application }: Stage): string => application.origin.replace('127.0.0.1', 'localhost');

/** Somebody who has opened it. */
const newcomer = (stage: Stage, account: DemonstrationAccount | null = null, options: BrowserContextOptions = {}): Promise<Person> =>
  stage.visitor(account, options, printedAddress(stage));

async function signInAtTheTownHall(person: Person, login: string): Promise<void> {
  await person.isAt('Anmelden beim Rathaus');
  await person.page.getByLabel('Kennung').fill(login);
  await person.page.getByRole('button', { name: 'Weiter' }).click();
}

/** Enters the provider as the administrator does, and registers the application there. */
async function configure(stage: Stage): Promise<Person> {
  const office = await stage.person('office');
  await office.open('/einstellungen');
  await office.main.getByRole('link', { name: 'Anmeldung einrichten' }).click();
  await office.isAt('Anmeldung einrichten');
  await office.page.getByLabel(/^Adresse des Anmeldedienstes/).fill(hall.issuer);
  await office.page.getByLabel('Client-ID').fill('konzeptwerkstatt');
  await office.page.getByLabel(/^Geheimnis/).fill(secret);
  await office.page.getByLabel('Beschriftung des Knopfes').fill('Rathaus Leipzig');
  await office.page.getByLabel('Feld, das die Gruppen nennt').fill('groups');
  if ((await office.main.getByRole('group', { name: 'Zuordnung 1' }).count()) === 0) {
    await office.main.getByRole('button', { name: 'Zuordnung hinzufügen' }).click();
    const rule = office.main.getByRole('group', { name: 'Zuordnung 1' });
    await rule.getByLabel('Gruppe').fill('integration');
    await pick(rule, 'Organisation', association);
    await choose(rule, 'Rolle dort', 'verwaltet die Organisation');
    await office.page.getByText('Beim ersten Anmelden ein Konto anlegen').click();
  }
  await office.main.getByRole('button', { name: 'Speichern' }).click();
  const notices = office.main.locator('code').filter({ hasText: '/oidc/logout/' });
  await notices.waitFor();
  const [callback = '', afterLogout = '', backchannel = ''] = await office.main.locator('code').allInnerTexts();
  hall.register({ client_id: 'konzeptwerkstatt', client_secret: secret, redirect_uris: [callback], post_logout_redirect_uris: [afterLogout], backchannel_logout_uri: backchannel, backchannel_logout_session_required: true });
  return office;
}

describe('somebody with an account at the town hall', () => {
  journey('comes in by it, belongs where her group says, and signs out here and there at once', async (stage) => {
    const office = await configure(stage);
    await expectAccessibleInBothLooks(office.page);
    const login = townsperson(['integration']);
    const sara = tolerant(await newcomer(stage));
    await sara.open('/anmelden?weiter=/organisationen');
    await sara.main.getByRole('button', { name: 'Anmelden mit Rathaus Leipzig' }).waitFor();
    await expectAccessibleInBothLooks(sara.page);
    await sara.main.getByRole('button', { name: 'Anmelden mit Rathaus Leipzig' }).click();
    await signInAtTheTownHall(sara, login);
    await sara.isAt('Organisationen');
    await sara.open('/konto');
    await sara.main.getByText(association).first().waitFor();
    await sara.main.getByText('Sie haben noch kein eigenes Passwort').waitFor();
    // Nothing asks for a password that she does not have.
    await sara.main.getByRole('heading', { name: 'Meine Daten' }).waitFor();
    expect(await sara.main.getByLabel('Bisheriges Passwort').or(sara.main.getByLabel('Ihr Passwort')).or(sara.main.getByRole('button', { name: 'Konto beenden' })).count()).toBe(0);
    await expectAccessibleInBothLooks(sara.page);
    await sara.page.getByRole('button', { name: new RegExp(`Sara ${login}`) }).click();
    await sara.page.getByRole('menuitem', { name: 'Abmelden' }).click();
    await sara.isAt('Abmelden beim Rathaus');
    await sara.page.getByRole('button', { name: 'Überall abmelden' }).click();
    await sara.isAt('Anmelden');
    // The town hall asks again who it is.
    await sara.main.getByRole('button', { name: 'Anmelden mit Rathaus Leipzig' }).click();
    await sara.isAt('Anmelden beim Rathaus');
  });

  journey('who signs out there is signed out here, without a reload', async (stage) => {
    await configure(stage);
    const login = townsperson(['integration']);
    const sara = tolerant(await newcomer(stage));
    await sara.open('/anmelden');
    await sara.main.getByRole('button', { name: 'Anmelden mit Rathaus Leipzig' }).click();
    await signInAtTheTownHall(sara, login);
    await sara.isAt('Meine Aufgaben');
    sara.watch.tolerate(/WebSocket connection to/, /401/);
    const text = await Editor.open(sara, await conceptOf(stage.application, 'office'), section);
    const elsewhere = await sara.context.newPage();
    await elsewhere.goto(`${hall.issuer}/session/end`);
    await elsewhere.getByRole('button', { name: 'Überall abmelden' }).click();
    await elsewhere.getByRole('heading', { name: 'Beim Rathaus abgemeldet' }).waitFor();
    await text.page.getByText('Sie wurden abgemeldet').first().waitFor();
  });

  journey('outside the group, or with the address of somebody else, is told so and can still use a password', async (stage) => {
    await configure(stage);
    const sara = tolerant(await newcomer(stage, 'welfare', phone));
    await sara.open('/anmelden');
    await sara.main.getByRole('button', { name: 'Anmelden mit Rathaus Leipzig' }).tap();
    await signInAtTheTownHall(sara, townsperson(['andere']));
    await sara.main.getByText('Sie gehören hier zurzeit zu keiner Organisation').waitFor();
    expect([...(await findings(sara.page)), ...(await sidewaysScrolling(sara.page))]).toEqual([]);
    await sara.context.clearCookies();
    await sara.main.getByRole('button', { name: 'Anmelden mit Rathaus Leipzig' }).tap();
    await signInAtTheTownHall(sara, townsperson(['integration'], sara.email));
    await sara.main.getByText('Zu Ihrer E-Mail-Adresse gibt es hier schon ein Konto').waitFor();
    await sara.signIn();
    await sara.isAt('Meine Aufgaben');
  });

  journey('connects the account that she has, and undoes it again', async (stage) => {
    await configure(stage);
    const member = tolerant(await stage.person('welfare', {}, printedAddress(stage)));
    await member.open('/konto');
    await member.main.getByRole('button', { name: /^Verbinden/ }).click();
    await signInAtTheTownHall(member, townsperson(['integration'], member.email));
    await member.main.getByText('Ihr Konto ist verbunden').waitFor();
    await expectAccessibleInBothLooks(member.page);
    await member.main.getByRole('button', { name: /^Verbindung lösen/ }).click();
    await member.page.getByRole('alertdialog').getByRole('button', { name: 'Verbindung lösen' }).click();
    await member.main.getByRole('button', { name: /^Verbinden/ }).waitFor();
  });
});
