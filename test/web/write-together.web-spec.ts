import { describe, expect } from '@jest/globals';
import { conceptOf, textOf } from './support/concept.js';
import { Editor } from './support/editor.js';
import { eventually } from './support/eventually.js';
import { phone, useJourneys, type Stage } from './support/stage.js';

const journey = useJourneys();

/** The integration office and a migrant organisation, both in one section's text. */
async function twoIn(stage: Stage, sectionTitle: string) {
  const concept = await conceptOf(stage.application, 'office');
  const [amt, verein] = [await stage.person('office'), await stage.person('contributor')];
  const [office, member] = [await Editor.open(amt, concept, sectionTitle), await Editor.open(verein, concept, sectionTitle)];
  return { concept, office, member };
}

describe('writing together in a field of action', () => {
  journey('two people see each other, with name and organisation, and what each of them types', async (stage) => {
    const { concept, office, member } = await twoIn(stage, 'Sozialräumliche Integration');
    for (const [one, other] of [[office, member], [member, office]] as const) {
      const others = one.page.getByRole('list', { name: 'Wer sonst noch hier ist' });
      await others.getByText(`${other.person.name}, ${other.person.organisation}`).waitFor();
    }

    await office.writeAfter('Hier geht es um das Zusammenleben im Stadtteil', 'Das Amt schreibt hier.');
    await member.writeAfter('Die Quelle nennt die Initiierung', 'Der Verein schreibt dort.');
    await member.text.getByText('Das Amt schreibt hier.').waitFor({ timeout: 2_000 });
    await office.text.getByText('Der Verein schreibt dort.').waitFor({ timeout: 2_000 });

    const labels = { office: office.text.locator('.kw-cursor__label'), member: member.text.locator('.kw-cursor__label') };
    await eventually(async () => expect(await labels.office.allInnerTexts()).toEqual([`${member.person.name}, ${member.person.organisation}`]));
    await eventually(async () => expect(await labels.member.allInnerTexts()).toEqual([`${office.person.name}, ${office.person.organisation}`]));

    await Promise.all([office.isSaved(), member.isSaved()]);
    await eventually(async () => expect(await textOf(stage.application, concept, 'Sozialräumliche Integration')).toMatch(/Der Verein schreibt dort\.[\s\S]*Das Amt schreibt hier\./));
  });

  journey('on a phone the name at a cursor can be read at the end of a line too', async (stage) => {
    const concept = await conceptOf(stage.application, 'office');
    const member = await Editor.open(await stage.person('contributor', phone), concept, 'Vorwort');
    const office = await Editor.open(await stage.person('office', phone), concept, 'Vorwort');
    const label = member.text.locator('.kw-cursor__label');
    for (const key of ['End', 'Home']) {
      await office.cursorAtEndOf(office.block('Es ist nicht das von der Ratsversammlung').first());
      // A step back from where the line breaks: at the break itself the cursor is drawn on the next line.
      await office.press('ArrowUp', key, ...(key === 'End' ? ['ArrowLeft', 'ArrowLeft', 'ArrowLeft'] : []));
      await eventually(async () => {
        const [name, text] = [await label.boundingBox(), await member.text.boundingBox()];
        expect(name!.x).toBeGreaterThanOrEqual(text!.x - 1);
        expect(name!.x + name!.width).toBeLessThanOrEqual(text!.x + text!.width + 1);
      });
    }
  });

  journey('two people type into one paragraph at the same time, and the words of each stay whole', async (stage) => {
    const { office, member } = await twoIn(stage, 'Begriffe');
    await office.newParagraphAfter((await office.text.locator('[data-kind="paragraph"]').first().innerText()).slice(0, 30));
    await office.type('Anfang. Ende.');
    const paragraph = member.block('Anfang. Ende.');
    await paragraph.waitFor();
    const written = async (beginning: string, end: string): Promise<void> => {
      for (const editor of [office, member]) await eventually(async () => expect(await editor.words()).toContain(`${beginning}Anfang. Ende.${end}`));
    };
    // One before the other, who would be pushed along.
    await member.cursorAtEndOf(paragraph);
    await member.press('Home');
    await Promise.all([office.page.keyboard.type('Das Amt am Ende.', { delay: 60 }), member.page.keyboard.type('Der Verein davor. ', { delay: 50 })]);
    await written('Der Verein davor. ', 'Das Amt am Ende.');
    // What is taken back lies behind the other's cursor, what is written after it does not.
    await member.press('Control+z');
    await written('', 'Das Amt am Ende.');
    await office.type(' Und Schluss.');
    await member.type('Doch: ');
    await written('Doch: ', 'Das Amt am Ende. Und Schluss.');
    // Both at the same place.
    await member.press('End');
    await Promise.all([office.page.keyboard.type('ABCDEFGHIJ', { delay: 60 }), member.page.keyboard.type('abcdefghij', { delay: 50 })]);
    await eventually(async () => expect(await office.words()).toMatch(/Schluss\.(ABCDEFGHIJabcdefghij|abcdefghijABCDEFGHIJ)/));
    await eventually(async () => expect(await member.words()).toBe(await office.words()));
  });

  journey('the state of saving goes from saving to saved', async (stage) => {
    const concept = await conceptOf(stage.application, 'office');
    const office = await Editor.open(await stage.person('office'), concept, 'Vorwort');
    const states = await office.recordSaveStates();
    await office.writeAfter('Es ist nicht das von der Ratsversammlung', 'Gut aufgehoben.');
    await office.isSaved();
    await eventually(async () => expect((await states()).slice(0, 3)).toEqual(['Gespeichert', 'Wird gespeichert', 'Gespeichert']));
    expect(await textOf(stage.application, concept, 'Vorwort')).toContain('Gut aufgehoben.');
  });

  journey('headings, lists, a link and a table come about by the toolbar, and the other one sees them', async (stage) => {
    const { concept, office, member } = await twoIn(stage, 'Politische Teilhabe');
    await office.writeAfter('Politische Teilhabe heißt hier', 'Womit wir beginnen');
    await office.toolMenu('Text', 'Überschrift');
    await office.press('Enter');
    await office.type('Einladung');
    await office.tool('Aufzählung');
    await office.press('Enter');
    await office.type('Protokoll');
    await office.press('Enter', 'Enter');
    await office.type('Mehr steht bei der Stadt');
    await office.press('Shift+Control+ArrowLeft');
    await office.tool('Link');
    await office.page.getByRole('dialog').getByLabel('Adresse').fill('www.leipzig.de');
    await office.page.getByRole('dialog').getByRole('button', { name: 'Link setzen' }).click();
    await office.press('End');
    await office.toolMenu('Tabelle', 'Tabelle einfügen');
    await office.type('Wann');
    await office.press('Tab');
    await office.type('Wo');

    await member.text.getByRole('heading', { level: 2, name: 'Womit wir beginnen' }).waitFor();
    expect(await member.text.locator('[data-kind="bulletItem"]').allInnerTexts()).toEqual(['Einladung', 'Protokoll']);
    expect(await member.text.getByRole('link', { name: 'Stadt' }).getAttribute('href')).toBe('https://www.leipzig.de');
    const heads = member.text.getByRole('table').getByRole('columnheader');
    for (const [index, words] of ['Wann', 'Wo'].entries()) await heads.nth(index).getByText(words).waitFor();
    expect(await member.text.getByRole('row').count()).toBe(3);

    await office.isSaved();
    const stored = await textOf(stage.application, concept, 'Politische Teilhabe');
    expect(stored).toMatch(/<h2[^>]*>Womit wir beginnen<\/h2>/);
    expect(stored).toMatch(/<ul[^>]*>\s*<li[^>]*>[\s\S]*?Einladung[\s\S]*?<\/li>\s*<li[^>]*>[\s\S]*?Protokoll[\s\S]*?<\/li>\s*<\/ul>/);
    expect(stored).toMatch(/<a href="https:\/\/www\.leipzig\.de"[^>]*>Stadt<\/a>/);
    expect(stored).toMatch(/<th[^>]*>[\s\S]*Wann[\s\S]*<th[^>]*>[\s\S]*Wo/);
  });

  journey('headings, lists and marks come about by keys and typing habits too', async (stage) => {
    const concept = await conceptOf(stage.application, 'office');
    const office = await Editor.open(await stage.person('office'), concept, 'Begriffe');
    await office.newParagraphAfter('Einrichtungen und Angebote werden so gestaltet');
    await office.type('## Vielfalt');
    await office.press('Enter');
    await office.type('1. erstens');
    await office.press('Enter', 'Tab');
    await office.type('darunter');
    await office.press('Enter', 'Enter', 'Enter');
    await office.press('Control+b');
    await office.type('wichtig');
    await office.press('Control+b');
    await office.type(' und schlicht');
    await office.press('Enter', 'Control+Alt+2');
    await office.type('Teilhabe für alle');
    await office.isSaved();
    const stored = await textOf(stage.application, concept, 'Begriffe');
    expect(stored).toMatch(/<h3[^>]*>Vielfalt<\/h3>/);
    expect(stored).toMatch(/<ol[^>]*>\s*<li[^>]*>[\s\S]*?erstens[\s\S]*?<ol[^>]*>[\s\S]*?darunter/);
    expect(stored).toContain('<strong>wichtig</strong> und schlicht');
    expect(stored).toMatch(/<h2[^>]*>Teilhabe für alle<\/h2>/);
  });

  journey('undo takes back what oneself has typed, and leaves the words of the other', async (stage) => {
    const { concept, office, member } = await twoIn(stage, 'Bildung und Erziehung');
    const first = office.text.locator('[data-kind="paragraph"]').first();
    const words = (await first.innerText()).slice(0, 30);
    await office.writeAfter(words, 'Vom Amt');
    await member.text.getByText('Vom Amt').waitFor();
    await member.cursorAtEndOf(member.block('Vom Amt'));
    await member.type(' und vom Verein');
    await office.text.getByText('Vom Amt und vom Verein').waitFor();

    await office.stepUntil(() => office.tool('Rückgängig'), (seen) => !/Vom|Amt/.test(seen));
    await eventually(async () => expect(await member.words()).toMatch(/(?<!Vom Amt) und vom Verein/));

    await office.stepUntil(() => office.press('Control+y'), (seen) => seen.includes('Vom Amt und vom Verein'));
    await eventually(async () => expect(await member.words()).toContain('Vom Amt und vom Verein'));
    await member.stepUntil(() => member.press('Control+z'), (seen) => !seen.includes('Verein'));
    await eventually(async () => expect(await office.words()).toMatch(/Vom Amt(?! und)/));
    await Promise.all([office.isSaved(), member.isSaved()]);
    await eventually(async () => expect(await textOf(stage.application, concept, 'Bildung und Erziehung')).toMatch(/Vom Amt(?! und)/));
  });
});

describe('somebody who may only read', () => {
  journey('follows the text live without being able to change it', async (stage) => {
    const concept = await conceptOf(stage.application, 'office');
    const office = await Editor.open(await stage.person('office'), concept, 'Interkulturelle Orientierung und Öffnung');
    const council = await stage.person('reviewer');
    await council.open(concept.pathOf('Interkulturelle Orientierung und Öffnung'));
    const reading = new Editor(council, 'Interkulturelle Orientierung und Öffnung');
    await reading.text.waitFor();
    await council.main.getByText('Sie lesen mit').waitFor();
    expect(await reading.toolbar.count()).toBe(0);
    expect(await reading.text.getAttribute('contenteditable')).toBe('false');
    const words = (await office.text.locator('[data-kind="paragraph"]').first().innerText()).slice(0, 30);
    await office.writeAfter(words, 'Zum Mitlesen.');
    await reading.text.getByText('Zum Mitlesen.').waitFor({ timeout: 2_000 });
  });
});
