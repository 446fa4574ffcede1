import { EditorContent, useEditor } from '@tiptap/react';
import type { Option } from '@konzeptwerkstatt/web-ui';
import { ErrorState, Loading, useText } from '@konzeptwerkstatt/web-ui';
import { useMemo } from 'react';
import { conceptObjectViews } from './blocks/concept-object.view.js';
import type { DocumentSession } from './connection/document-session.js';
import { Participants } from './connection/participants.js';
import { SaveNotice } from './connection/save-notice.js';
import { saveStateOf } from './connection/save-state.js';
import { SaveStatus } from './connection/save-status.js';
import { useConnectionFacts, useDocumentSession, useLeaveWarning } from './connection/use-document-session.js';
import '../text.css';
import './editor.css';
import { blockExtension } from './extensions/block.extension.js';
import { collaborationExtension } from './extensions/collaboration.extension.js';
import { cursorPlaceExtension } from './extensions/cursor-place.extension.js';
import { foreignAttributesExtension } from './extensions/foreign-attributes.extension.js';
import { pasteExtension } from './extensions/paste.extension.js';
import { schemaExtensions } from './extensions/schema.extensions.js';
import { tableExtension } from './extensions/table.extension.js';
import { SectionEditorSurroundingsProvider } from './section-editor.context.js';
import { EditorToolbar } from './toolbar/editor-toolbar.js';

export interface SectionEditorProps {
  /** Raw id of the section's document. */
  readonly documentId: string;
  /** Person and acting organisation. */
  readonly actorKey: string;
  /** Accessible name of the text. */
  readonly label: string;
  readonly canWrite: boolean;
  readonly organisations: readonly Option[];
  readonly indicators: readonly Option[];
  readonly highlightedBlockId: string | null;
}

/** The state of saving and the tools stay at the top; the place of the cursor must not be under them. In pixels. */
const clearOfBars = { top: 120, right: 0, bottom: 24, left: 0 };

type TextProps = Omit<SectionEditorProps, 'documentId' | 'actorKey'> & { readonly session: DocumentSession };

function SectionText({ session, label, canWrite, organisations, indicators, highlightedBlockId }: TextProps) {
  const editor = useEditor({
    editable: canWrite,
    immediatelyRender: true,
    // A style element would be refused by the content security policy; the rules are in editor.css.
    injectCSS: false,
    shouldRerenderOnTransaction: false,
    enableInputRules: true,
    extensions: [...schemaExtensions(conceptObjectViews), collaborationExtension(session), blockExtension, tableExtension, cursorPlaceExtension, foreignAttributesExtension, pasteExtension(session)],
    editorProps: { scrollThreshold: clearOfBars, scrollMargin: clearOfBars, attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, 'aria-readonly': String(!canWrite), class: 'kw-text', lang: 'de', spellcheck: 'true' } },
  }, [session, canWrite]);
  const context = useMemo(() => ({ session, canWrite, organisations, indicators, highlightedBlockId }), [session, canWrite, organisations, indicators, highlightedBlockId]);
  return (
    <SectionEditorSurroundingsProvider value={context}>
      {canWrite ? <EditorToolbar editor={editor} /> : null}
      <EditorContent editor={editor} className="kw-editor" />
    </SectionEditorSurroundingsProvider>
  );
}

function OpenSection({ session, ...props }: TextProps) {
  const t = useText();
  const facts = useConnectionFacts(session);
  useLeaveWarning(session);
  const state = saveStateOf(facts);
  const isBroken = facts.finalCloseCode !== null;
  return (
    <div className="kw-section-editor">
      <SaveStatus state={state} />
      {facts.isConnected ? <Participants awareness={session.provider.awareness} /> : null}
      <SaveNotice state={state} onReconnect={session.reconnect} />
      {facts.hasText ? <SectionText session={session} {...props} canWrite={props.canWrite && state !== 'outdated'} /> : null}
      {!facts.hasText && !isBroken ? <Loading text={t('concept.save.loading')} /> : null}
      {!facts.hasText && isBroken ? <ErrorState title={t('concept.save.notLoaded')} onRetry={session.reconnect}>{t('concept.saveHelp.notLoaded')}</ErrorState> : null}
    </div>
  );
}

/** A section's text, written together: editor, state of saving, who else is there. Loaded on demand. */
export function SectionEditor({ documentId, actorKey, ...props }: SectionEditorProps) {
  const t = useText();
  const session = useDocumentSession(documentId, actorKey, !props.canWrite);
  return session ? <OpenSection session={session} {...props} /> : <Loading text={t('concept.save.loading')} />;
}
