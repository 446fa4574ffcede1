import { Icon, useText } from '@konzeptwerkstatt/web-ui';
import { useConnectionState } from '../connection.js';

/** Says when the device or the server is out of reach, and what that means for what is being typed. */
export function ConnectionBanner() {
  const t = useText();
  const state = useConnectionState();
  return (
    <div role="status" className="kw-connection" data-state={state}>
      {state === 'online' ? null : (
        <div className="kw-container kw-connection__text">
          <Icon name="offline" />
          <span>{t(`shell.connection.${state}`)}</span>
        </div>
      )}
    </div>
  );
}
