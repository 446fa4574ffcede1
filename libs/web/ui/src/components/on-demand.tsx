import type { ComponentType } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../i18n/use-language.js';
import { showToast } from './announcer.js';

/**
 * A part of a page that is loaded when it is first asked for. Without a connection it stays away and says so; the page around it, with
 * a text that is being written, stays as it is, and the next time it is asked for again.
 */
export function onDemand<Props extends object>(load: () => Promise<{ readonly default: ComponentType<Props> }>): ComponentType<Props & { readonly onUnavailable: () => void }> {
  let loaded: ComponentType<Props> | null = null;
  return function OnDemand({ onUnavailable, ...props }) {
    const t = useText();
    const [Part, setPart] = useState(() => loaded);
    const giveUp = useRef(onUnavailable);
    giveUp.current = () => {
      showToast(t('ui.on-demand.unavailable'), 'danger');
      onUnavailable();
    };
    useEffect(() => {
      if (loaded !== null) return undefined;
      let isWanted = true;
      load().then((module) => {
        loaded = module.default;
        if (isWanted) setPart(() => module.default);
      }, () => { if (isWanted) giveUp.current(); });
      return () => { isWanted = false; };
    }, []);
    return Part ? <Part {...(props as unknown as Props)} /> : null;
  };
}
