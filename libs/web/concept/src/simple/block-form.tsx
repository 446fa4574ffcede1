import type { PlainBlockFragment } from '@konzeptwerkstatt/web-data';
import { Button, Notice, TextArea, useText } from '@konzeptwerkstatt/web-ui';
import { useEffect, useRef, useState } from 'react';
import { EntryStatus } from './entry-status.js';
import { blockName } from './block-words.js';
import { useSimpleSection } from './simple-section.context.js';
import { useBlockEdit } from './use-block-edit.js';
import type { BlockEdit } from './use-block-edit.js';

/** Both texts, and the choice between them. */
function TwoTexts({ edit, isBusy, onMine, onTheirs }: { edit: BlockEdit['edit']; isBusy: boolean; onMine: () => void; onTheirs: () => void }) {
  const t = useText();
  const { language } = useSimpleSection();
  if (!edit.conflict) return null;
  const actions = (
    <>
      <Button size="small" variant="primary" onPress={onMine} isPending={isBusy} pendingText={t('concept.simple.state.saving')}>{t('concept.simple.take-mine')}</Button>
      <Button size="small" onPress={onTheirs}>{t('concept.simple.take-theirs')}</Button>
    </>
  );
  return (
    <Notice tone="warning" live title={edit.conflict.by === null ? t('concept.simple.stale') : t('concept.simple.stale-by', { by: edit.conflict.by })} actions={actions}>
      <p>{t('concept.simple.stale-help')}</p>
      <blockquote className="kw-simple-theirs" lang={language} dir="auto">{edit.conflict.value || t('concept.simple.empty-block')}</blockquote>
    </Notice>
  );
}

interface BlockFormProps {
  readonly block: PlainBlockFragment;
  readonly onClose: () => void;
}

/** Changes the words of one block in a plain field, beginning with what was typed before and not saved. Escape and "Verwerfen" give up, Ctrl+Enter saves. */
export function BlockForm({ block, onClose }: BlockFormProps) {
  const t = useText();
  const { drafts, language } = useSimpleSection();
  const [draft] = useState(() => drafts.find(block.blockId));
  const edit = useBlockEdit(block, draft, onClose);
  const form = useRef<HTMLFormElement>(null);
  const isRestored = draft !== undefined;
  useEffect(() => { if (!isRestored) form.current?.querySelector('textarea')?.focus(); }, [isRestored]);
  const isTitle = block.kind === 'GOAL' || block.kind === 'MEASURE';
  const isBusy = edit.state === 'saving';
  return (
    <form ref={form} className="kw-simple-form" noValidate onSubmit={(event) => { event.preventDefault(); void edit.save(); }}>
      <TextArea label={t(isTitle ? 'concept.simple.title-of' : 'concept.simple.text-of', { block: blockName(t, block) })} hint={block.isFormatted ? t('concept.simple.formatted-hint') : undefined}
        value={edit.typed} onChange={edit.type} error={edit.edit.problem} rows={isTitle ? 2 : Math.min(14, 3 + Math.floor(edit.typed.length / 90))} lang={language} dir="auto"
        onKeyDown={(event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); void edit.save(); } }} />
      {isRestored ? <p className="kw-muted">{t('concept.simple.draft-restored')}</p> : null}
      <TwoTexts edit={edit.edit} isBusy={isBusy} onMine={() => void edit.takeMine()} onTheirs={edit.discard} />
      <div className="kw-button-group">
        {edit.edit.conflict ? null : <Button size="small" variant="primary" type="submit" isPending={isBusy} pendingText={t('concept.simple.state.saving')}>{t('concept.simple.save')}</Button>}
        {edit.edit.conflict ? null : <Button size="small" onPress={edit.discard}>{t('concept.simple.discard')}</Button>}
        <EntryStatus state={edit.state} />
      </div>
    </form>
  );
}
