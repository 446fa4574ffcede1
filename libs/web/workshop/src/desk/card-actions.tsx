import type { CardFactsFragment, GatheringFactsFragment } from '@konzeptwerkstatt/web-data';
import { BlockGuestDocument, HideCardDocument, MoveCardDocument, ReleaseCardsDocument, UnbundleCardDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionForm, ActionNotice, problemAt } from '@konzeptwerkstatt/web-shell';
import { Button, Dialog, firstWords, Notice, Select, showToast, TextArea, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { TakeOverDialog } from './take-over-dialog.js';

interface Props {
  readonly gathering: GatheringFactsFragment;
  readonly card: CardFactsFragment;
  /** The cards of the same table on the wall, in order. */
  readonly neighbours: readonly CardFactsFragment[];
}

/** Asks for a reason that somebody will read. */
export function ReasonDialog({ title, lead, label, submit, action, onSubmit, onClose }: { title: string; lead: ReactNode; label: string; submit: string; action: { readonly problems: Parameters<typeof problemAt>[0]; readonly failure: unknown; readonly isPending: boolean }; onSubmit: (reason: string) => void; onClose: () => void }) {
  const t = useText();
  const [reason, setReason] = useState('');
  const footer = (
    <>
      <Button onPress={onClose}>{t('workshop.form.cancel')}</Button>
      <Button variant="primary" type="submit" form="grund" isPending={action.isPending} pendingText={t('workshop.form.pending')}>{submit}</Button>
    </>
  );
  return (
    <Dialog title={title} isOpen onClose={onClose} footer={footer}>
      <ActionForm id="grund" action={action} context="workshop" fields={['reason']} onSubmit={() => onSubmit(reason)}>
        {typeof lead === 'string' ? <p>{lead}</p> : lead}
        <TextArea label={label} rows={3} value={reason} onChange={setReason} autoFocus error={problemAt(action.problems, 'reason', 'workshop', t)} />
      </ActionForm>
    </Dialog>
  );
}

function MoveDialog({ gathering, card, neighbours, onClose }: Props & { onClose: () => void }) {
  const t = useText();
  const action = useAction(MoveCardDocument, 'moveCard', ['Wall']);
  const [tableUuid, setTableUuid] = useState<string | null>(card.tableUuid);
  const [before, setBefore] = useState<string>('');
  const others = neighbours.filter(({ uuid }) => uuid !== card.uuid && card.tableUuid === tableUuid);
  const move = async () => {
    if (!(await action.run({ cardId: card.id, tableUuid: tableUuid ?? card.tableUuid, beforeCardId: before === '' ? null : before }))) return;
    showToast(t('workshop.move.done'));
    onClose();
  };
  const footer = <><Button onPress={onClose}>{t('workshop.form.cancel')}</Button><Button variant="primary" onPress={() => void move()} isPending={action.isPending}>{t('workshop.move.submit')}</Button></>;
  return (
    <Dialog title={t('workshop.move.title')} isOpen onClose={onClose} footer={footer}>
      <div className="kw-form">
        <ActionNotice action={action} context="workshop" />
        <Select label={t('workshop.move.table')} options={gathering.tables.map(({ uuid, number, title }) => ({ id: uuid, label: `${number} · ${title}` }))} value={tableUuid} onChange={setTableUuid} />
        {others.length > 0 ? <Select label={t('workshop.move.before')} options={[{ id: '', label: t('workshop.move.end') }, ...others.map(({ id, title, text }) => ({ id, label: firstWords(title ?? text, 80) }))]} value={before} onChange={(id) => setBefore(id ?? '')} /> : null}
      </div>
    </Dialog>
  );
}

/** What is asked about a card in a dialog. */
export type CardQuestion = 'hide' | 'move' | 'block' | 'take-over';

/** Says that somebody else has taken the card off the wall meanwhile. */
function AlreadyHidden({ card }: { card: CardFactsFragment }) {
  const t = useText();
  return card.place === 'HIDDEN' ? <Notice tone="warning" live title={t('workshop.hide.already')}>{card.reason ? t('workshop.card.hidden-reason', { reason: card.reason }) : null}</Notice> : null;
}

/** A question about a card. It stands beside the wall: what is typed stays when somebody else moves the card meanwhile. */
export function CardDialog({ question, onClose, ...props }: Props & { question: CardQuestion; onClose: () => void }) {
  const { gathering, card } = props;
  const t = useText();
  const hide = useAction(HideCardDocument, 'hideCard', ['Wall']);
  const block = useAction(BlockGuestDocument, 'blockGuest', ['DeskPeople']);
  const doHide = async (reason: string) => { if (await hide.run({ cardId: card.id, reason })) { showToast(t('workshop.hide.done')); onClose(); } };
  const doBlock = async (reason: string) => { if (await block.run({ guestId: card.guestId ?? '', reason })) { showToast(t('workshop.block.done', { name: card.pseudonym ?? '' })); onClose(); } };
  if (question === 'move') return <MoveDialog {...props} onClose={onClose} />;
  if (question === 'take-over') return <TakeOverDialog gathering={gathering} card={card} onClose={onClose} />;
  if (question === 'block') return <ReasonDialog title={t('workshop.block.title', { name: card.pseudonym ?? '' })} lead={t('workshop.block.lead')} label={t('workshop.hide.reason')} submit={t('workshop.block.button')} action={block} onSubmit={(reason) => void doBlock(reason)} onClose={onClose} />;
  return <ReasonDialog title={t('workshop.hide.title')} lead={<>{hide.isPending ? null : <AlreadyHidden card={card} />}<p>{t('workshop.hide.lead')}</p></>} label={t('workshop.hide.reason')} submit={t('workshop.hide.button')} action={hide} onSubmit={(reason) => void doHide(reason)} onClose={onClose} />;
}

/** What a moderator does with one card. */
export function CardActions({ card, onAsk }: { card: CardFactsFragment; onAsk: (question: CardQuestion) => void }) {
  const t = useText();
  const release = useAction(ReleaseCardsDocument, 'releaseCards', ['Wall']);
  const unbundle = useAction(UnbundleCardDocument, 'unbundleCard', ['Wall']);
  const name = firstWords(card.title ?? card.text, 60);
  const small = { size: 'small' } as const;
  return (
    <div className="kw-cluster kw-card-actions">
      {card.place === 'WALL' && card.report === null ? null : <Button {...small} variant="primary" icon="check" isPending={release.isPending} onPress={() => void release.run({ cardIds: [card.id] })} aria-label={t(card.report === null ? 'workshop.release.named' : 'workshop.release.stays-named', { name })}>{t(card.report === null ? 'workshop.release.button' : 'workshop.release.stays')}</Button>}
      {card.place === 'WALL' ? <Button {...small} icon="arrow-end" onPress={() => onAsk('take-over')} aria-label={t('workshop.take-over.named', { name })}>{t('workshop.take-over.button')}</Button> : null}
      <Button {...small} onPress={() => onAsk('move')} aria-label={t('workshop.move.named', { name })}>{t('workshop.move.button')}</Button>
      {card.bundleUuid ? <Button {...small} onPress={() => void unbundle.run({ cardId: card.id })} aria-label={t('workshop.bundle.out-named', { name })}>{t('workshop.bundle.out')}</Button> : null}
      {card.place === 'HIDDEN' ? null : <Button {...small} icon="close" onPress={() => onAsk('hide')} aria-label={t('workshop.hide.named', { name })}>{t('workshop.hide.button')}</Button>}
      {card.guestId ? <Button {...small} icon="danger" onPress={() => onAsk('block')} aria-label={t('workshop.block.named', { name: card.pseudonym ?? '' })}>{t('workshop.block.button')}</Button> : null}
      <ActionNotice action={release} context="workshop" />
      <ActionNotice action={unbundle} context="workshop" />
    </div>
  );
}
