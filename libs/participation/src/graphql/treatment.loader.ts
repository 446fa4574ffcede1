import DataLoader from 'dataloader';
import { defineLoader } from '@konzeptwerkstatt/platform-graphql';
import type { LoaderDefinition } from '@konzeptwerkstatt/platform-graphql';
import { LineageReader } from '@konzeptwerkstatt/concept';
import type { Counterpart } from '@konzeptwerkstatt/concept';
import type { Contribution } from '../domain/contribution.js';
import { subjectOf } from '../domain/contribution.js';
import type { ContributionResponse, Outcome } from '../domain/response.policy.js';
import { ContributionReader } from '../queries/contribution.reader.js';
import { ConsentReader } from '../queries/consent.reader.js';
import type { ProposedResponse } from '../queries/consent.reader.js';
import { TreatmentReader } from '../queries/treatment.reader.js';

type Identified = Pick<Contribution, 'id' | 'municipalityId'>;
type Container = Parameters<LoaderDefinition<Contribution, unknown>['create']>[0];

/** One statement for all contributions of a list, which are of one municipality. */
function byContribution<Value, Key extends Identified = Contribution>(name: string, find: (container: Container, municipalityId: string, contributions: readonly Key[]) => Promise<(contribution: Key) => Value>): LoaderDefinition<Key, Value> {
  return defineLoader(name, (container) => new DataLoader<Key, Value, string>(async (contributions) => {
    const pick = await find(container, contributions[0]?.municipalityId ?? '', contributions);
    return contributions.map(pick);
  }, { cacheKeyFn: ({ id }) => id }) as unknown as DataLoader<Key, Value>);
}

/** Answers, drafts included; who may see a draft is the caller's question. */
export const responseLoader = byContribution<ContributionResponse | null>('participation.response', async (container, municipalityId, contributions) => {
  const rows = await container.get(TreatmentReader, { strict: false }).responses(municipalityId, contributions.map(subjectOf));
  const bySubject = new Map(rows.map((row) => [row.subjectId, row]));
  return (contribution) => bySubject.get(subjectOf(contribution)) ?? null;
});

/** Answers with how they stand with those they are for; who may see that is the caller's question. */
export const proposedLoader = byContribution<ProposedResponse | null>('participation.proposed', async (container, municipalityId, contributions) => {
  const bySubject = await container.get(ConsentReader, { strict: false }).proposed(municipalityId, contributions.map(subjectOf));
  return (contribution) => bySubject.get(subjectOf(contribution)) ?? null;
});

/** For how many days processes (all of one municipality) propose answers. */
export const consentDaysLoader = defineLoader<{ readonly municipalityId: string; readonly processId: string }, number | null>('participation.consent-days', (container) => {
  const reader = container.get(ConsentReader, { strict: false });
  return new DataLoader<{ readonly municipalityId: string; readonly processId: string }, number | null, string>(async (keys) => {
    const days = await reader.daysOfProcesses(keys[0]?.municipalityId ?? '', keys.map(({ processId }) => processId));
    return keys.map(({ processId }) => days.get(processId) ?? null);
  }, { cacheKeyFn: ({ processId }) => processId });
});

/** What contributions have led to: each by itself, also before it was bundled, and all of its bundle. */
export const outcomesLoader = byContribution<readonly Outcome[]>('participation.outcomes', async (container, municipalityId, contributions) => {
  const rows = await container.get(TreatmentReader, { strict: false }).outcomes(municipalityId, contributions.flatMap(({ id, bundleId }) => (bundleId === null ? [id] : [id, bundleId])));
  const bySubject = Map.groupBy(rows, ({ subjectId }) => subjectId);
  return ({ id, bundleId }) => [...(bySubject.get(id) ?? []), ...(bundleId === null ? [] : bySubject.get(bundleId) ?? [])];
});

/** The parts that contributions were cut into. */
export const partsLoader = byContribution<readonly Contribution[], Identified>('participation.parts', async (container, municipalityId, contributions) => {
  const rows = await container.get(ContributionReader, { strict: false }).partsOf(municipalityId, contributions.map(({ id }) => id));
  const byWhole = Map.groupBy(rows, ({ partOfId }) => partOfId);
  return ({ id }) => byWhole.get(id) ?? [];
});

/** What became of outcomes in the editions that follow theirs. */
export interface FollowUps {
  /** The newest first. */
  readonly editionIds: readonly string[];
  readonly counterparts: readonly Counterpart[];
}

const KINDS = { passage: 'section', goal: 'goal', measure: 'measure' } as const;
const idOf = ({ kind, sectionId, objectId }: Outcome): string => (kind === 'passage' ? sectionId : objectId ?? '');

/** What became of outcomes (all of one municipality) in later editions; rights are the resolver's question. */
export const followUpsLoader = defineLoader<Outcome, FollowUps>('participation.follow-ups', (container) => {
  const lineage = container.get(LineageReader, { strict: false });
  return new DataLoader<Outcome, FollowUps, string>(async (outcomes) => {
    const municipalityId = outcomes[0]?.municipalityId ?? '';
    const later = Map.groupBy(await lineage.laterEditions(municipalityId, outcomes.map(({ sectionId }) => sectionId)), ({ sectionId }) => sectionId);
    const found = await Promise.all((['passage', 'goal', 'measure'] as const).map((kind) => lineage.counterparts(municipalityId, KINDS[kind], outcomes.filter((outcome) => outcome.kind === kind && idOf(outcome) !== '').map(idOf))));
    const bySource = Map.groupBy(found.flat(), ({ sourceId }) => sourceId);
    return outcomes.map((outcome) => ({ editionIds: later.get(outcome.sectionId)?.map(({ editionId }) => editionId) ?? [], counterparts: bySource.get(idOf(outcome)) ?? [] }));
  }, { cacheKeyFn: ({ id }) => id });
});
