import { describe, expect, it } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { useApplication } from '@konzeptwerkstatt/test-support';
import { SubmitContributionDocument } from '../../libs/web/data/src/generated/graphql.js';
import { key, newDesk, organisationNamed } from '../e2e/journeys/desk.js';
import { editedWord, reworded } from '../e2e/journeys/edited-word.js';
import { conceptOf, corrections, tableBack, takenOut } from './office-desk.js';
import { useOfficeProgram } from './office-program.js';

const application = useApplication();
const office = useOfficeProgram();
const longMs = 120_000;

/** The workbook with other words in one of its cells. @throws Error when no cell says that */
function withCell(workbook: Uint8Array, from: string, to: string): Uint8Array {
  const parts = unzipSync(workbook);
  const strings = strFromU8(parts['xl/sharedStrings.xml']!);
  if (!strings.includes(`>${from}<`)) throw new Error(`no cell "${from}"`);
  return zipSync({ ...parts, 'xl/sharedStrings.xml': strToU8(strings.replace(`>${from}<`, `>${to}<`)) });
}

describe('the concept of a municipality in LibreOffice', () => {
  it('saved as it is brings no difference, and with one word changed exactly one', async () => {
    const visitor = await application().as('office');
    const { id: editionId } = await conceptOf(visitor);
    const { sectionId } = await newDesk(application(), 'Feld im Gespräch');
    const said = { editionId, sectionId, kind: 'QUESTION' as const, text: 'Mit wem?', language: 'de', isForOrganisation: true, passage: null, idempotencyKey: key() };
    expect((await visitor.get(SubmitContributionDocument, { input: said })).submitContribution.errors).toEqual([]);
    const [saved] = await office().save([await takenOut(visitor, { editionId, form: 'DOCX', hasContributions: true })], 'docx', 'docx');
    const back = await corrections(visitor, editionId, saved!);
    expect([back.reading, back.differences]).toEqual([expect.objectContaining({ state: 'READY', knowsRemoved: true, trackedChanges: 0, comments: 0 }), []]);
    const changed = await corrections(visitor, editionId, editedWord(saved!, (xml) => reworded(xml, 'Feld im Gespräch', 'Feld in der Rede')));
    expect(changed.differences).toEqual([['ELSEWHERE', '', 'Feld in der Rede']]);
  }, longMs);

  it('gives out the table of one office, which comes back without any change, and with one changed cell with exactly that', async () => {
    const visitor = await application().as('office');
    const { id: editionId } = await conceptOf(visitor);
    const { id: organisationId } = await organisationNamed(visitor, 'Migrantenbeirat');
    const [saved] = await office().save([await takenOut(visitor, { editionId, form: 'XLSX', organisationId })], 'xlsx', 'xlsx');
    const back = await tableBack(visitor, editionId, saved!);
    expect([back.state, back.rows.totalCount, back.unchangedCount > 0]).toEqual(['READY', 0, true]);
    const changed = await tableBack(visitor, editionId, withCell(saved!, 'geplant', 'läuft'));
    expect(changed.rows.edges.flatMap(({ node }) => node.changes.map(({ field, state, after }) => [field, state, after]))).toEqual([['status', 'READY', 'läuft']]);
  }, longMs);
});
