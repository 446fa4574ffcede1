import type { Tone } from '@konzeptwerkstatt/web-ui';

const tones: Readonly<Record<string, Tone>> = { running: 'info', done: 'success', continued: 'success', paused: 'warning', dropped: 'danger' };

/** Tone of a measure's status; the word always stands beside it. */
export function statusTone(status: string): Tone | 'neutral' {
  return tones[status.toLowerCase()] ?? 'neutral';
}
