import { StatusTag, useText } from '@konzeptwerkstatt/web-ui';
import type { IconName, Tone } from '@konzeptwerkstatt/web-ui';
import type { EntryState } from './simple-section.context.js';

/** How far everything that was typed has come; `offline`: nothing is open, but the server does not answer. */
export type SimpleState = EntryState | 'offline';

const looks: Readonly<Record<SimpleState, { tone: Tone; icon: IconName }>> = {
  clean: { tone: 'success', icon: 'success' },
  saving: { tone: 'info', icon: 'retry' },
  unsaved: { tone: 'warning', icon: 'alert' },
  unkept: { tone: 'danger', icon: 'danger' },
  offline: { tone: 'warning', icon: 'offline' },
};

/** The worst of all entries decides. */
export function stateOfAll(entries: Iterable<EntryState>, isReachable: boolean): SimpleState {
  const all = new Set(entries);
  const worst = (['unkept', 'saving', 'unsaved'] as const).find((state) => all.has(state));
  return worst ?? (isReachable ? 'clean' : 'offline');
}

/** The state of one entry beside its buttons; nothing while there is nothing to say. */
export function EntryStatus({ state }: { readonly state: EntryState }) {
  const t = useText();
  if (state === 'clean') return null;
  return <StatusTag tone={looks[state].tone} icon={looks[state].icon}>{t(`concept.simple.state.${state}`)}</StatusTag>;
}

/** The state of saving of the whole section in words, always visible. */
export function SimpleStatus({ state }: { readonly state: SimpleState }) {
  const t = useText();
  return (
    <span className="kw-save-status" data-state={state} role="status" aria-live={state === 'unkept' || state === 'offline' ? 'polite' : 'off'}>
      <StatusTag tone={looks[state].tone} icon={looks[state].icon}>{t(`concept.simple.state.${state}`)}</StatusTag>
    </span>
  );
}
