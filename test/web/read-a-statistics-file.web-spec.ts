import { describe, expect } from '@jest/globals';
import { expectAccessibleInBothLooks, findings, sidewaysScrolling } from './support/accessibility.js';
import { choose } from './support/editor.js';
import { phone, useJourneys } from './support/stage.js';
import type { Person } from './support/person.js';

const journey = useJourneys();

/** As an office has it: a title above, years side by side, a footnote below, windows-1252. */
const file = (last: string): Buffer => Buffer.from(['Kommunalstatistik der Ämter;;;', ';;;', 'Gemeinde;2001;2002;2003', `Leipzig;10,1;11,2;${last}`, 'Köln;9,0;9,1;9,2', 'Quelle: Amt für Statistik;;;'].join('\r\n'), 'latin1');

async function bring({ page, main }: Person, name: string, content: Buffer, button = 'Datei auswählen'): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), main.getByRole('button', { name: button }).click()]);
  await chooser.setFiles({ name, mimeType: 'text/csv', buffer: content });
  await main.getByText(`„${name}“ gelesen`).waitFor({ timeout: 20_000 });
}

describe('a statistics file', () => {
  journey('becomes values of an indicator, faults are told where they are, and all of it is taken back in one step', async (stage) => {
    const office = await stage.person('office');
    const { page, main } = office;
    await office.open('/indikatoren');
    await main.getByRole('link', { name: 'Datei einlesen' }).click();
    await office.isAt('Statistik-Datei einlesen');
    await bring(office, 'quoten.csv', file('172'));
    await main.getByText('Tabelle mit mehreren Werten nebeneinander').waitFor();
    await choose(main, 'So ist der Text gespeichert', 'DOS (ältere Fachverfahren)');
    await main.getByRole('cell', { name: 'Kommunalstatistik der ─mter' }).waitFor();
    await choose(main, 'So ist der Text gespeichert', 'Windows-1252 (ältere Excel-Dateien)');
    await main.getByRole('cell', { name: 'Kommunalstatistik der Ämter' }).waitFor();
    await choose(main, 'Indikator', 'Anteil ausländischer Personen an der Bevölkerung (%)');
    await main.getByText('2 neu · 0 geändert · 0 unverändert · 3 ausgelassen · 1 fehlerhaft').waitFor();
    const fault = main.getByRole('row').filter({ hasText: 'Zeile 4, Spalte D' });
    await fault.getByText('Ein Anteil liegt zwischen 0 und 100 %.').waitFor();
    expect(await main.getByRole('button', { name: /Werte übernehmen/ }).count()).toBe(0);
    await expectAccessibleInBothLooks(page);
    await page.setViewportSize(phone.viewport as { width: number; height: number });
    expect(await sidewaysScrolling(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 900 });

    await bring(office, 'quoten-neu.csv', file('12,3'), 'Andere Datei auswählen');
    await choose(main, 'Indikator', 'Anteil ausländischer Personen an der Bevölkerung (%)');
    await main.getByRole('button', { name: '3 Werte übernehmen' }).click();
    await main.getByText('3 Werte sind übernommen').waitFor({ timeout: 20_000 });
    expect(await findings(page)).toEqual([]);
    await main.getByRole('button', { name: 'Alles zurücknehmen' }).click();
    await main.getByText('Alles aus dieser Datei ist zurückgenommen').waitFor();
    await office.open('/indikatoren/einlesen');
    await main.getByRole('listitem').filter({ hasText: 'quoten-neu.csv' }).getByText('zurückgenommen').waitFor();
  });

  journey('of the year that goes on comes as provisional where it does not say how settled its values are', async (stage) => {
    const office = await stage.person('office');
    const year = new Date().getFullYear();
    await office.open('/indikatoren/einlesen');
    await bring(office, 'laufend.csv', Buffer.from(`AGS;Jahr;Indikator;Wert\n14713000;${year};Anteil ausländischer Personen an der Bevölkerung;17,1\n`));
    await office.main.getByText('Für einen Wert ist der Zeitraum noch nicht zu Ende', { exact: false }).waitFor();
    await office.main.getByRole('row').filter({ hasText: 'Zeile 2, Spalte D' }).getByText('Der Wert wird als vorläufig übernommen.', { exact: false }).waitFor();
    expect(await findings(office.page)).toEqual([]);
    await office.main.getByRole('button', { name: 'Einen Wert übernehmen' }).click();
    await office.main.getByText('Ein Wert ist übernommen').waitFor({ timeout: 20_000 });
    await office.main.getByRole('button', { name: 'Alles zurücknehmen' }).click();
    await office.main.getByText('Alles aus dieser Datei ist zurückgenommen').waitFor();
  });

  journey('on a phone, in Arabic', async (stage) => {
    const office = await stage.person('office', { ...phone, locale: 'ar' });
    await office.open('/indikatoren/einlesen?lang=ar');
    await office.main.getByRole('button', { name: 'اختيار ملف' }).waitFor();
    const [chooser] = await Promise.all([office.page.waitForEvent('filechooser'), office.main.getByRole('button', { name: 'اختيار ملف' }).click()]);
    await chooser.setFiles({ name: 'zahlen.csv', mimeType: 'text/csv', buffer: file('12,3') });
    await office.main.getByRole('heading', { name: 'معنى الأعمدة' }).waitFor({ timeout: 20_000 });
    expect(await sidewaysScrolling(office.page)).toEqual([]);
    expect(await findings(office.page)).toEqual([]);
  });
});
