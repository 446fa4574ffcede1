import type { ReactNode } from 'react';
import { useText } from '../i18n/use-language.js';
import { TextLink } from './button.js';
import { Icon } from './icon.js';

/** Something people wrote, in the language they wrote it in: keeps its own direction and pronunciation inside an interface of another language. */
export function Original({ children, lang = 'de' }: { children: ReactNode; lang?: string }) {
  return <bdi lang={lang}>{children}</bdi>;
}

/** One step on the way to the current page; the last one has no address. */
export interface Crumb {
  label: string;
  href?: string;
}

/** The way from the start to this page. */
export function Breadcrumbs({ items }: { items: readonly Crumb[] }) {
  const t = useText();
  return (
    <nav className="kw-breadcrumbs" aria-label={t('ui.breadcrumbs.label')}>
      <ol>
        {items.map((item, index) => (
          <li key={`${item.label}-${item.href ?? ''}`}>
            {index > 0 ? <Icon name="chevron-end" size="small" /> : null}
            {item.href ? <TextLink small href={item.href}><bdi>{item.label}</bdi></TextLink> : <span aria-current="page"><bdi>{item.label}</bdi></span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}

export interface PageHeaderProps {
  title: string;
  /** A short line above the title: what kind of thing this is. */
  preline?: string;
  children?: ReactNode;
  breadcrumbs?: readonly Crumb[];
  /** Badges beside the title. */
  status?: ReactNode;
  actions?: ReactNode;
}

/** Head of a page with its only `h1`; the shell moves the focus here after a change of page. */
export function PageHeader({ title, preline, children, breadcrumbs, status, actions }: PageHeaderProps) {
  return (
    <div className="kw-page-header">
      {breadcrumbs ? <Breadcrumbs items={breadcrumbs} /> : null}
      <div className="kw-page-header__row">
        <div className="kw-page-header__text">
          {preline ? <p className="kw-preline">{preline}</p> : null}
          <h1 className="kern-heading-large" tabIndex={-1} data-page-title="">
            <bdi>{title}</bdi>
          </h1>
          {status ? <div className="kw-cluster">{status}</div> : null}
          {children ? <div className="kw-lead">{children}</div> : null}
        </div>
        {actions ? <div className="kw-button-group">{actions}</div> : null}
      </div>
    </div>
  );
}

/** A part of a page with its heading. */
export function Section({ title, description, actions, children, level = 2 }: { title: string; description?: ReactNode; actions?: ReactNode; children: ReactNode; level?: 2 | 3 }) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className="kw-section">
      <div className="kw-section__header">
        <Heading className={level === 2 ? 'kern-heading-medium' : 'kern-heading-small'}>{title}</Heading>
        {actions ? <div className="kw-button-group">{actions}</div> : null}
      </div>
      {description ? <div className="kw-muted">{description}</div> : null}
      {children}
    </section>
  );
}

export interface CardProps {
  title?: ReactNode;
  preline?: ReactNode;
  /** Makes the title a link whose target is the whole card. */
  href?: string;
  children?: ReactNode;
  footer?: ReactNode;
  level?: 2 | 3 | 4;
}

/** A self-contained piece: title, some facts, at most one link over all of it. */
export function Card({ title, preline, href, children, footer, level = 3 }: CardProps) {
  const Heading = `h${level}` as const;
  return (
    <article className={`kern-card kern-card--small kw-card${href ? ' kw-card--link' : ''}`}>
      <div className="kern-card__container">
        {title ? (
          <header className="kern-card__header">
            {preline ? <p className="kw-preline">{preline}</p> : null}
            <Heading className="kern-title kern-title--small">{href ? <TextLink href={href}>{title}</TextLink> : title}</Heading>
          </header>
        ) : null}
        {children ? <div className="kern-card__body">{children}</div> : null}
        {footer ? <div className="kw-card__footer">{footer}</div> : null}
      </div>
    </article>
  );
}

/** Cards side by side, as many as fit. */
export function CardGrid({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <div className="kw-card-grid" role={label ? 'group' : undefined} aria-label={label}>
      {children}
    </div>
  );
}

/** Terms and their values. */
export function DescriptionList({ items }: { items: readonly { term: string; value: ReactNode }[] }) {
  return (
    <dl className="kw-description-list">
      {items.map((item) => (
        <div key={item.term}>
          <dt>{item.term}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Jumps over the head of the page; the first thing the keyboard reaches. */
export function SkipLink({ target, children }: { target: string; children: ReactNode }) {
  return (
    <a className="kw-skip-link" href={`#${target}`}>
      {children}
    </a>
  );
}
