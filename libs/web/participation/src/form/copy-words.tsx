import { Button, showToast, useText } from '@konzeptwerkstatt/web-ui';
import type { ComponentProps } from 'react';

/** Takes words along that cannot be sent off. */
export function CopyWords({ words, ...look }: { words: string } & Pick<ComponentProps<typeof Button>, 'variant' | 'size'>) {
  const t = useText();
  const copy = () => {
    const tell = (isCopied: boolean) => showToast(t(isCopied ? 'participation.kept.copied' : 'participation.kept.not-copied'), isCopied ? 'success' : 'danger');
    navigator.clipboard.writeText(words).then(() => tell(true), () => tell(false));
  };
  return <Button icon="document" onPress={copy} {...look}>{t('participation.kept.copy')}</Button>;
}
