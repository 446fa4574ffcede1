import type { AccessPolicy } from '@konzeptwerkstatt/identity';
import { newId } from '@konzeptwerkstatt/kernel';
import type { TestDatabase } from '@konzeptwerkstatt/test-support';
import { IndicatorReleaseRepository } from '../src/persistence/indicator-release.repository.js';
import { IndicatorReader } from '../src/queries/indicator.reader.js';
import { ObservationReader } from '../src/queries/observation.reader.js';
import { ReleasedIndicatorReader } from '../src/queries/released-indicator.reader.js';
import { SuppressionReader } from '../src/queries/suppression.reader.js';

const everybody: Pick<AccessPolicy, 'can'> = { can: () => Promise.resolve(true) };

/** Where and when a value is said. */
interface Said {
  readonly breakdown?: string;
  readonly year?: number;
  /** First day, where it is not that of the year. */
  readonly from?: string;
  readonly regionId?: string;
  readonly recordedAt?: string;
  readonly supersededAt?: string;
  readonly supersedes?: string;
}

/** A region that figures can be about. */
export async function addRegion({ pool }: TestDatabase, label: string, ags: string | null): Promise<string> {
  const id = newId();
  await pool.query(`INSERT INTO regions (id, key, label, kind, ags) VALUES ($1, $2, $3, 'city', $4)`, [id, id, label, ags]);
  return id;
}

/** A municipality with its region, and everything that reads its figures. */
export async function createTown(stored: TestDatabase, ags: string) {
  const { pool, prisma } = stored;
  const [municipalityId, regionId] = [newId(), await addRegion(stored, `Stadt ${ags}`, ags)];
  await pool.query('INSERT INTO municipalities (id, name, ags) VALUES ($1, $2, $3)', [municipalityId, `Stadt ${ags}`, ags]);
  const indicators = new IndicatorReader(prisma, everybody as AccessPolicy);
  const observations = new ObservationReader(prisma, everybody as AccessPolicy, new SuppressionReader(prisma));
  const released = new ReleasedIndicatorReader(prisma, everybody as AccessPolicy, indicators, observations, new IndicatorReleaseRepository());

  const add = async (key: string, { sensitivity = 'open', counts = null }: { sensitivity?: string; counts?: readonly [string, string] | null } = {}): Promise<string> => {
    const id = newId();
    await pool.query(`INSERT INTO indicators (id, municipality_id, key, name, unit, unit_label, sensitivity, numerator_id, denominator_id) VALUES ($1, $2, $3, $3, $4, 'x', $5, $6, $7)`,
      [id, municipalityId, key, counts === null ? 'persons' : 'percent', sensitivity, counts?.[0] ?? null, counts?.[1] ?? null]);
    await pool.query(`INSERT INTO indicator_definitions (id, municipality_id, indicator_id, version, text, population_concept, created_at) VALUES ($1, $2, $1, 1, 'x', $3, '2020-01-01')`, [id, municipalityId, `Menschen in ${ags}`]);
    return id;
  };
  const observe = async (indicatorId: string, value: string, { breakdown = '', year = 2025, from = `${year}-01-01`, regionId: where = regionId, recordedAt = '2021-01-01', supersededAt, supersedes }: Said = {}): Promise<string> => {
    const id = newId();
    await pool.query(
      `INSERT INTO observations (id, municipality_id, indicator_id, definition_id, region_id, period_from, period_to, period_precision, value, decimals, breakdown, recorded_at, superseded_at, supersedes_id)
       VALUES ($1, $2, $3, $3, $4, $5, $6, $13::"DatePrecision", $7, $8, $9, $10, $11, $12)`,
      [id, municipalityId, indicatorId, where, from, `${year}-12-31`, value, value.split('.')[1]?.length ?? 0, breakdown, recordedAt, supersededAt ?? null, supersedes ?? null, from === `${year}-01-01` ? 'year' : 'range'],
    );
    return id;
  };
  const release = async (indicatorId: string): Promise<void> => {
    await pool.query(`INSERT INTO indicator_releases (indicator_id, municipality_id, place, released_at) VALUES ($1, $2, $3, '2020-01-01')`, [indicatorId, municipalityId, ags]);
  };
  const shown = async (indicatorId: string): Promise<Record<string, string | null>> =>
    Object.fromEntries((await observations.findAll(municipalityId, indicatorId)).map(({ breakdown, value, isSuppressed }) => [breakdown, isSuppressed ? 'withheld' : value]));
  const find = async (key: string) => {
    const found = await released.findByKey(municipalityId, key);
    if (found === null) throw new Error(`${key} is not released`);
    return found;
  };
  return { pool, municipalityId, observations, released, add, observe, release, shown, find };
}
