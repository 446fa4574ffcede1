import { Button, useText } from '@konzeptwerkstatt/web-ui';

/** When even the frame failed: one sentence and one button. */
export function LastResort() {
  const t = useText();
  return (
    <main className="kw-last-resort">
      <h1 className="kern-heading-large">{t('shell.failure.title')}</h1>
      <p className="kw-lead">{t('shell.failure.text')}</p>
      <Button variant="primary" icon="retry" onPress={() => globalThis.location.reload()}>{t('shell.failure.reload')}</Button>
    </main>
  );
}
