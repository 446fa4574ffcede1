import { describe, expect, it } from '@jest/globals';
import { acrossMunicipalities, assertTenant, MissingMunicipalityError, namesOneMunicipality, tenantModels } from './tenant-guard.js';

describe('which tables are guarded', () => {
  it('covers every model that has a municipality, and no other', () => {
    expect([...tenantModels]).toEqual(expect.arrayContaining(['Organisation', 'Measure', 'Section', 'Observation']));
    expect(tenantModels.has('Person')).toBe(false);
    expect(tenantModels.has('Municipality')).toBe(false);
  });
});

describe('a query names its municipality', () => {
  it.each([
    [{ municipalityId: 'm' }],
    [{ municipalityId: { equals: 'm' }, title: 'x' }],
    [{ municipalityId_id: { municipalityId: 'm', id: 'i' } }],
    [{ AND: [{ id: 'i' }, { municipalityId: 'm' }] }],
  ])('by %j', (where) => expect(namesOneMunicipality(where)).toBe(true));
});

describe('a query does not name its municipality', () => {
  it.each([
    [undefined],
    [{}],
    [{ id: 'i' }],
    [{ municipalityId: undefined }],
    [{ municipalityId: { not: 'm' } }],
    [{ municipalityId: { in: ['m', 'n'] } }],
    [{ OR: [{ municipalityId: 'm' }, { id: 'i' }] }],
    [{ NOT: { municipalityId: 'm' } }],
    [{ edition: { municipalityId: 'm' } }],
  ])('by %j', (where) => expect(namesOneMunicipality(where)).toBe(false));

  it.each(['findMany', 'findFirst', 'findUnique', 'update', 'updateMany', 'delete', 'deleteMany', 'upsert', 'count', 'aggregate', 'groupBy'])('and %s is refused', (operation) => {
    expect(() => assertTenant('Measure', operation, { where: { id: 'i' } })).toThrow(MissingMunicipalityError);
    expect(() => assertTenant('Measure', operation, undefined)).toThrow(MissingMunicipalityError);
  });

  it('unless it says so and why, and only inside', async () => {
    await acrossMunicipalities('a test', async () => assertTenant('Measure', 'findMany', {}));
    expect(() => assertTenant('Measure', 'findMany', {})).toThrow(MissingMunicipalityError);
  });
});
