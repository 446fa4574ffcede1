import type { TallyFragment } from '@konzeptwerkstatt/web-data';
import { TextLink, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { Fragment } from 'react';
import { NONE } from './standing-filter.js';
import type { StandingFilterState } from './standing-filter.js';
import { statusWord } from './status-parts.js';

/** Address of this page with another filter. */
export type AddressOf = (part: Partial<StandingFilterState>) => string;

/** A number that leads to what it counts; nothing leads nowhere. @param name what it counts, for who only hears the link */
export function CountLink({ count, href, name }: { count: number; href: string; name: string }) {
  const { number } = useLanguage();
  return count === 0 ? number(count) : <TextLink href={href} aria-label={`${number(count)}, ${name}`}>{number(count)}</TextLink>;
}

/** Counts in words, each leading to its measures; what there is none of is left out. @param part what all of them have in common */
export function StatusLinks({ counts, part, addressOf }: { counts: TallyFragment['counts']; part: Partial<StandingFilterState>; addressOf: AddressOf }) {
  const t = useText();
  const { number } = useLanguage();
  return counts.filter(({ count }) => count > 0).map(({ status, count }, index) => (
    <Fragment key={status ?? NONE}>{index > 0 ? ' · ' : null}<TextLink href={addressOf({ ...part, status: status ?? NONE })}>{t('concept.standing.count', { status: statusWord(t, status), count: number(count) })}</TextLink></Fragment>
  ));
}
