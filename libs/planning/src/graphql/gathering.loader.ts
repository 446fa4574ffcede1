import DataLoader from 'dataloader';
import { defineLoader } from '@konzeptwerkstatt/platform-graphql';
import type { LoaderDefinition } from '@konzeptwerkstatt/platform-graphql';
import { GatheringReader } from '../queries/gathering.reader.js';
import type { AttendanceRow, GatheringRow, GatheringTableRow } from '../queries/gathering.reader.js';

type Key = Pick<GatheringRow, 'municipalityId' | 'id'>;

/** One statement for all gatherings of a list (they are of one municipality) that show the same thing. */
function ofGatherings<Row extends { readonly gatheringId: string }>(name: string, find: (reader: GatheringReader, municipalityId: string, ids: readonly string[]) => Promise<Row[]>): LoaderDefinition<Key, Row[]> {
  return defineLoader(name, (container) => {
    const reader = container.get(GatheringReader, { strict: false });
    return new DataLoader<Key, Row[], string>(async (keys) => {
      const rows = Map.groupBy(await find(reader, keys[0]?.municipalityId ?? '', keys.map(({ id }) => id)), ({ gatheringId }) => gatheringId);
      return keys.map(({ id }) => rows.get(id) ?? []);
    }, { cacheKeyFn: ({ id }) => id });
  });
}

export const tablesLoader = ofGatherings<GatheringTableRow>('planning.gathering-tables', (reader, municipalityId, ids) => reader.findTables(municipalityId, ids));
export const attendancesLoader = ofGatherings<AttendanceRow>('planning.attendances', (reader, municipalityId, ids) => reader.findAttendances(municipalityId, ids));
