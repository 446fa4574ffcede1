import { useQuery } from '@apollo/client/react';
import { SectionShortVersionDocument } from '@konzeptwerkstatt/web-data';
import { LinkButton, Notice, useText } from '@konzeptwerkstatt/web-ui';
import { sharingPath } from '../places.js';

/** Tells those who write short versions that a text has outgrown its own. Loaded by itself: the text opens without waiting for it. */
export function ShortVersionNotice({ editionUuid, sectionUuid }: { editionUuid: string; sectionUuid: string }) {
  const t = useText();
  const { data } = useQuery(SectionShortVersionDocument, { variables: { uuid: sectionUuid }, fetchPolicy: 'cache-and-network' });
  if (data?.section?.hasOutgrownShortVersion !== true) return null;
  return <Notice tone="warning" title={t('concept.short-version.outgrown')} actions={<LinkButton size="small" href={sharingPath(editionUuid)}>{t('concept.short-version.link')}</LinkButton>}>{t('concept.short-version.outgrown-text')}</Notice>;
}
