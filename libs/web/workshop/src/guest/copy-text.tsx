import { Button, showToast, useText } from '@konzeptwerkstatt/web-ui';

/** Takes the words of a card along that cannot be sent off. */
export function CopyText({ words: { title, text } }: { words: { readonly title: string; readonly text: string } }) {
  const t = useText();
  const copy = () => {
    const tell = (isCopied: boolean) => showToast(t(isCopied ? 'workshop.unfinished.copied' : 'workshop.unfinished.not-copied'), isCopied ? 'success' : 'danger');
    navigator.clipboard.writeText([title, text].filter((part) => part !== '').join('\n\n')).then(() => tell(true), () => tell(false));
  };
  return <Button size="small" icon="document" onPress={copy}>{t('workshop.unfinished.copy')}</Button>;
}
