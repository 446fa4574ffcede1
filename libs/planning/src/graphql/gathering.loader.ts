import DataLoader from 'dataloader';
import { defineLoader } from '@konzeptwerkstatt/platform-graphql';
import type { LoaderDefinition } from '@konzeptwerkstatt/platform-graphql';
import { GatheringReader } from '../queries/gathering.reader.js';
import { ModeratorReader } from '../queries/moderator.reader.js';
import type { ModeratorRow } from '../queries/moderator.reader.js';
import { ProcessReader } from '../queries/process.reader.js';
import type { PhaseRow } from '../queries/process.reader.js';
import type { AttendanceRow, GatheringRow, GatheringTableRow } from '../queries/gathering.reader.js';

type Container = Parameters<LoaderDefinition<GatheringRow, unknown>['create']>[0];
type Key = Pick<GatheringRow, 'municipalityId' | 'id'>;

/** One statement for all gatherings of a list (they are of one municipality) that show the same thing. */
function ofGatherings<Row extends { readonly gatheringId: string }>(name: string, finderIn: (container: Container) => (municipalityId: string, ids: readonly string[]) => Promise<Row[]>): LoaderDefinition<Key, Row[]> {
  return defineLoader(name, (container) => {
    const find = finderIn(container);
    return new DataLoader<Key, Row[], string>(async (keys) => {
      const rows = Map.groupBy(await find(keys[0]?.municipalityId ?? '', keys.map(({ id }) => id)), ({ gatheringId }) => gatheringId);
      return keys.map(({ id }) => rows.get(id) ?? []);
    }, { cacheKeyFn: ({ id }) => id });
  });
}

const readerIn = (container: Container): GatheringReader => container.get(GatheringReader, { strict: false });

export const tablesLoader = ofGatherings<GatheringTableRow>('planning.gathering-tables', (container) => (municipalityId, ids) => readerIn(container).findTables(municipalityId, ids));
export const attendancesLoader = ofGatherings<AttendanceRow>('planning.attendances', (container) => (municipalityId, ids) => readerIn(container).findAttendances(municipalityId, ids));
export const moderatorsLoader = ofGatherings<ModeratorRow>('planning.moderators', (container) => (municipalityId, ids) => container.get(ModeratorReader, { strict: false }).findMany(municipalityId, ids));

/** Phases of gatherings by raw id (of one municipality); rights are those of the gathering. */
export const phaseLoader = defineLoader<Pick<GatheringRow, 'municipalityId'> & { readonly phaseId: string }, PhaseRow | null>('planning.gathering-phase', (container) => {
  const reader = container.get(ProcessReader, { strict: false });
  return new DataLoader<Pick<GatheringRow, 'municipalityId'> & { readonly phaseId: string }, PhaseRow | null, string>(async (keys) => {
    const rows = new Map((await reader.findPhasesByIds(keys[0]?.municipalityId ?? '', keys.map(({ phaseId }) => phaseId))).map((row) => [row.id, row]));
    return keys.map(({ phaseId }) => rows.get(phaseId) ?? null);
  }, { cacheKeyFn: ({ phaseId }) => phaseId });
});
