import { useText } from '@konzeptwerkstatt/web-ui';

/** Says beside the button who will see what is sent, before it is sent. */
export function WhoSeesIt({ organisation, isHeld }: { organisation: string | null; isHeld: boolean }) {
  const t = useText();
  return (
    <div className="kw-who-sees">
      <h2 className="kern-heading-small">{t('participation.sees.title')}</h2>
      <ul>
        {isHeld ? <li>{t('participation.sees.held', { organisation: organisation ?? '' })}</li> : null}
        <li>{t('participation.sees.participants')}</li>
        <li>{organisation ? t('participation.sees.organisation', { organisation }) : t('participation.sees.oneself')}</li>
        <li>{t('participation.sees.withdraw')}</li>
      </ul>
    </div>
  );
}
