import type { ReactNode } from 'react';
import { useText } from '../i18n/use-language.js';
import { Button } from './button.js';
import type { IconName } from './icon.js';
import { Icon } from './icon.js';
import { Notice } from './notice.js';

export interface EmptyStateProps {
  title: string;
  icon?: IconName;
  children?: ReactNode;
  /** The one button that leads on. */
  action?: ReactNode;
}

/** Says that there is nothing here, and what to do about it. */
export function EmptyState({ title, icon = 'document', children, action }: EmptyStateProps) {
  return (
    <div className="kw-empty">
      <span className="kw-empty__icon">
        <Icon name={icon} size="large" />
      </span>
      <p className="kern-title kern-title--small">{title}</p>
      {children ? <div className="kw-prose kw-muted">{children}</div> : null}
      {action}
    </div>
  );
}

/** Waiting for content: placeholder lines for the eye, one sentence for the ear. */
export function Loading({ text, lines = 3 }: { text?: string; lines?: number }) {
  const t = useText();
  return (
    <div className="kw-loading" role="status" aria-busy="true">
      <span className="kw-visually-hidden">{text ?? t('ui.loading.text')}</span>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className="kw-skeleton" aria-hidden="true" />
      ))}
    </div>
  );
}

/** A small turning mark beside a text that says what is awaited. */
export function Spinner({ text }: { text: string }) {
  return (
    <span className="kw-spinner" role="status">
      <span className="kw-spinner__mark" aria-hidden="true" />
      <span>{text}</span>
    </span>
  );
}

export interface ErrorStateProps {
  title?: string;
  children?: ReactNode;
  /** Tries again; without it only the explanation shows. */
  onRetry?: () => void;
  /** The server's request id, to be told to whoever helps. */
  reference?: string;
}

/** Says that something could not be loaded or done, and offers to try again. */
export function ErrorState({ title, children, onRetry, reference }: ErrorStateProps) {
  const t = useText();
  return (
    <Notice
      tone="danger"
      live
      title={title ?? t('ui.error.title')}
      actions={onRetry ? <Button icon="retry" onPress={onRetry}>{t('ui.error.retry')}</Button> : undefined}
    >
      <p>{children ?? t('ui.error.text')}</p>
      {reference ? <p className="kw-muted">{t('ui.error.reference', { reference })}</p> : null}
    </Notice>
  );
}
