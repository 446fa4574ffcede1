import { Global, Module } from '@nestjs/common';
import {
  editionCreated, editionFrozen, editionPublished, editionWithdrawn, goalAdded, goalChanged, goalRemoved, measureAdded, measureChanged, measureRemoved, sectionAdded, sectionMoved, sectionRemoved,
  measureTableImported, originNoted, sectionRenamed, sectionTextChanged, versionKept, versionRestored,
} from '@konzeptwerkstatt/contracts';
import type { EventContract } from '@konzeptwerkstatt/contracts';
import { FileImportsModule } from '@konzeptwerkstatt/platform-files';
import type { WorkerParts } from '@konzeptwerkstatt/platform-queue';
import { SectionDocumentAccess } from './collab/section-document.access.js';
import { AddConceptObjectCommand } from './commands/add-concept-object.command.js';
import { AddPictureCommand } from './commands/add-picture.command.js';
import { AddSectionCommand } from './commands/add-section.command.js';
import { ApplyWordCorrectionsCommand } from './commands/apply-word-corrections.command.js';
import { ApplyWordImportCommand } from './commands/apply-word-import.command.js';
import { ApplyMeasureTableImportCommand } from './commands/apply-measure-table-import.command.js';
import { BeginNextEditionCommand } from './commands/begin-next-edition.command.js';
import { ChangeSectionCommand } from './commands/change-section.command.js';
import { ContinueSectionCommand } from './commands/continue-section.command.js';
import { CreateEditionCommand } from './commands/create-edition.command.js';
import { DecideMeasureListCommand } from './commands/decide-measure-list.command.js';
import { EditBlockCommand } from './commands/edit-block.command.js';
import { EditFieldCommand } from './commands/edit-field.command.js';
import { EditPlainBlockCommand } from './commands/edit-plain-block.command.js';
import { FreezeEditionCommand } from './commands/freeze-edition.command.js';
import { FillSectionCommand } from './commands/fill-section.command.js';
import { KeepVersionCommand } from './commands/keep-version.command.js';
import { KnownReferencesReader } from './commands/known-references.reader.js';
import { PublishEditionCommand } from './commands/publish-edition.command.js';
import { MoveSectionCommand } from './commands/move-section.command.js';
import { RecordCopiedTextCommand } from './commands/record-copied-text.command.js';
import { ProjectSectionCommand } from './commands/project-section.command.js';
import { RemoveConceptObjectCommand } from './commands/remove-concept-object.command.js';
import { RemoveSectionCommand } from './commands/remove-section.command.js';
import { RenameSectionCommand } from './commands/rename-section.command.js';
import { RestoreVersionCommand } from './commands/restore-version.command.js';
import { ImportSectionsCommand } from './commands/import-sections.command.js';
import { UndoWordImportCommand } from './commands/undo-word-import.command.js';
import { StorePictureCommand } from './commands/store-picture.command.js';
import { StartImportCommand } from './commands/start-import.command.js';
import { ListPlaces } from './commands/list-places.js';
import { UndoMeasureListCommand } from './commands/undo-measure-list.command.js';
import { WriteMeasureListCommand } from './commands/write-measure-list.command.js';
import { SectionAccess } from './commands/section-access.js';
import { OriginNote, TakeOverWordsCommand } from './commands/take-over.command.js';
import { MeasureListPurpose, MeasureTablePurpose, WordFilePurpose } from './files/import-file.purposes.js';
import { MeasureSheetReading } from './files/measure-sheet.reading.js';
import { MeasureTableFile } from './files/measure-table.file.js';
import { MeasureTableRows } from './files/measure-table.rows.js';
import { MeasureTableWriter } from './files/measure-table.writer.js';
import { PictureRefining } from './files/picture.refining.js';
import { PicturePurpose } from './files/picture.purpose.js';
import { AdoptionResolver } from './graphql/adoption.resolver.js';
import { ActivityResolver } from './graphql/activity.resolver.js';
import { AuthoredPassageResolver, AuthorShareResolver, EditionAuthorshipResolver, SectionAuthorshipResolver } from './graphql/authorship.resolver.js';
import { BlockMutationResolver } from './graphql/block-mutation.resolver.js';
import { ConceptAnswers } from './graphql/concept-answers.js';
import { ConceptSubscriptionResolver } from './graphql/concept.subscription.resolver.js';
import { ComparedBlockPages } from './graphql/compared-block.pages.js';
import { EditionChainResolver } from './graphql/edition-chain.resolver.js';
import { EditionResolver } from './graphql/edition.resolver.js';
import { GapResolver } from './graphql/gap.resolver.js';
import { GoalMutationResolver } from './graphql/goal-mutation.resolver.js';
import { GoalResolver } from './graphql/goal.resolver.js';
import { MeasureDetailResolver } from './graphql/measure-detail.resolver.js';
import { MeasureListImportResolver, MeasureListPlanResolver } from './graphql/measure-list-import.resolver.js';
import { MeasureMemberResolver } from './graphql/measure-member.resolver.js';
import { MeasureTableImportResolver } from './graphql/measure-table-import.resolver.js';
import { MeasureTextResolver } from './graphql/measure-text.resolver.js';
import { MeasureValueResolver } from './graphql/measure-value.resolver.js';
import { EmptyHeadingResolver } from './graphql/empty-heading.resolver.js';
import { MeasurePartiesResolver, MeasurePartyOrganisationResolver, UnconfirmedPartiesResolver } from './graphql/measure-party.resolver.js';
import { MeasureResolver } from './graphql/measure.resolver.js';
import { PictureResolver } from './graphql/picture.resolver.js';
import { PublicationResolver } from './graphql/publication.resolver.js';
import { ParticipantResolver, SectionPresenceResolver } from './graphql/presence.resolver.js';
import { SectionMutationResolver } from './graphql/section-mutation.resolver.js';
import { SectionResolver } from './graphql/section.resolver.js';
import { ComparedSectionResolver, SectionComparisonResolver } from './graphql/section-comparison.resolver.js';
import { SectionVersionsResolver, VersionResolver } from './graphql/version.resolver.js';
import { ComparedValueResolver, VersionComparisonResolver } from './graphql/version-comparison.resolver.js';
import { TakeOverResolver } from './graphql/take-over.resolver.js';
import { VersionMutationResolver } from './graphql/version-mutation.resolver.js';
import { EditionRecentImportResolver, RecentImportResolver } from './graphql/recent-import.resolver.js';
import { WordCorrectionsResolver } from './graphql/word-corrections.resolver.js';
import { WordImportResolver } from './graphql/word-import.resolver.js';
import { ViewerWorkResolver, WorkResolver } from './graphql/work.resolver.js';
import { MeasureListImportKind } from './jobs/measure-list-import.kind.js';
import { WordImportKind } from './jobs/word-import.kind.js';
import { MeasureTableImportKind } from './jobs/measure-table-import.kind.js';
import { ProjectDocumentProcessor } from './jobs/project-document.processor.js';
import { PublishTextChangesProcessor } from './jobs/publish-text-changes.processor.js';
import { ReleasePicturesProcessor } from './jobs/release-pictures.processor.js';
import { SweepProjectionsProcessor } from './jobs/sweep-projections.processor.js';
import { AdoptedEditionRepository } from './persistence/adopted-edition.repository.js';
import { ConceptObjectRepository } from './persistence/concept-object.repository.js';
import { EditionRepository } from './persistence/edition.repository.js';
import { FieldHistoryRepository } from './persistence/field-history.repository.js';
import { MeasureListImportRepository } from './persistence/measure-list-import.repository.js';
import { MeasureTableImportRepository } from './persistence/measure-table-import.repository.js';
import { MeasurePartyRepository } from './persistence/measure-party.repository.js';
import { NextEditionRepository } from './persistence/next-edition.repository.js';
import { PendingTextChangeRepository } from './persistence/pending-text-change.repository.js';
import { PictureRepository } from './persistence/picture.repository.js';
import { PublicationRepository } from './persistence/publication.repository.js';
import { OriginRepository } from './persistence/origin.repository.js';
import { ProjectionRepository } from './persistence/projection.repository.js';
import { SectionRepository } from './persistence/section.repository.js';
import { WordImportRepository } from './persistence/word-import.repository.js';
import { ForgetImportsWhenPersonErased } from './subscribers/forget-imports-when-person-erased.subscriber.js';
import { FreezeEditionWhenAdopted } from './subscribers/freeze-edition-when-adopted.subscriber.js';
import { NotePartyWhenAnswered } from './subscribers/note-party-when-answered.subscriber.js';
import { RemoveConceptsWhenMunicipalityRemoved } from './subscribers/remove-concepts-when-municipality-removed.subscriber.js';
import { AdoptedContentReader } from './queries/adopted-content.reader.js';
import { ActivityReader } from './queries/activity.reader.js';
import { AuthorshipReader } from './queries/authorship.reader.js';
import { ConceptNumbersReader } from './queries/concept-numbers.reader.js';
import { ConceptReader } from './queries/concept.reader.js';
import { EditionDocumentReader } from './queries/edition-document.reader.js';
import { EditionChainReader } from './queries/edition-chain.reader.js';
import { EditionTextsReader } from './queries/edition-texts.reader.js';
import { EditionLiveStream } from './queries/edition-live.stream.js';
import { EditionReader } from './queries/edition.reader.js';
import { CheckFactsReader } from './queries/check-facts.reader.js';
import { GapReader } from './queries/gap.reader.js';
import { EditionGoalReader } from './queries/edition-goal.reader.js';
import { GoalReader } from './queries/goal.reader.js';
import { IndicatorPlacesReader } from './queries/indicator-places.reader.js';
import { LineageReader } from './queries/lineage.reader.js';
import { ListSurroundingsReader } from './queries/list-surroundings.reader.js';
import { MeasureListImportReader } from './queries/measure-list-import.reader.js';
import { MeasureTableImportReader } from './queries/measure-table-import.reader.js';
import { MeasureTableStream } from './queries/measure-table.stream.js';
import { MeasurePartyReader } from './queries/measure-party.reader.js';
import { MeasureReader } from './queries/measure.reader.js';
import { OwnGapsReader } from './queries/own-gaps.reader.js';
import { BroughtImportReader } from './queries/brought-import.reader.js';
import { PictureReader } from './queries/picture.reader.js';
import { ImportDataSource } from './queries/personal-data.source.js';
import { PresenceReader } from './queries/presence.reader.js';
import { PublicationReader } from './queries/publication.reader.js';
import { ReadingViewReader } from './queries/reading-view.reader.js';
import { RecentImportReader } from './queries/recent-import.reader.js';
import { EmptyHeadingReader } from './queries/empty-heading.reader.js';
import { SectionBlocksReader } from './queries/section-blocks.reader.js';
import { SectionComparisonReader } from './queries/section-comparison.reader.js';
import { SectionReader } from './queries/section.reader.js';
import { TextNamesReader } from './queries/text-names.reader.js';
import { VersionReader } from './queries/version.reader.js';
import { WordCorrectionsReader } from './queries/word-corrections.reader.js';
import { WordImportReader } from './queries/word-import.reader.js';
import { VisibleEditionsReader } from './queries/visible-editions.reader.js';
import { WordDocumentReading } from './word/word-document.reading.js';
import { WordPictureFiles } from './word/word-picture.files.js';

const repositories = [
  AdoptedEditionRepository, ConceptObjectRepository, EditionRepository, FieldHistoryRepository, MeasureListImportRepository, MeasurePartyRepository, MeasureTableImportRepository, OriginRepository, NextEditionRepository, PendingTextChangeRepository,
  PictureRepository, ProjectionRepository, PublicationRepository, SectionRepository, WordImportRepository,
];
const readers = [
  ActivityReader, AdoptedContentReader, AuthorshipReader, ConceptNumbersReader, ConceptReader, EditionDocumentReader, EditionChainReader, EditionGoalReader, EditionLiveStream, EditionReader, EditionTextsReader, EmptyHeadingReader, GapReader, GoalReader, ImportDataSource, MeasurePartyReader, MeasureReader, MeasureTableStream, OwnGapsReader, BroughtImportReader, PresenceReader,
  CheckFactsReader, IndicatorPlacesReader, LineageReader, ListSurroundingsReader, MeasureListImportReader, MeasureTableImportReader, MeasureTableRows, MeasureTableWriter, PictureReader, PublicationReader, ReadingViewReader, RecentImportReader, SectionBlocksReader, SectionComparisonReader, SectionReader, TextNamesReader, VersionReader, VisibleEditionsReader, WordCorrectionsReader, WordImportReader,
];
const commands = [
  AddConceptObjectCommand, AddPictureCommand, AddSectionCommand, BeginNextEditionCommand, ChangeSectionCommand, ContinueSectionCommand, CreateEditionCommand, EditBlockCommand, EditFieldCommand, EditPlainBlockCommand, FillSectionCommand, FreezeEditionCommand,
  KeepVersionCommand, KnownReferencesReader, MoveSectionCommand, ProjectSectionCommand, PublishEditionCommand, RecordCopiedTextCommand, RemoveConceptObjectCommand, RemoveSectionCommand,
  ApplyMeasureTableImportCommand, DecideMeasureListCommand, ListPlaces, UndoMeasureListCommand, WriteMeasureListCommand, RenameSectionCommand, RestoreVersionCommand, SectionAccess, StartImportCommand, StorePictureCommand,
  ApplyWordCorrectionsCommand, ApplyWordImportCommand, ImportSectionsCommand, UndoWordImportCommand, OriginNote, TakeOverWordsCommand,
];
const processors = [ProjectDocumentProcessor, PublishTextChangesProcessor, ReleasePicturesProcessor, SweepProjectionsProcessor];
/** Files that become something in a concept: their kinds, who may bring them, and what opens them. */
const imports = [MeasureListImportKind, MeasureListPurpose, MeasureSheetReading, MeasureTableImportKind, MeasureTablePurpose, WordDocumentReading, WordFilePurpose, WordImportKind, WordPictureFiles];
const subscribers = [ForgetImportsWhenPersonErased, FreezeEditionWhenAdopted, NotePartyWhenAnswered, RemoveConceptsWhenMunicipalityRemoved];

/**
 * Editions, their sections, goals and measures. Needs from global modules: DOCUMENT_WRITER, DOCUMENT_READER, DOCUMENT_VERSIONS and
 * DOCUMENT_AUTHORSHIP (collaboration), INDICATOR_DIRECTORY (monitoring), optionally GAP_SOURCES (joined by the app), and identity.
 */
@Global()
@Module({
  imports: [FileImportsModule],
  providers: [...repositories, ...readers, ...commands, ...processors, ...subscribers, ...imports, PictureRefining, PicturePurpose, SectionDocumentAccess],
  exports: [...readers, ...commands, ...processors, ...subscribers, PictureRefining, SectionDocumentAccess],
})
export class ConceptModule {}

/** Concept's part of the schema, and its downloads. */
@Module({
  providers: [
    AuthoredPassageResolver, AuthorShareResolver, EditionAuthorshipResolver, SectionAuthorshipResolver,
    BlockMutationResolver, AdoptionResolver, ConceptAnswers, EditionChainResolver, EditionResolver, SectionResolver, GoalResolver, MeasureResolver, MeasurePartiesResolver, MeasurePartyOrganisationResolver, UnconfirmedPartiesResolver, EmptyHeadingResolver, GapResolver, ActivityResolver, SectionPresenceResolver,
    ParticipantResolver, ViewerWorkResolver, WorkResolver, SectionMutationResolver, GoalMutationResolver, MeasureTextResolver, MeasureValueResolver,
    MeasureDetailResolver, MeasureListImportResolver, MeasureListPlanResolver, MeasureMemberResolver, MeasureTableImportResolver, ConceptSubscriptionResolver, MeasureTableFile, SectionVersionsResolver, VersionResolver, VersionComparisonResolver,
    ComparedBlockPages, ComparedSectionResolver, ComparedValueResolver, SectionComparisonResolver, PublicationResolver, VersionMutationResolver, PictureResolver, WordImportResolver, TakeOverResolver, EditionRecentImportResolver, RecentImportResolver, WordCorrectionsResolver,
  ],
})
export class ConceptGraphqlModule {}

/** What concept gives to the worker. */
export const conceptWorkerParts: WorkerParts = {
  context: 'concept',
  processors,
  subscribers,
  publishes: [
    editionCreated, editionFrozen, editionPublished, editionWithdrawn, sectionAdded, sectionMoved, sectionRemoved, sectionRenamed, sectionTextChanged, goalAdded, goalChanged, goalRemoved, measureAdded,
    measureChanged, measureRemoved, measureTableImported, originNoted, versionKept, versionRestored,
  ] as readonly EventContract[],
};
