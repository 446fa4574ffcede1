import DataLoader from 'dataloader';
import type { DocumentVersion, ListedDocumentVersion } from '@konzeptwerkstatt/contracts';
import { IdentityReader } from '@konzeptwerkstatt/identity';
import { defineLoader } from '@konzeptwerkstatt/platform-graphql';
import { SectionReader } from '../queries/section.reader.js';
import type { SectionRecord } from '../queries/section.reader.js';
import { VersionReader } from '../queries/version.reader.js';
import { ownedLoader } from './concept.loader.js';

/** Versions by raw id; null for what does not exist. Rights are not asked. */
export const versionLoader = defineLoader<string, DocumentVersion | null>('concept.version', (container) =>
  new DataLoader(async (ids) => {
    const found = new Map((await container.get(VersionReader, { strict: false }).findByIds(ids)).map((version) => [version.id, version]));
    return ids.map((id) => found.get(id) ?? null);
  }));

/** The lists of several documents at once; the owner is the document. */
export const versionsOfDocumentLoader = ownedLoader<ListedDocumentVersion & { readonly ownerId: string }>('concept.versions-of-document', (container) => async (documentIds, window) =>
  (await container.get(VersionReader, { strict: false }).listByDocuments(documentIds, window)).map((version) => ({ ...version, ownerId: version.documentId })));

/** Sections by the raw id of their text. */
export const sectionOfDocumentLoader = defineLoader<string, SectionRecord | null>('concept.section-of-document', (container) =>
  new DataLoader((documentIds) => Promise.all(documentIds.map((id) => container.get(SectionReader, { strict: false }).findByDocument(id)))));

/** Names of persons by raw id, for those who may see them; null for who was erased. */
export const personNameLoader = defineLoader<string, string | null>('concept.person-name', (container) =>
  new DataLoader(async (ids) => {
    const names = await container.get(IdentityReader, { strict: false }).personNames(ids);
    return ids.map((id) => names.get(id) ?? null);
  }));
