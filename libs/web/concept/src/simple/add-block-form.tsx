import type { BlockKind } from '@konzeptwerkstatt/web-data';
import { AddBlockDocument } from '@konzeptwerkstatt/web-data';
import { announce, Button, Select, TextArea, useText } from '@konzeptwerkstatt/web-ui';
import { useEffect, useRef, useState } from 'react';
import { failureText, problemText } from '../data/problem.js';
import { kindName } from './block-words.js';
import { EntryStatus } from './entry-status.js';
import type { EntryState } from './simple-section.context.js';
import { useSimpleSection } from './simple-section.context.js';

/** Where a new block goes. */
export interface NewPlace {
  /** Null: at the end of the text. */
  readonly besideBlockId: string | null;
  readonly side: 'BEFORE' | 'AFTER' | 'INSIDE';
  /** Only text fits there: in a goal or measure. */
  readonly isInside: boolean;
}

/** A place as the name of the draft for it. */
export const nameOfPlace = ({ besideBlockId, side }: Pick<NewPlace, 'besideBlockId' | 'side'>): string => `new/${besideBlockId ?? 'end'}/${side}`;

const textKinds = ['PARAGRAPH', 'HEADING2', 'HEADING3', 'BULLET_ITEM', 'ORDERED_ITEM', 'QUOTE'] as const;
const allKinds = [...textKinds, 'GOAL', 'MEASURE'] as const;

interface AddBlockFormProps {
  readonly place: NewPlace;
  readonly onClose: () => void;
}

function useAddition({ place, onClose }: AddBlockFormProps) {
  const t = useText();
  const { sectionId, send, drafts, reload, report } = useSimpleSection();
  const name = nameOfPlace(place);
  const [draft] = useState(() => drafts.find(name));
  const [kind, setKind] = useState<BlockKind>((draft?.addition?.kind ?? 'PARAGRAPH') as BlockKind);
  const [text, setText] = useState(draft?.text ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const [state, setState] = useState<EntryState>(draft ? 'unsaved' : 'clean');
  useEffect(() => {
    report(name, state);
    return () => report(name, 'clean');
  }, [name, state, report]);
  const keep = (nextText: string, nextKind: BlockKind) => {
    const isKept = drafts.keep(name, { text: nextText, expected: null, addition: { kind: nextKind, besideBlockId: place.besideBlockId, side: place.side } });
    setState(isKept ? 'unsaved' : 'unkept');
  };
  const type = (next: string) => {
    setText(next);
    setProblem(null);
    keep(next, kind);
  };
  const choose = (next: BlockKind | null) => {
    if (next === null) return;
    setKind(next);
    if (text !== '') keep(text, next);
  };
  const discard = () => {
    drafts.forget(name);
    onClose();
  };
  const save = async () => {
    if (state === 'saving') return;
    if (text.trim() === '') return setProblem(t('concept.simple.text-required'));
    setState('saving');
    const outcome = await send(AddBlockDocument, { sectionId, kind, text, besideBlockId: place.besideBlockId, side: place.side });
    if (outcome.status === 'done') {
      drafts.forget(name);
      await reload();
      announce(t('concept.simple.added'));
      return onClose();
    }
    keep(text, kind);
    return setProblem(outcome.status === 'failed' ? failureText(t, outcome.failure) : outcome.problems.map((refusal) => problemText(t, refusal)).join(' '));
  };
  return { kind, text, problem, state, type, choose, discard, save };
}

/** Writes a new block: what it is, and its words; begins with what was typed before and not added. */
export function AddBlockForm(props: AddBlockFormProps) {
  const t = useText();
  const { language } = useSimpleSection();
  const { kind, text, problem, state, type, choose, discard, save } = useAddition(props);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('textarea')?.focus(), []);
  const kinds = (props.place.isInside ? textKinds : allKinds).map((id) => ({ id, label: kindName(t, id) }));
  const isTitle = kind === 'GOAL' || kind === 'MEASURE';
  return (
    <form ref={form} className="kw-simple-form" noValidate aria-label={t('concept.simple.add-form')} onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <Select<BlockKind> label={t('concept.simple.kind')} options={kinds} value={kind} onChange={choose} />
      <TextArea label={t(isTitle ? 'concept.cell.title' : 'concept.simple.new-text')} value={text} onChange={type} error={problem} rows={isTitle ? 2 : 4} lang={language} dir="auto" />
      <div className="kw-button-group">
        <Button size="small" variant="primary" type="submit" isPending={state === 'saving'} pendingText={t('concept.simple.state.saving')}>{t('concept.simple.add-submit')}</Button>
        <Button size="small" onPress={discard}>{t('concept.simple.discard')}</Button>
        <EntryStatus state={state} />
      </div>
    </form>
  );
}
