import type { ResponseFactsFragment } from '@konzeptwerkstatt/web-data';
import type { StatusTagProps } from '@konzeptwerkstatt/web-ui';
import { StatusTag, useText } from '@konzeptwerkstatt/web-ui';

const tones: Readonly<Record<ResponseFactsFragment['verdict'], NonNullable<StatusTagProps['tone']>>> = { CONSIDERED: 'success', PARTLY: 'info', NOT: 'warning', NOTED: 'neutral', FORWARDED: 'info' };

/** What the municipality makes of it, in a word. */
export function VerdictTag({ verdict }: { verdict: ResponseFactsFragment['verdict'] }) {
  const t = useText();
  return <StatusTag tone={tones[verdict]}>{t(`participation.verdict.${verdict}`)}</StatusTag>;
}
