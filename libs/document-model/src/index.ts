export { BLOCK_KINDS, MAX_INDENT, headingLevel, isBlockKind, isListItem, toBlockKind, toIndent } from './schema/block-kind.policy.js';
export type { BlockKind } from './schema/block-kind.policy.js';
export { isBlockId, isUuid, newBlockId, resolveBlockIds } from './schema/block-id.policy.js';
export { documentSchema, markSpecs, nodeSpecs } from './schema/document.schema.js';
export { isAllowedHref, MAX_HREF_LENGTH } from './schema/link.policy.js';
export {
  ALLOWED_ATTRIBUTES, ALLOWED_CHILDREN, BODY_KEY, FIELDS_KEY, IDENTIFIED_NODES, MARK_NAMES, MAX_ATTRIBUTE_BYTES, MAX_DEPTH,
  MAX_FIELD_VALUE_BYTES, SCHEMA_VERSION, allowsChild, isElementName,
} from './schema/structure.policy.js';
export type { ElementName, IdentifiedNode, MarkName } from './schema/structure.policy.js';
export { toIndicatorId } from './schema/indicator-block.policy.js';
export { MAX_PICTURE_TEXT, pictureWords, toPictureAttributes, toPictureText } from './schema/picture.policy.js';
export type { PictureAttributes } from './schema/picture.policy.js';
export { pictureAddress } from './schema/picture.schema.js';
export { allowedNames } from './schema/allowed-names.js';
export { normalise, normalisationPlugin } from './schema/normalise.policy.js';
export { freshIdsForPaste } from './schema/paste.policy.js';
export type { PastedBlocks } from './schema/paste.policy.js';
export { leaveTitle } from './schema/leave-title.command.js';

export * from './fields/field-vocabulary.js';
export { GOAL_FIELDS, MEASURE_FIELDS, checkField, fieldDefinition } from './fields/field.registry.js';
export type { FieldDefinition, FieldOwner, FieldProblem, FieldProblemCode, FieldValue } from './fields/field.registry.js';
export { fieldKey, isAllowedFieldKey, splitFieldKey } from './fields/field-key.policy.js';
export { goalFieldsOf, measureFieldsOf } from './fields/field-values.reader.js';
export type { FieldValues, GoalFields, MeasureFields } from './fields/field-values.reader.js';
export { InvalidPeriod, OPEN_END, comparePeriod, formatPeriod, parsePartialDate, parsePeriod } from './fields/period.policy.js';
export type { PartialDate, Period, PeriodPrecision, PeriodProblem } from './fields/period.policy.js';
export { isStorableText } from './fields/plain-text.policy.js';
export { MEASURE_PARTS, PARTY_STATES, partyStateOf } from './fields/party-state.policy.js';
export type { MeasurePart, PartyAnswer, PartyState } from './fields/party-state.policy.js';

export { bodyOf, fieldsOf } from './reading/section-document.js';
export { readFieldValues } from './reading/field.reader.js';
export { readContent } from './reading/section-content.reader.js';
export type { ContentBlock, GoalContent, MeasureContent, PictureContent, SectionContent } from './reading/section-content.reader.js';
export { findAnchor } from './reading/anchor.policy.js';
export type { Anchor, AnchorBlock, AnchorPlace } from './reading/anchor.policy.js';
export { readText } from './reading/document-text.reader.js';
export type { DocumentText } from './reading/document-text.reader.js';
export { readTree } from './reading/document-tree.reader.js';
export { plainBlocks } from './reading/plain-block.reader.js';
export type { PlainBlock } from './reading/plain-block.reader.js';
export type { DocumentTree, TextLeaf, TreeElement, TreeNode } from './reading/document-tree.reader.js';
export type { TextMark } from './reading/text-run.reader.js';

export { objectsIn, pictureFilesIn } from './concept-document/concept-document.js';
export type {
  ConceptDocument, DocumentBlock, DocumentSection, HeadingBlock, Inline, ListBlock, ListItem, MeasureTable, NamedField, ObjectBlock, ParagraphBlock, PictureBlock, TableBlock, TableCell,
  TextDirection, TitlePage,
} from './concept-document/concept-document.js';
export type { DocumentNote, DocumentNotes, NoteAnchor, NotePart, NoteSource, PlacedNote } from './concept-document/document-note.js';
export { placeNotes } from './concept-document/note-place.policy.js';
export type { NotedPart } from './concept-document/note-place.policy.js';
export { inlinesWithNotes } from './concept-document/noted-inlines.js';
export type { NotedInline } from './concept-document/noted-inlines.js';
export { buildConceptDocument } from './concept-document/concept-document.builder.js';
export type { ConceptDocumentSource, SectionSource } from './concept-document/concept-document.builder.js';
export { toBlockSpecs } from './concept-document/block-spec.builder.js';
export { buildBlocks } from './concept-document/document-blocks.builder.js';
export type { PartiesInDocument } from './concept-document/object-fields.builder.js';
export type { BlockSurroundings } from './concept-document/document-blocks.builder.js';
export { directionOfLanguage, documentWords } from './concept-document/document-language.js';
export { DOCUMENT_LANGUAGES } from './concept-document/document-words.js';
export type { DocumentLanguage, DocumentWords } from './concept-document/document-words.js';
export { germanWords } from './concept-document/german.words.js';
export { plainText } from './concept-document/inline.builder.js';
export { toLists } from './concept-document/list.builder.js';
export type { FlatItem } from './concept-document/list.builder.js';
export { numberObjects, numberOutline, outlineObjects } from './concept-document/numbering.policy.js';
export type { OutlineObject, OutlineSection } from './concept-document/numbering.policy.js';
export type { NameOf } from './concept-document/object-fields.builder.js';
export { directionOf, printable } from './concept-document/printable-text.policy.js';
export {
  hasHash, hashOfWords, readWordBlocks, readWordComments, readWordMark, sentHash, WORD_BLOCKS_PROPERTY, WORD_COMMENTS_PROPERTY, WORD_MARKS_PROPERTY, WORD_MARKS_VERSION, wordBlocksProperties, wordCommentsProperties, wordMarkName, wordsToCompare,
} from './concept-document/word-mark.policy.js';
export type { WordMark, WordMarkKind } from './concept-document/word-mark.policy.js';

export { CHANGE_ASPECTS, comparedWords, compareTexts } from './comparing/document-comparison.js';
export type { ChangeAspect, ComparedBlock, ComparedValue, ComparedWords, DocumentComparison } from './comparing/document-comparison.js';
export type { TableCellPlace } from './comparing/text-line.reader.js';
export { appendBlocks, insertGoal, insertMeasure, removeBlock, removeBlocks } from './editing/blocks.editor.js';
export type { BlockSpec, CellSpec, ConceptObjectInsertion, ConceptObjectSpec, PictureSpec, TableSpec } from './editing/blocks.editor.js';
export type { TextBlockSpec } from './editing/text-block.factory.js';
export { checkChanges, editFields } from './editing/fields.editor.js';
export type { FieldChanges } from './editing/fields.editor.js';
export { setBlockText } from './editing/block-text.editor.js';
export { insertBlock, moveBlock, reinsertBlock } from './editing/placed-blocks.editor.js';
export type { BlockPlace } from './editing/placed-blocks.editor.js';
export { setTitle } from './editing/title.editor.js';
export { toTitle } from './editing/title.policy.js';
export { changeDocument } from './editing/document-change.js';
export { repairDocument } from './editing/document-repair.js';
export type { DocumentChange } from './editing/document-change.js';

export {
  EMPTY_UPDATE, applyChange, compareStates, diffState, loadDocument, mergeState, readContentFromUpdates, readTextFromUpdates, replayContent,
  repairState, tryApplyChange,
} from './state/stored-state.js';
export type { AppliedChange, ChangeOutcome, MergedState } from './state/stored-state.js';

export { deriveAuthorship } from './authorship/authorship.deriver.js';
export type { AuthorshipBase, CopiedPassage, DerivedAuthorship, RemovedPassage } from './authorship/authorship.deriver.js';
export { joinRanges, KeptText } from './authorship/kept-text.js';
export type { AuthorId, KeptRange, TextPiece } from './authorship/kept-text.js';
export { livingPieces, readAuthorship } from './authorship/passage.reader.js';
export type { AuthoredPassage, LivingPiece, TextAuthorship } from './authorship/passage.reader.js';

export { BlockNotFound, DOCUMENT_ERROR_CODES, DocumentChangeRefused } from './document-model.errors.js';
export type { DocumentErrorCode, DocumentProblem } from './document-model.errors.js';
