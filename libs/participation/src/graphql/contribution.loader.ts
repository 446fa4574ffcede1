import DataLoader from 'dataloader';
import { DOCUMENT_READER } from '@konzeptwerkstatt/contracts';
import type { DocumentReader } from '@konzeptwerkstatt/contracts';
import type { AnchorBlock } from '@konzeptwerkstatt/document-model';
import { IdentityReader } from '@konzeptwerkstatt/identity';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { FileStore } from '@konzeptwerkstatt/platform-files';
import type { StoredFile } from '@konzeptwerkstatt/platform-files';
import { defineLoader } from '@konzeptwerkstatt/platform-graphql';
import { keptByContribution } from '../domain/attachment.policy.js';
import type { Contribution, ContributionReply } from '../domain/contribution.js';
import { ContributionReader } from '../queries/contribution.reader.js';
import { MentionReader } from '../queries/mention.reader.js';
import type { NamedMention } from '../queries/mention.reader.js';

/** The blocks of a section's text as they are now, read once per request. */
export const blocksLoader = defineLoader<string, readonly AnchorBlock[]>('participation.blocks', (container) => {
  const documents = container.get<DocumentReader>(DOCUMENT_READER, { strict: false });
  const { client } = container.get(PrismaDatabase, { strict: false });
  return new DataLoader((ids) => Promise.all(ids.map(async (id) => (await documents.read(client, id)).blocks)));
});

/** What is said below contributions (all of one municipality). */
export const repliesLoader = defineLoader<Contribution, readonly ContributionReply[]>('participation.replies', (container) => {
  const reader = container.get(ContributionReader, { strict: false });
  return new DataLoader<Contribution, readonly ContributionReply[], string>(async (contributions) => {
    const rows = await reader.replies(contributions[0]?.municipalityId ?? '', contributions.map(({ id }) => id));
    const groups = Map.groupBy(rows, ({ contributionId }) => contributionId);
    return contributions.map(({ id }) => groups.get(id) ?? []);
  }, { cacheKeyFn: ({ id }) => id });
});

/** Mentions in contributions and in what is said below them (all of one municipality). */
export const mentionsLoader = defineLoader<Pick<Contribution, 'id' | 'municipalityId'>, readonly NamedMention[]>('participation.mentions', (container) => {
  const reader = container.get(MentionReader, { strict: false });
  return new DataLoader<Pick<Contribution, 'id' | 'municipalityId'>, readonly NamedMention[], string>(async (contributions) => {
    const groups = Map.groupBy(await reader.named(contributions[0]?.municipalityId ?? '', contributions.map(({ id }) => id)), ({ contributionId }) => contributionId);
    return contributions.map(({ id }) => groups.get(id) ?? []);
  }, { cacheKeyFn: ({ id }) => id });
});

/** Files that were sent along with contributions (all of one municipality). */
export const attachmentsLoader = defineLoader<Pick<Contribution, 'id' | 'municipalityId'>, readonly StoredFile[]>('participation.attachments', (container) => {
  const files = container.get(FileStore, { strict: false });
  return new DataLoader<Pick<Contribution, 'id' | 'municipalityId'>, readonly StoredFile[], string>(async (contributions) => {
    const rows = await files.findKeptBy(contributions[0]?.municipalityId ?? '', contributions.map(({ id }) => keptByContribution(id)));
    const groups = Map.groupBy(rows, ({ keptBy }) => keptBy);
    return contributions.map(({ id }) => groups.get(keptByContribution(id)) ?? []);
  }, { cacheKeyFn: ({ id }) => id });
});

/** Names of persons by raw id; only to be shown where the municipality shows them, or to herself. */
export const personNameLoader = defineLoader<string, string | null>('participation.person-name', (container) => {
  const identity = container.get(IdentityReader, { strict: false });
  return new DataLoader(async (ids) => {
    const names = await identity.personNames(ids);
    return ids.map((id) => names.get(id) ?? null);
  });
});

/** Whether a municipality shows names of persons beside what they write. */
export const showsNamesLoader = defineLoader<string, boolean>('participation.shows-names', (container) => {
  const identity = container.get(IdentityReader, { strict: false });
  return new DataLoader(async (ids) => {
    const shown = new Map((await identity.municipalitiesByIds(ids)).map(({ id, showsAuthorshipDetail }) => [id, showsAuthorshipDetail]));
    return ids.map((id) => shown.get(id) ?? false);
  });
});
