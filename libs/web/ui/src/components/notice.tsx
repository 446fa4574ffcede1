import type { ReactNode } from 'react';
import type { IconName } from './icon.js';
import { Icon } from './icon.js';

export type Tone = 'info' | 'success' | 'warning' | 'danger';

export const toneIcons: Record<Tone, IconName> = { info: 'info', success: 'success', warning: 'alert', danger: 'danger' };

export interface NoticeProps {
  tone?: Tone;
  title: string;
  children?: ReactNode;
  /** Buttons below the text. */
  actions?: ReactNode;
  /** `true` for a notice that appears after something happened: announced at once for warnings and dangers, politely otherwise. */
  live?: boolean;
}

/** A message in the page, in KERN's alert look: icon and title say the tone, never colour alone. */
export function Notice({ tone = 'info', title, children, actions, live }: NoticeProps) {
  const role = live ? (tone === 'danger' || tone === 'warning' ? 'alert' : 'status') : undefined;
  return (
    <div className={`kern-alert kern-alert--${tone} kw-notice kw-tone--${tone}`} role={role}>
      <div className="kern-alert__header">
        <Icon name={toneIcons[tone]} className="kw-tone-icon" />
        <span className="kern-title kern-title--small">{title}</span>
      </div>
      {children || actions ? (
        <div className="kern-alert__body">
          {children ? <div className="kw-prose">{children}</div> : null}
          {actions ? <div className="kw-button-group">{actions}</div> : null}
        </div>
      ) : null}
    </div>
  );
}
