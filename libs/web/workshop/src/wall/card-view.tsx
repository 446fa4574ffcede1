import type { CardFactsFragment } from '@konzeptwerkstatt/web-data';
import { StatusTag, useText } from '@konzeptwerkstatt/web-ui';
import type { ReactNode } from 'react';
import '../workshop.css';

/** Who a card is from, in words. */
export function useCardAuthor(): (card: CardFactsFragment) => string {
  const t = useText();
  return ({ pseudonym, organisation, way, isOwn, sender }) => {
    const who = isOwn ? t('workshop.card.oneself') : pseudonym ?? (way === 'PAPER' || way === 'PHONE' ? t(`workshop.way.${way}`) : organisation ? null : t(way === 'WORKSHOP' ? 'workshop.card.guest' : 'workshop.card.person'));
    return [who, sender, organisation?.name].filter(Boolean).join(' · ');
  };
}

/** A card: its words as they are, never markup, in their own language and direction. */
export function CardView({ card, children, level = 3 }: { card: CardFactsFragment; children?: ReactNode; level?: 2 | 3 | 4 }) {
  const t = useText();
  const author = useCardAuthor();
  const Heading = `h${level}` as const;
  return (
    <article className="kw-wall-card" data-kind={card.kind}>
      <p className="kw-wall-card__kind">{t(`workshop.kind.${card.kind}`)}</p>
      {card.title ? <Heading className="kw-wall-card__title" lang={card.language} dir="auto">{card.title}</Heading> : null}
      <p className="kw-wall-card__text" lang={card.language} dir="auto">{card.text}</p>
      <p className="kw-muted kw-wall-card__from"><bdi>{author(card)}</bdi></p>
      {card.isTakenOver ? <div className="kw-cluster"><StatusTag tone="success">{t('workshop.card.taken-over')}</StatusTag></div> : null}
      {children}
    </article>
  );
}

/** Cards grouped as they are bundled: each bundle once, with its name; the rest one by one. */
export function groupedCards(cards: readonly CardFactsFragment[]): { readonly key: string; readonly title: string | null; readonly cards: CardFactsFragment[] }[] {
  const groups = new Map<string, { key: string; title: string | null; cards: CardFactsFragment[] }>();
  for (const card of cards) {
    const key = card.bundleUuid ?? card.uuid;
    const group = groups.get(key) ?? { key, title: card.bundleUuid === null ? null : card.bundleTitle, cards: [] };
    groups.set(key, group);
    group.cards.push(card);
  }
  return [...groups.values()];
}
