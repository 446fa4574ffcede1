import { Button, DescriptionList, Notice, useText } from '@konzeptwerkstatt/web-ui';
import type { ComponentProps } from 'react';

interface OvertakenProps {
  /** What stands there now. */
  facts: ComponentProps<typeof DescriptionList>['items'];
  /** Fills the form with it. */
  onTake: () => void;
  /** Stays with what is typed; saving then replaces it. */
  onKeep: () => void;
  /** Puts both texts below each other, where that makes sense; saving then keeps both. */
  onBoth?: () => void;
}

/** Shows what somebody else has saved meanwhile, beside one's own form, and lets one choose. */
export function Overtaken({ facts, onTake, onKeep, onBoth }: OvertakenProps) {
  const t = useText();
  const actions = <>{onBoth ? <Button variant="primary" onPress={onBoth}>{t('shell.stale.both')}</Button> : null}<Button onPress={onTake}>{t('shell.stale.take')}</Button><Button onPress={onKeep}>{t('shell.stale.keep')}</Button></>;
  return (
    <Notice tone="warning" live title={t('shell.stale.title')} actions={actions}>
      <p>{t('shell.stale.text')}</p>
      <DescriptionList items={facts} />
    </Notice>
  );
}
