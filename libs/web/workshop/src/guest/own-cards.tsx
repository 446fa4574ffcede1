import type { CardFactsFragment } from '@konzeptwerkstatt/web-data';
import { ReportCardDocument, useAction, WithdrawCardDocument } from '@konzeptwerkstatt/web-data';
import { ActionNotice } from '@konzeptwerkstatt/web-shell';
import { Button, ConfirmDialog, firstWords, Notice, showToast, StatusTag, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { ReasonDialog } from '../desk/card-actions.js';
import { CardView, groupedCards } from '../wall/card-view.js';
import { CopyText } from './copy-text.js';
import type { UnsentCard } from './kept-cards.js';

const tones = { WAITING: 'neutral', WALL: 'success', HIDDEN: 'warning', CLEARED: 'neutral' } as const;

function OwnCard({ card, onChanged }: { card: CardFactsFragment; onChanged: () => void }) {
  const t = useText();
  const action = useAction(WithdrawCardDocument, 'withdrawCard');
  const [isAsking, setIsAsking] = useState(false);
  const withdraw = async () => {
    if (await action.run({ cardId: card.id })) onChanged();
    setIsAsking(false);
  };
  return (
    <CardView card={card}>
      <div className="kw-cluster"><StatusTag tone={tones[card.place]}>{t(`workshop.place.${card.place}`)}</StatusTag></div>
      {card.reason ? <p>{t('workshop.card.hidden-reason', { reason: card.reason })}</p> : null}
      <div className="kw-cluster"><Button size="small" icon="undo" onPress={() => setIsAsking(true)} aria-label={t('workshop.withdraw.named', { name: firstWords(card.title ?? card.text, 60) })}>{t('workshop.withdraw.button')}</Button></div>
      <ActionNotice action={action} context="workshop" />
      <ConfirmDialog isOpen={isAsking} onCancel={() => setIsAsking(false)} onConfirm={() => void withdraw()} isDangerous isPending={action.isPending} title={t('workshop.withdraw.title')} confirmLabel={t('workshop.withdraw.button')}>{t('workshop.withdraw.text')}</ConfirmDialog>
    </CardView>
  );
}

/** What one has sent off here, newest first, with what became of it. */
export function OwnCards({ cards, unsent, onRetry, onDiscard, onChanged }: { cards: readonly CardFactsFragment[]; unsent: readonly UnsentCard[]; onRetry: (key: string) => void; onDiscard: (key: string) => void; onChanged: () => void }) {
  const t = useText();
  const [discarded, setDiscarded] = useState<string | null>(null);
  if (cards.length === 0 && unsent.length === 0) return null;
  return (
    <section className="kw-section" aria-labelledby="eigene-karten">
      <h2 id="eigene-karten" className="kern-heading-medium">{t('workshop.own.title')}</h2>
      {unsent.map((card) => (
        <Notice key={card.key} tone={card.problem === null ? 'info' : 'warning'} live title={t(card.problem === null ? 'workshop.own.unsent' : 'workshop.own.refused')} actions={card.problem === null ? undefined : <><Button size="small" icon="retry" onPress={() => onRetry(card.key)}>{t('workshop.own.retry')}</Button><CopyText words={card} /><Button size="small" icon="remove" onPress={() => setDiscarded(card.key)}>{t('workshop.own.discard')}</Button></>}>
          {card.problem === null ? null : <p>{t(`workshop.refusal.${['GATHERING_OVER', 'GATHERING_NOT_OPEN', 'GUEST_BLOCKED', 'CARD_TOO_LONG', 'UNAUTHENTICATED'].includes(card.problem) ? card.problem : 'OTHER'}`)}</p>}
          <p className="kw-wall-card__text" lang={card.language} dir="auto">{card.text || card.title}</p>
        </Notice>
      ))}
      <div className="kw-wall">{[...cards].reverse().map((card) => <OwnCard key={card.uuid} card={card} onChanged={onChanged} />)}</div>
      <ConfirmDialog isOpen={discarded !== null} onCancel={() => setDiscarded(null)} onConfirm={() => { onDiscard(discarded ?? ''); setDiscarded(null); }} isDangerous title={t('workshop.own.discard-title')} confirmLabel={t('workshop.own.discard')}>{t('workshop.own.discard-text')}</ConfirmDialog>
    </section>
  );
}

function OtherCard({ card }: { card: CardFactsFragment }) {
  const t = useText();
  const action = useAction(ReportCardDocument, 'reportCard');
  const [isReporting, setIsReporting] = useState(false);
  const report = async (reason: string) => {
    if (!(await action.run({ cardId: card.id, reason }))) return;
    showToast(t('workshop.report.done'));
    setIsReporting(false);
  };
  return (
    <CardView card={card}>
      <div><Button size="small" variant="tertiary" onPress={() => setIsReporting(true)} aria-label={t('workshop.report.named', { name: firstWords(card.title ?? card.text, 60) })}>{t('workshop.report.button')}</Button></div>
      {isReporting ? <ReasonDialog title={t('workshop.report.title')} lead={t('workshop.report.lead')} label={t('workshop.report.reason')} submit={t('workshop.report.submit')} action={action} onSubmit={(reason) => void report(reason)} onClose={() => setIsReporting(false)} /> : null}
    </CardView>
  );
}

/** What others at the same table have said. */
export function OtherCards({ cards }: { cards: readonly CardFactsFragment[] }) {
  const t = useText();
  if (cards.length === 0) return null;
  return (
    <section className="kw-section" aria-labelledby="andere-karten">
      <h2 id="andere-karten" className="kern-heading-medium">{t('workshop.others.title')}</h2>
      <div className="kw-wall">{groupedCards(cards).flatMap(({ cards: group }) => group.map((card) => <OtherCard key={card.uuid} card={card} />))}</div>
    </section>
  );
}
