import type { EditionEmptyHeadingsQuery } from '@konzeptwerkstatt/web-data';
import { Badge, useText } from '@konzeptwerkstatt/web-ui';
import { Link } from 'react-router';
import { sectionPath } from '../places.js';

type Heading = NonNullable<EditionEmptyHeadingsQuery['edition']>['emptyHeadings'][number];

/** Headings below which nothing stands, each with the way to it. */
export function HeadingGaps({ editionUuid, headings }: { editionUuid: string; headings: readonly Heading[] }) {
  const t = useText();
  return (
    <div className="kw-gap-groups">
      <section className="kw-gap-group">
        <h2 className="kern-heading-small">{t('concept.adoption.empty-headings')} <Badge count={headings.length} label={t('concept.gap.count', { count: headings.length })} /></h2>
        <p className="kw-muted">{t('concept.gap.empty-headings-help')}</p>
        <ul className="kw-lines">
          {headings.map(({ blockId, title, section }) => (
            <li key={blockId}>
              <bdi><Link className="kern-link" to={sectionPath(editionUuid, section.uuid, blockId)}>{title}</Link></bdi>
              <span className="kw-muted"> <bdi>{section.title}</bdi></span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
