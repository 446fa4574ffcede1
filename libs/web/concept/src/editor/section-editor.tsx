import { EditorContent, useEditor } from '@tiptap/react';
import type { Option } from '@konzeptwerkstatt/web-ui';
import { reportServerReachable } from '@konzeptwerkstatt/web-shell';
import { ErrorState, getLanguage, Loading, Notice, useText } from '@konzeptwerkstatt/web-ui';
import { memo, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { AuthorshipPanel } from './authorship/authorship-panel.js';
import { authorshipExtension } from './authorship/authorship.extension.js';
import { copiedTextExtension } from './authorship/copied-text.extension.js';
import { useRecordedCopies } from './authorship/use-recorded-copies.js';
import { conceptObjectViews } from './blocks/concept-object.view.js';
import { useAwayPage } from './connection/away-page.js';
import { BlockedNotice } from './connection/blocked-notice.js';
import type { DocumentSession } from './connection/document-session.js';
import { Participants } from './connection/participants.js';
import { offersKeeping, SaveNotice } from './connection/save-notice.js';
import { mayType, saveStateOf } from './connection/save-state.js';
import { SaveStatus } from './connection/save-status.js';
import { useConnectionFacts, useDocumentSession, useLeaveWarning, useRightsDoubt } from './connection/use-document-session.js';
import '../text.css';
import './editor.css';
import { blockExtension } from './extensions/block.extension.js';
import { collaborationExtension } from './extensions/collaboration.extension.js';
import { cursorPlaceExtension } from './extensions/cursor-place.extension.js';
import { isEmptyText } from './extensions/empty-text.js';
import { foreignAttributesExtension } from './extensions/foreign-attributes.extension.js';
import { pasteExtension } from './extensions/paste.extension.js';
import { nameOf } from './extensions/remote-cursor.js';
import { schemaExtensions } from './extensions/schema.extensions.js';
import { tableExtension } from './extensions/table.extension.js';
import { insertAtom } from './extensions/insert-atom.command.js';
import { ChooseIndicatorDialog } from './indicators/choose-indicator-dialog.js';
import { indicatorViews } from './indicators/indicator.view.js';
import { NewPictureDialog } from './pictures/new-picture-dialog.js';
import type { NewPicture } from './pictures/new-picture-dialog.js';
import { insertPicture } from './pictures/picture.commands.js';
import { pictureFilesExtension } from './pictures/picture-files.extension.js';
import { pictureViews } from './pictures/picture.view.js';
import { SectionEditorSurroundingsProvider } from './section-editor.context.js';
import { EditorToolbar } from './toolbar/editor-toolbar.js';
import { focusText } from './toolbar/focus-text.js';

export interface SectionEditorProps {
  /** Raw id of the section's document. */
  readonly documentId: string;
  /** Opaque id of the section. */
  readonly sectionId: string;
  /** Raw id of the section. */
  readonly sectionUuid: string;
  /** Person and acting organisation. */
  readonly actorKey: string;
  /** Accessible name of the text. */
  readonly label: string;
  /** In which the text is written (BCP 47). */
  readonly language: string;
  readonly canWrite: boolean;
  /** Day on which the text was adopted, in words; null while it is written. */
  readonly adoptedOn: string | null;
  readonly organisations: readonly Option[];
  readonly indicators: readonly Option[];
  readonly highlightedBlockId: string | null;
  /** Address of the same section as a list of plain blocks, for networks that let no live connection through. */
  readonly simpleHref: string;
  /** Somebody without an account: she writes words, and neither pictures nor what the account pages offer. */
  readonly isGuest?: boolean;
  /** The server let this tab know that it may no longer write, or not even read. */
  readonly onRightsDoubted: () => void;
  /** Whether something is written here that nobody else has; the text must not be taken from the page then. */
  readonly onUnsentWork: (hasUnsentWork: boolean) => void;
}

/** The state of saving and the tools stay at the top; the place of the cursor must not be under them. In pixels. */
const clearOfBars = { top: 120, right: 0, bottom: 24, left: 0 };

type OpenProps = Omit<SectionEditorProps, 'actorKey'> & { readonly session: DocumentSession };
type TextProps = Omit<OpenProps, 'onRightsDoubted' | 'onUnsentWork' | 'simpleHref' | 'adoptedOn'> & { readonly isAdopted: boolean };

/** Not drawn anew when only the state of saving changes, which it does twice with every letter. */
const SectionText = memo(function SectionText({ session, documentId, sectionId, sectionUuid, label, language, canWrite, isAdopted, organisations, indicators, highlightedBlockId, isGuest = false }: TextProps) {
  // The editor outlives a change of rights: cursor, view and steps to take back stay.
  const isWritable = useRef(canWrite);
  const t = useText();
  const invitation = t('concept.editor.empty');
  const recordCopy = useRecordedCopies(session);
  const [newPicture, setNewPicture] = useState<File | null>(null);
  const [isChoosingIndicator, setIsChoosingIndicator] = useState(false);
  const editor = useEditor({
    editable: canWrite,
    immediatelyRender: true,
    // A style element would be refused by the content security policy; the rules are in editor.css.
    injectCSS: false,
    shouldRerenderOnTransaction: false,
    enableInputRules: true,
    extensions: [...schemaExtensions({ ...conceptObjectViews, ...pictureViews, ...indicatorViews }), collaborationExtension(session, (user) => nameOf(user, t)), blockExtension, tableExtension, pictureFilesExtension(setNewPicture), cursorPlaceExtension, foreignAttributesExtension, pasteExtension(session), copiedTextExtension(session, documentId, recordCopy), authorshipExtension],
    editorProps: { scrollThreshold: clearOfBars, scrollMargin: clearOfBars, attributes: (state) => ({ ...(isWritable.current && isEmptyText(state.doc) ? { 'aria-placeholder': invitation, 'data-placeholder': invitation } : {}), role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, 'aria-readonly': String(!isWritable.current), class: 'kw-text', lang: language, dir: getLanguage(language).direction, spellcheck: 'true' }) },
  }, [session]);
  useEffect(() => {
    isWritable.current = canWrite;
    if (editor.isEditable !== canWrite) editor.setEditable(canWrite, false);
  }, [editor, canWrite]);
  // Goals, measures, pictures and indicators bring themselves into sight.
  useEffect(() => {
    if (highlightedBlockId !== null) editor.view.dom.querySelector(`[data-kind][data-block-id="${CSS.escape(highlightedBlockId)}"]`)?.scrollIntoView({ block: 'center' });
  }, [editor, highlightedBlockId]);
  const closePicture = useCallback(() => {
    setNewPicture(null);
    focusText(editor.view);
  }, [editor]);
  const insert = useCallback((picture: NewPicture) => {
    // A step of its own: taking back what comes next does not take the picture along.
    session.undoManager.stopCapturing();
    insertPicture(picture)(editor.state, editor.view.dispatch);
    session.undoManager.stopCapturing();
    closePicture();
  }, [editor, session, closePicture]);
  const closeIndicator = useCallback(() => {
    setIsChoosingIndicator(false);
    focusText(editor.view);
  }, [editor]);
  const insertIndicator = useCallback((indicatorId: string) => {
    session.undoManager.stopCapturing();
    insertAtom('indicator', { indicatorId })(editor.state, editor.view.dispatch);
    session.undoManager.stopCapturing();
    closeIndicator();
  }, [editor, session, closeIndicator]);
  const context = useMemo(() => ({ session, canWrite, isAdopted, organisations, indicators, highlightedBlockId }), [session, canWrite, isAdopted, organisations, indicators, highlightedBlockId]);
  return (
    <SectionEditorSurroundingsProvider value={context}>
      {isGuest ? null : <AuthorshipPanel editor={editor} sectionUuid={sectionUuid} />}
      {canWrite ? <EditorToolbar editor={editor} onPicture={isGuest ? null : setNewPicture} onIndicator={isGuest || indicators.length === 0 ? null : () => setIsChoosingIndicator(true)} /> : null}
      <EditorContent editor={editor} className="kw-editor" />
      {newPicture && canWrite && !isGuest ? <NewPictureDialog file={newPicture} sectionId={sectionId} onInsert={insert} onClose={closePicture} /> : null}
      {isChoosingIndicator && canWrite ? <ChooseIndicatorDialog indicators={indicators} onInsert={insertIndicator} onClose={closeIndicator} /> : null}
    </SectionEditorSurroundingsProvider>
  );
});

function OpenSection({ session, onRightsDoubted, onUnsentWork, simpleHref, adoptedOn, ...props }: OpenProps) {
  const t = useText();
  const facts = useConnectionFacts(session);
  useLeaveWarning(session);
  useAwayPage();
  useRightsDoubt(facts, onRightsDoubted);
  useEffect(() => onUnsentWork(facts.hasUnsentWork), [facts.hasUnsentWork, onUnsentWork]);
  // Nothing else may be asked of the server for a while, and the frame would go on saying that it does not answer.
  useEffect(() => { if (facts.isConnected) reportServerReachable(true); }, [facts.isConnected]);
  const names = useMemo(() => [...props.organisations, ...props.indicators], [props.organisations, props.indicators]);
  const state = saveStateOf(facts);
  const isBroken = facts.finalCloseCode !== null;
  return (
    <div className="kw-section-editor">
      <SaveStatus state={state} />
      {facts.isConnected && !facts.isUnanswered ? <Participants awareness={session.provider.awareness} /> : null}
      {facts.isBlocked && !isBroken && props.isGuest !== true ? <BlockedNotice sectionUuid={props.sectionUuid} session={session} hasUnsentWork={facts.hasUnsentWork} isKeepingOffered={facts.hasText && offersKeeping(state, facts)} title={props.label} names={names} simpleHref={simpleHref} /> : null}
      {facts.hasText ? <SaveNotice session={session} state={state} facts={facts} title={props.label} language={props.language} names={names} adoptedOn={adoptedOn} /> : null}
      {adoptedOn !== null && (state === 'reading' || state === 'reading-offline') ? <Notice tone="info" live title={t('concept.save.adopted')}><p>{t('concept.saveHelp.adopted-on', { date: adoptedOn })}</p></Notice> : null}
      {facts.hasText ? <SectionText session={session} {...props} canWrite={props.canWrite && mayType(state)} isAdopted={adoptedOn !== null} /> : null}
      {state === 'loading' && !facts.hasText ? <Loading text={t('concept.save.loading')} /> : null}
      {state === 'unreachable' ? <ErrorState title={t('concept.save.notLoaded')} onRetry={session.reconnect}>{t('concept.saveHelp.still-trying')}</ErrorState> : null}
      {!facts.hasText && isBroken ? <ErrorState title={t('concept.save.notLoaded')} onRetry={session.reconnect}>{t(state === 'too-many-windows' ? 'concept.saveHelp.too-many-windows' : 'concept.saveHelp.notLoaded')}</ErrorState> : null}
    </div>
  );
}

/** A section's text, written together: editor, state of saving, who else is there. Loaded on demand. */
export function SectionEditor({ documentId, actorKey, ...props }: SectionEditorProps) {
  const t = useText();
  const session = useDocumentSession(documentId, actorKey, !props.canWrite);
  return session ? <OpenSection session={session} documentId={documentId} {...props} /> : <Loading text={t('concept.save.loading')} />;
}
