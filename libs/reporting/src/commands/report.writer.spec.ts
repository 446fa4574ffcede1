import { describe, expect, it } from '@jest/globals';
import { ValidationError } from '@konzeptwerkstatt/kernel';
import type { AddSectionCommand, FillSectionCommand, StorePictureCommand } from '@konzeptwerkstatt/concept';
import type { BlockSpec } from '@konzeptwerkstatt/document-model';
import type { ReportChart } from '../domain/report/report-facts.js';
import { chartsOf, ReportWriter } from './report.writer.js';

const chart = (name: string): ReportChart => ({ type: 'chart', svg: '<svg/>', name, alt: `alt ${name}`, caption: `caption ${name}`, missing: `${name} fehlt` });
const [good, broken] = [chart('a'), chart('b')];
const sections = [{ title: 'Eins', blocks: [{ type: 'paragraph' as const, text: 'davor' }, good, broken] }];
const report = { instrumentId: 'i', editionId: 'e', municipalityId: 'm' };
const actor = {} as Parameters<ReportWriter['write']>[3]['actor'];
const unit = {} as Parameters<ReportWriter['write']>[0];

/** What was written when storing a picture does that. */
async function written(store: () => Promise<string>): Promise<readonly BlockSpec[]> {
  const filled: BlockSpec[] = [];
  const [adding, filling, storing] = [
    { add: () => Promise.resolve('section') }, { run: (_unit: unknown, _id: string, blocks: readonly BlockSpec[]) => { filled.push(...blocks); return Promise.resolve(''); } }, { run: store },
  ];
  const writer = new ReportWriter(adding as unknown as AddSectionCommand, filling as unknown as FillSectionCommand, storing as unknown as StorePictureCommand);
  await writer.write(unit, report, sections, { drawn: new Map([[good, new Uint8Array([1])], [broken, null]]), actor });
  return filled;
}

describe('a report as it is written', () => {
  it('has a picture for a chart that was drawn, and a sentence for one that was not', async () => {
    expect(chartsOf(sections)).toEqual([good, broken]);
    expect(await written(() => Promise.resolve('file'))).toEqual([
      { type: 'paragraph', text: 'davor' }, { type: 'picture', fileId: 'file', alt: 'alt a', caption: 'caption a' }, { type: 'paragraph', text: 'b fehlt' },
    ]);
  });

  it('is there all the same when there is no room for its pictures', async () => {
    const full = new ValidationError([{ code: 'FILE_QUOTA_EXCEEDED', message: '', path: [] }]);
    expect((await written(() => Promise.reject(full))).slice(1)).toEqual([{ type: 'paragraph', text: 'a fehlt' }, { type: 'paragraph', text: 'b fehlt' }]);
    await expect(written(() => Promise.reject(new Error('database gone')))).rejects.toThrow('database gone');
  });
});
