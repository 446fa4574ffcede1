import { useText } from '@konzeptwerkstatt/web-ui';
import type { Request } from '../inquiry-words.js';

/** Says beside the button who reads what is handed in, and where it stands afterwards. */
export function WhoReadsIt({ request }: { request: Request }) {
  const t = useText();
  return (
    <div className="kw-who-sees">
      <h2 className="kern-heading-small">{t('participation.sees.title')}</h2>
      <ul>
        {request.needsRelease ? <li>{t('participation.reads.release', { organisation: request.organisationName })}</li> : null}
        <li>{t('participation.reads.office', { organisation: request.organisationName })}</li>
        <li>{t(`participation.reads.${request.kind}`)}</li>
      </ul>
    </div>
  );
}
