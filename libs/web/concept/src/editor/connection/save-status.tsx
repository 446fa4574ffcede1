import { StatusTag, useText } from '@konzeptwerkstatt/web-ui';
import type { IconName, Tone } from '@konzeptwerkstatt/web-ui';
import type { SaveState } from './save-state.js';

const looks: Readonly<Record<SaveState, { tone: Tone | 'neutral'; icon: IconName }>> = {
  loading: { tone: 'neutral', icon: 'history' },
  unreachable: { tone: 'danger', icon: 'danger' },
  reading: { tone: 'neutral', icon: 'document' },
  'reading-offline': { tone: 'warning', icon: 'offline' },
  saved: { tone: 'success', icon: 'success' },
  saving: { tone: 'info', icon: 'retry' },
  stuck: { tone: 'warning', icon: 'alert' },
  offline: { tone: 'warning', icon: 'offline' },
  'offline-unkept': { tone: 'danger', icon: 'offline' },
  'signed-out': { tone: 'danger', icon: 'danger' },
  forbidden: { tone: 'danger', icon: 'danger' },
  adopted: { tone: 'info', icon: 'document' },
  missing: { tone: 'danger', icon: 'danger' },
  outdated: { tone: 'danger', icon: 'danger' },
  'too-large': { tone: 'danger', icon: 'danger' },
  'too-fast': { tone: 'danger', icon: 'danger' },
  'too-many-windows': { tone: 'danger', icon: 'danger' },
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
