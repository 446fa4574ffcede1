import type { ReactNode } from 'react';
import type { IconName } from './icon.js';
import { Icon } from './icon.js';
import type { Tone } from './notice.js';
import { toneIcons } from './notice.js';

export interface StatusTagProps {
  tone?: Tone | 'neutral';
  /** Defaults to the tone's icon, so that the state never rests on colour; `null` for neutral kinds that are no state. */
  icon?: IconName | null;
  children: ReactNode;
}

/** A short state ("läuft", "offen") in words, with icon and colour in support. */
export function StatusTag({ tone = 'neutral', icon, children }: StatusTagProps) {
  const shown = icon === undefined ? (tone === 'neutral' ? null : toneIcons[tone]) : icon;
  return (
    <span className={`kw-tag kw-tag--${tone} kw-tone--${tone}`}>
      {shown ? <Icon name={shown} size="small" className="kw-tone-icon" /> : null}
      <span>{children}</span>
    </span>
  );
}

/** A count beside a label; say in `label` what is counted. */
export function Badge({ count, label }: { count: number; label: string }) {
  return (
    <span className="kw-count">
      <span aria-hidden="true">{count}</span>
      <span className="kw-visually-hidden">{label}</span>
    </span>
  );
}

export interface ProgressProps {
  label: string;
  /** Between 0 and `max`; undefined while the extent is unknown. */
  value?: number;
  max?: number;
  /** The state in words, e.g. "3 von 8 geprüft". */
  text?: string;
}

/** How far a job or a task is. */
export function Progress({ label, value, max = 100, text }: ProgressProps) {
  return (
    <label className="kw-progress">
      <span className="kw-progress__label">
        <span>{label}</span>
        {text ? <span className="kw-muted">{text}</span> : null}
      </span>
      <progress max={max} value={value} aria-valuetext={text} />
    </label>
  );
}
