import { useQuery } from '@apollo/client/react';
import { EditionEmptyHeadingsDocument } from '@konzeptwerkstatt/web-data';
import { TextLink, useText } from '@konzeptwerkstatt/web-ui';
import { sectionPath } from '../places.js';

/** So many are named one by one. */
const NAMED = 10;

/** Headings below which nothing stands, each with the way to it; in a window of its own, so that the resolution that is typed stays. Nothing where there are none. */
export function EmptyHeadings({ editionUuid }: { editionUuid: string }) {
  const t = useText();
  const { data } = useQuery(EditionEmptyHeadingsDocument, { variables: { uuid: editionUuid }, fetchPolicy: 'network-only' });
  const headings = data?.edition?.emptyHeadings ?? [];
  if (headings.length === 0) return null;
  return (
    <>
      <h3 className="kern-title kern-title--small">{t('concept.adoption.empty-headings')}</h3>
      <p>{t('concept.adoption.empty-headings-text')}</p>
      <ul>
        {headings.slice(0, NAMED).map(({ blockId, title, section }) => (
          <li key={blockId}>
            <TextLink href={sectionPath(editionUuid, section.uuid, blockId)} target="_blank"><bdi>{title}</bdi><span className="kw-visually-hidden"> {t('concept.adoption.new-window')}</span></TextLink>
            <span className="kw-muted"> <bdi>{section.title}</bdi></span>
          </li>
        ))}
      </ul>
      {headings.length > NAMED ? <p>{t('concept.adoption.empty-headings-more', { count: headings.length - NAMED })}</p> : null}
    </>
  );
}
