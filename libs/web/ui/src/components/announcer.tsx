import { useSyncExternalStore } from 'react';
import { useText } from '../i18n/use-language.js';
import { Icon } from './icon.js';
import type { Tone } from './notice.js';
import { toneIcons } from './notice.js';

/** A short message that stays until it is closed or its time is over. */
export interface ToastMessage {
  id: number;
  tone: Tone;
  text: string;
}

interface AnnouncerState {
  polite: string;
  toasts: readonly ToastMessage[];
}

const listeners = new Set<() => void>();
let state: AnnouncerState = { polite: '', toasts: [] };
let lastId = 0;
/** Long enough to read two sentences slowly; dangers stay until closed (WCAG 2.2.1). */
const toastMilliseconds = 10_000;

function update(next: Partial<AnnouncerState>): void {
  state = { ...state, ...next };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Says something to assistive technology without showing it or moving the focus. */
export function announce(text: string): void {
  // A repeated text is no change to a live region; the trailing space makes it one.
  update({ polite: state.polite === text ? `${text}\u00a0` : text });
}

/** Closes a toast. */
export function dismissToast(id: number): void {
  update({ toasts: state.toasts.filter((toast) => toast.id !== id) });
}

/** Shows and announces a short message at the edge of the page. For messages that belong to a field or a place use those instead. */
export function showToast(text: string, tone: Tone = 'success'): number {
  lastId += 1;
  const id = lastId;
  update({ toasts: [...state.toasts, { id, tone, text }].slice(-4) });
  if (tone !== 'danger') setTimeout(() => dismissToast(id), toastMilliseconds);
  return id;
}

/** The live region and the toasts; once in the shell. */
export function Announcer() {
  const t = useText();
  const { polite, toasts } = useSyncExternalStore(subscribe, () => state);
  return (
    <>
      <div className="kw-visually-hidden" aria-live="polite" aria-atomic="true" data-announcer="">
        {polite}
      </div>
      <section className="kw-toasts" aria-label={t('ui.toast.region')} aria-live="polite" aria-relevant="additions">
        {toasts.map((toast) => (
          <div key={toast.id} className={`kw-toast kw-tone--${toast.tone}`}>
            <Icon name={toneIcons[toast.tone]} className="kw-tone-icon" />
            <span>{toast.text}</span>
            <button type="button" className="kw-toast__close" onClick={() => dismissToast(toast.id)} aria-label={t('ui.toast.close')}>
              <Icon name="close" size="small" />
            </button>
          </div>
        ))}
      </section>
    </>
  );
}
