import { StatusTag, useText } from '@konzeptwerkstatt/web-ui';
import type { IconName, Tone } from '@konzeptwerkstatt/web-ui';
import type { SaveState } from './save-state.js';

const looks: Readonly<Record<SaveState, { tone: Tone | 'neutral'; icon: IconName }>> = {
  loading: { tone: 'neutral', icon: 'history' },
  reading: { tone: 'neutral', icon: 'document' },
  saved: { tone: 'success', icon: 'success' },
  saving: { tone: 'info', icon: 'retry' },
  offline: { tone: 'warning', icon: 'offline' },
  'signed-out': { tone: 'danger', icon: 'danger' },
  forbidden: { tone: 'danger', icon: 'danger' },
  missing: { tone: 'danger', icon: 'danger' },
  outdated: { tone: 'danger', icon: 'danger' },
  refused: { tone: 'danger', icon: 'danger' },
};

/** The state of saving in words, always visible; told to screen readers when it matters (not at every key stroke). */
export function SaveStatus({ state }: { readonly state: SaveState }) {
  const t = useText();
  const { tone, icon } = looks[state];
  const isWorthTelling = state !== 'saving' && state !== 'saved' && state !== 'reading' && state !== 'loading';
  return (
    <span className="kw-save-status" data-state={state} role="status" aria-live={isWorthTelling ? 'polite' : 'off'}>
      <StatusTag tone={tone} icon={icon}>{t(`concept.save.${state}`)}</StatusTag>
    </span>
  );
}
