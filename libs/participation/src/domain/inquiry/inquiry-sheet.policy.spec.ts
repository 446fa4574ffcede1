import { describe, expect, it } from '@jest/globals';
import { INQUIRY_KIND_FACTS } from './inquiry-kind.policy.js';
import { compareSheet, SHEET_HEADS, technicalOf } from './inquiry-sheet.policy.js';
import type { InquiryAnswer, InquiryLine } from './inquiry.js';

const { questions } = INQUIRY_KIND_FACTS.progress;
const line: InquiryLine = { id: 'l', recipientId: 'r', position: 1, measureId: 'm', number: 'M1', title: 'Kurs', isUnchanged: false, contributionId: null };
const answers: InquiryAnswer[] = [{ lineId: 'l', questionKey: 'status', value: 'running', isPrevious: true, revision: 2 }];
const heads = [SHEET_HEADS.number, SHEET_HEADS.title, ...questions.map(({ label }) => label), SHEET_HEADS.technical];
const row = (cells: Readonly<Record<string, string>>, key = technicalOf('r', 'l')): string[] => ['M1', 'Kurs', ...questions.map((question) => cells[question.key] ?? ''), key];
const compare = (...rows: string[][]) => compareSheet('r', { questions, lines: [line], answers }, [heads, ...rows]);

describe('a spreadsheet that comes back', () => {
  it('unchanged changes nothing', () => expect(compare(row({ status: 'läuft' }))).toEqual({ changes: [], unknownRows: [] }));

  it('shows what differs, with the revision that it was compared with', () => {
    expect(compare(row({ status: 'ruht', reached: '12,5' }))).toEqual({
      changes: [
        { lineId: 'l', row: 2, questionKey: 'status', before: 'running', after: 'paused', revision: 2 }, { lineId: 'l', row: 2, questionKey: 'reached', before: '', after: '12.5', revision: 0 },
      ],
      unknownRows: [],
    });
  });

  it('of another request is refused as a whole', () => expect(compare(row({}), row({}, technicalOf('other', 'l')))).toEqual({ problem: 'SHEET_FOREIGN' }));
  it('without its hidden column is not read', () => expect(compareSheet('r', { questions, lines: [line], answers }, [['Nr.', 'Stand']])).toEqual({ problem: 'SHEET_UNREADABLE' }));
  it('names rows that belong to nothing', () => expect(compare(row({ status: 'läuft' }), row({ status: 'geplant' }, ''), ['', ''])).toEqual({ changes: [], unknownRows: [3] }));
  it('takes the first row of a line that stands in it twice', () => {
    expect(compare(row({ status: 'ruht' }), row({ status: 'geplant' }))).toMatchObject({ changes: [{ row: 2, after: 'paused' }], unknownRows: [3] });
  });
  it('without a column leaves the answers of that column alone', () => {
    expect(compareSheet('r', { questions, lines: [line], answers }, [[SHEET_HEADS.number, SHEET_HEADS.technical], ['M1', technicalOf('r', 'l')]])).toEqual({ changes: [], unknownRows: [] });
  });
});
