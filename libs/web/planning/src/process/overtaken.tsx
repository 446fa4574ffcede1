import { Button, DescriptionList, Notice, useText } from '@konzeptwerkstatt/web-ui';
import type { ComponentProps } from 'react';

interface OvertakenProps {
  /** What stands there now. */
  facts: ComponentProps<typeof DescriptionList>['items'];
  /** Fills the form with it. */
  onTake: () => void;
  /** Stays with what is typed; saving then replaces it. */
  onKeep: () => void;
}

/** Shows what somebody else has saved meanwhile, beside one's own form, and lets one choose. */
export function Overtaken({ facts, onTake, onKeep }: OvertakenProps) {
  const t = useText();
  const actions = <><Button onPress={onTake}>{t('planning.stale.take')}</Button><Button onPress={onKeep}>{t('planning.stale.keep')}</Button></>;
  return (
    <Notice tone="warning" live title={t('planning.stale.title')} actions={actions}>
      <p>{t('planning.stale.text')}</p>
      <DescriptionList items={facts} />
    </Notice>
  );
}
