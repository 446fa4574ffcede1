import { takeToken } from '@konzeptwerkstatt/web-shell';
import { Notice, PageHeader, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import '../../catalogue.js';
import { Desk } from './desk.js';

/** Where the link in a mail leads: what an organisation is asked, without an account. */
export default function LinkDeskPage() {
  const t = useText();
  const [token] = useState(() => takeToken(globalThis.location, sessionStorage, (address) => history.replaceState(history.state, '', address)));
  if (token !== null) return <Desk token={token} />;
  return <><PageHeader title={t('participation.inquiry.desk')} /><Notice title={t('participation.inquiry.no-link')}>{t('participation.inquiry.no-link-text')}</Notice></>;
}
