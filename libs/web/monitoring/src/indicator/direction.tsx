import type { IndicatorDirection } from '@konzeptwerkstatt/web-data';
import type { IconName } from '@konzeptwerkstatt/web-ui';
import { Icon, useText } from '@konzeptwerkstatt/web-ui';

const icons: Partial<Record<IndicatorDirection, IconName>> = { UP: 'arrow-up', DOWN: 'arrow-down' };

/** Which way an indicator should go, in words. Never coloured: figures about who lives here are neither good nor bad. */
export function Direction({ direction }: { direction: IndicatorDirection }) {
  const t = useText();
  const icon = icons[direction];
  return (
    <span className="kw-cluster kw-nowrap">
      {icon ? <Icon name={icon} size="small" /> : null}
      {t(`monitoring.direction.${direction}`)}
    </span>
  );
}
