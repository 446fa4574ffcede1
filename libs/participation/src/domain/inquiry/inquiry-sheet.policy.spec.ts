import { describe, expect, it } from '@jest/globals';
import { INQUIRY_KIND_FACTS } from './inquiry-kind.policy.js';
import { compareSheet, SHEET_HEADS, technicalOf } from './inquiry-sheet.policy.js';
import type { InquiryAnswer, InquiryLine } from './inquiry.js';

const { questions } = INQUIRY_KIND_FACTS.progress;
const line: InquiryLine = { id: 'l', recipientId: 'r', position: 1, measureId: 'm', number: 'M1', title: 'Kurs', isUnchanged: false, contributionId: null };
const answers: InquiryAnswer[] = [{ lineId: 'l', questionKey: 'status', value: 'running', isPrevious: true, revision: 2 }];
const heads = [SHEET_HEADS.number, SHEET_HEADS.title, ...questions.map(({ label }) => label), SHEET_HEADS.technical];
const row = (cells: Readonly<Record<string, string>>, key = technicalOf('r', 'l')): string[] => ['M1', 'Kurs', ...questions.map((question) => cells[question.key] ?? ''), key];
const draft = { questions, lines: [line], answers, isFree: false };
const compare = (...rows: string[][]) => compareSheet('r', draft, [heads, ...rows]);
const none = { changes: [], newRows: [], unknownRows: [], problems: [] };

describe('a spreadsheet that comes back', () => {
  it('unchanged changes nothing', () => expect(compare(row({ status: 'läuft' }))).toEqual(none));

  it('shows what differs, with the revision that it was compared with', () => {
    expect(compare(row({ status: 'ruht', reached: '12,5' }))).toEqual({
      changes: [
        { lineId: 'l', row: 2, questionKey: 'status', before: 'running', after: 'paused', revision: 2 }, { lineId: 'l', row: 2, questionKey: 'reached', before: '', after: '12.5', revision: 0 },
      ],
      newRows: [], unknownRows: [], problems: [],
    });
  });

  it('of another request is refused as a whole', () => expect(compare(row({}), row({}, technicalOf('other', 'l')))).toEqual({ problem: 'SHEET_FOREIGN' }));
  it('without its hidden column is not read', () => expect(compareSheet('r', draft, [['Nr.', 'Stand']])).toEqual({ problem: 'SHEET_UNREADABLE' }));
  it('names rows that belong to nothing', () => expect(compare(row({ status: 'läuft' }), row({ status: 'geplant' }, ''), ['', ''])).toEqual({ ...none, unknownRows: [3] }));
  it('takes the first row of a line that stands in it twice', () => {
    expect(compare(row({ status: 'ruht' }), row({ status: 'geplant' }))).toMatchObject({ changes: [{ row: 2, after: 'paused' }], unknownRows: [3] });
  });
  it('without a column leaves the answers of that column alone', () => {
    expect(compareSheet('r', draft, [[SHEET_HEADS.number, SHEET_HEADS.technical], ['M1', technicalOf('r', 'l')]])).toEqual(none);
  });
});

describe('rows that an organisation added to a spreadsheet of proposals', () => {
  const asked = INQUIRY_KIND_FACTS.proposals.questions;
  const own: InquiryLine = { ...line, measureId: null, number: '', title: '' };
  const given: InquiryAnswer[] = [{ lineId: 'l', questionKey: 'title', value: 'Lesepaten', isPrevious: false, revision: 1 }];
  const proposal = (title: string, description = '', wouldLead = '', key = ''): string[] => ['', '', title, description, wouldLead, key];
  const proposals = (lines: readonly InquiryLine[], stored: readonly InquiryAnswer[], ...rows: string[][]) =>
    compareSheet('r', { questions: asked, lines, answers: stored, isFree: true }, [[SHEET_HEADS.number, SHEET_HEADS.title, ...asked.map(({ label }) => label), SHEET_HEADS.technical], ...rows]);
  const first = proposal('Lesepaten', '', '', technicalOf('r', 'l'));

  it('become lines of their own, also where a row was copied with its key and says something else', () => {
    expect(proposals([own], given, first, proposal('Sprachcafé', 'Jeden Samstag', 'Ja'), proposal('Lotsen', '', '', technicalOf('r', 'l')))).toEqual({
      ...none, newRows: [{ row: 3, answers: [{ questionKey: 'title', value: 'Sprachcafé' }, { questionKey: 'description', value: 'Jeden Samstag' }, { questionKey: 'wouldLead', value: 'yes' }] }, { row: 4, answers: [{ questionKey: 'title', value: 'Lotsen' }] }],
    });
  });

  it('are not taken over twice, nor when they only repeat another row or say nothing to any question', () => {
    const other = { ...own, id: 'n' };
    const stored: InquiryAnswer[] = [...given, { lineId: 'n', questionKey: 'title', value: 'Sprachcafé', isPrevious: false, revision: 1 }];
    expect(proposals([own, other], stored, first, proposal('Sprachcafé'))).toEqual(none);
    expect(proposals([own], given, first, [...first], ['', 'nur ein Titel', '', '', '', ''])).toEqual({ ...none, unknownRows: [3, 4] });
  });

  it('say by row and column what does not fit', () => {
    expect(proposals([own], given, first, proposal('Sprachcafé', 'x'.repeat(5_001), 'vielleicht'))).toMatchObject({ problems: [{ row: 3, column: asked[1]?.label, code: 'ANSWER_TOO_LONG' }, { row: 3, column: asked[2]?.label, code: 'VALUE_INVALID' }] });
    expect(proposals([own], given, proposal('Lesepaten', '', 'mal sehen', technicalOf('r', 'l')))).toMatchObject({ problems: [{ row: 2, column: asked[2]?.label, code: 'VALUE_INVALID' }] });
  });
});
