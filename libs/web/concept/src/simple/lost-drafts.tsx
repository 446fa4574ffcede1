import type { BlockKind, BlockSide } from '@konzeptwerkstatt/web-data';
import { AddBlockDocument } from '@konzeptwerkstatt/web-data';
import { Button, Notice, TextArea, useText } from '@konzeptwerkstatt/web-ui';
import { useEffect, useState } from 'react';
import { failureText, problemText } from '../data/problem.js';
import type { BlockDraft } from './draft-store.js';
import { useSimpleSection } from './simple-section.context.js';

/** What was typed goes to the end of the text. */
const end: BlockSide = 'AFTER';

interface LostDraftProps {
  readonly name: string;
  readonly draft: BlockDraft;
  readonly onGone: (name: string) => void;
}

function LostDraft({ name, draft, onGone }: LostDraftProps) {
  const t = useText();
  const { canWrite, language, sectionId, send, drafts, reload, report } = useSimpleSection();
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    report(name, 'unsaved');
    return () => report(name, 'clean');
  }, [name, report]);
  const discard = () => {
    drafts.forget(name);
    onGone(name);
  };
  const insert = async () => {
    setIsBusy(true);
    const outcome = await send(AddBlockDocument, { sectionId, kind: (draft.addition?.kind ?? 'PARAGRAPH') as BlockKind, text: draft.text, besideBlockId: null, side: end });
    setIsBusy(false);
    if (outcome.status !== 'done') return setProblem(outcome.status === 'failed' ? failureText(t, outcome.failure) : outcome.problems.map((refusal) => problemText(t, refusal)).join(' '));
    await reload();
    return discard();
  };
  const actions = (
    <>
      {canWrite ? <Button size="small" variant="primary" onPress={() => void insert()} isPending={isBusy}>{t('concept.simple.lost-insert')}</Button> : null}
      <Button size="small" onPress={discard}>{t('concept.simple.discard')}</Button>
    </>
  );
  return (
    <Notice tone="warning" live title={t('concept.simple.lost')} actions={actions}>
      <p>{t('concept.simple.lost-help')}</p>
      <TextArea label={t('concept.simple.lost-text')} value={draft.text} isReadOnly rows={4} error={problem} lang={language} dir="auto" />
    </Notice>
  );
}

/** What was typed for blocks that somebody else has taken out since: nothing of it is lost without a word. */
export function LostDrafts({ present }: { readonly present: ReadonlySet<string> }) {
  const { drafts } = useSimpleSection();
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const blockOf = (name: string): string => (name.startsWith('new/') ? name.split('/')[1] ?? '' : name);
  const lost = [...drafts.all()].filter(([name]) => !gone.has(name) && blockOf(name) !== 'end' && !present.has(blockOf(name)));
  return <>{lost.map(([name, draft]) => <LostDraft key={name} name={name} draft={draft} onGone={(ended) => setGone((known) => new Set(known).add(ended))} />)}</>;
}
