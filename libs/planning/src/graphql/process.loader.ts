import DataLoader from 'dataloader';
import { ConceptReader } from '@konzeptwerkstatt/concept';
import { IdentityReader } from '@konzeptwerkstatt/identity';
import { defineLoader } from '@konzeptwerkstatt/platform-graphql';
import type { LoaderDefinition } from '@konzeptwerkstatt/platform-graphql';
import { ProcessReader } from '../queries/process.reader.js';
import type { BodyRow, DatedStepRow, PhaseRow, ProcessDocumentRow, ProcessRoleRow, ProcessRow, ProcessTrackRow } from '../queries/process.reader.js';

/** A process as the API holds it. */
interface ProcessKey {
  readonly municipalityId: string;
  readonly uuid: string;
}

type Container = Parameters<LoaderDefinition<ProcessKey, unknown>['create']>[0];
type Find<Row> = (municipalityId: string, processIds: readonly string[]) => Promise<readonly Row[]>;

/** One statement for all processes of a list (they are of one municipality) that show the same thing. */
function loaderOf<Row extends { readonly processId: string | null }>(name: string, finderIn: (container: Container) => Find<Row>): LoaderDefinition<ProcessKey, Row[]> {
  return defineLoader(name, (container) => {
    const batch = async (keys: readonly ProcessKey[]): Promise<Row[][]> => {
      const rows = new Map<string | null, Row[]>();
      for (const [municipalityId, group] of Map.groupBy(keys, (key) => key.municipalityId)) {
        const found = await finderIn(container)(municipalityId, group.map(({ uuid }) => uuid));
        for (const [processId, own] of Map.groupBy(found, (row) => row.processId)) rows.set(processId, own);
      }
      return keys.map(({ uuid }) => rows.get(uuid) ?? []);
    };
    return new DataLoader<ProcessKey, Row[], string>(batch, { cacheKeyFn: ({ uuid }) => uuid });
  });
}

const readerIn = (container: Container): ProcessReader => container.get(ProcessReader, { strict: false });

export const bodiesLoader = loaderOf<BodyRow>('planning.bodies', (container) => (municipalityId, ids) => readerIn(container).findBodies(municipalityId, ids));
export const stepsLoader = loaderOf<DatedStepRow>('planning.steps', (container) => (municipalityId, ids) => readerIn(container).findSteps(municipalityId, ids));
export const rolesLoader = loaderOf<ProcessRoleRow>('planning.roles', (container) => (municipalityId, ids) => readerIn(container).findRoles(municipalityId, ids));
export const phasesLoader = loaderOf<PhaseRow>('planning.phases', (container) => (municipalityId, ids) => readerIn(container).findPhases(municipalityId, ids));
export const tracksLoader = loaderOf<ProcessTrackRow>('planning.tracks', (container) => (municipalityId, ids) => readerIn(container).findTracks(municipalityId, ids));
export const documentsLoader = loaderOf<ProcessDocumentRow>('planning.documents', (container) => (municipalityId, ids) => readerIn(container).findDocuments(municipalityId, ids));

/** Who sits in the bodies of a process. */
export const bodyMembersLoader = loaderOf('planning.body-members', (container) => (municipalityId, ids) => readerIn(container).findBodyMembers(municipalityId, ids));

/** Editions written in a process; rights are not asked. */
export const editionsOfProcessLoader = loaderOf('planning.editions', (container) => (municipalityId, ids) => container.get(ConceptReader, { strict: false }).editionsOfProcesses(municipalityId, ids));

/** Processes by raw id, as far as the visitor may see them. */
export const processLoader = defineLoader<string, ProcessRow | null>('planning.process', (container, actor) => {
  const reader = readerIn(container);
  return new DataLoader(async (ids) => {
    const rows = new Map((await reader.findManyByIds(actor, ids)).map((row) => [row.id, row]));
    return ids.map((id) => rows.get(id) ?? null);
  });
});

/** Names of persons by raw id; only to be shown to those who may manage. */
export const personNameLoader = defineLoader<string, string | null>('planning.person-name', (container) => {
  const identity = container.get(IdentityReader, { strict: false });
  return new DataLoader(async (ids) => {
    const names = await identity.personNames(ids);
    return ids.map((id) => names.get(id) ?? null);
  });
});
