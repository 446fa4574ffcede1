import { describe, expect, it } from '@jest/globals';
import { until, useApplication, type GraphqlVisitor } from '@konzeptwerkstatt/test-support';
import { addMeasure, key, newDesk } from './desk.js';

const application = useApplication();

interface Result {
  readonly kind: string;
  readonly title: readonly { readonly text: string }[];
  readonly blockId: string | null;
  readonly section: { readonly uuid: string } | null;
}
const QUERY = 'query ($text: String!, $first: Int = 50, $after: String) { search(text: $text, first: $first, after: $after) { totalCount pageInfo { endCursor } edges { node { kind title { text } blockId section { uuid } } } } }';

async function search(visitor: GraphqlVisitor, text: string, page: object = {}): Promise<{ results: readonly Result[]; total: number; end: string }> {
  const data = await visitor.get<{ search: { totalCount: number; pageInfo: { endCursor: string }; edges: readonly { node: Result }[] } }>(QUERY, { text, ...page });
  return { results: data.search.edges.map(({ node }) => node), total: data.search.totalCount, end: data.search.pageInfo.endCursor };
}
const titleOf = ({ title }: Result): string => title.map(({ text }) => text).join('');

describe('the search in a running application', () => {
  it('finds what was there before, page by page, and nothing of it for another municipality', async () => {
    const member = await application().as('contributor');
    await until(async () => (await search(member, 'Teilhabe')).total > 2, 'the demonstration can be found', 30_000);
    const all = await search(member, 'Teilhabe');
    const first = await search(member, 'Teilhabe', { first: 1 });
    const second = await search(member, 'Teilhabe', { first: 1, after: first.end });
    expect([...first.results, ...second.results]).toEqual(all.results.slice(0, 2));
    expect(second.total).toBe(all.total);
    expect((await search(member, 'Politische Teilhabe')).results.map(titleOf)).toContain('Politische Teilhabe');
    const foreign = await application().as('foreign');
    expect((await search(foreign, 'Politische Teilhabe')).results.map(titleOf)).not.toContain('Politische Teilhabe');
    expect(await search(application().nobody(), 'Politische Teilhabe')).toMatchObject({ results: [], total: 0 });
  }, 40_000);

  it('finds a new measure by its events, and no longer once it is removed', async () => {
    const office = await application().as('office');
    const desk = await newDesk(application(), 'Nachbarschaftsgarten');
    const measure = await addMeasure(office, desk, 'Kräuterspiralen anlegen');
    await until(async () => (await search(office, 'Kraeuterspirale')).total === 1, 'the measure can be found', 10_000);
    const [found] = (await search(office, 'Kraeuterspirale')).results;
    expect(found).toMatchObject({ kind: 'MEASURE', section: { uuid: desk.sectionUuid } });
    expect(found?.blockId).toMatch(/^[0-9a-f-]{36}$/);
    await office.get('mutation ($input: RemoveMeasureInput!) { removeMeasure(input: $input) { errors { code } } }', { input: { measureId: measure.id, idempotencyKey: key() } });
    await until(async () => (await search(office, 'Kraeuterspirale')).total === 0, 'the measure is no longer found', 10_000);
  }, 30_000);

  it('refuses endless texts in the one shape of errors', async () => {
    const { errors } = await (await application().as('office')).run(QUERY, { text: 'a'.repeat(201) });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });
});
