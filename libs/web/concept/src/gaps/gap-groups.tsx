import type { GapEntryFragment, GapKind } from '@konzeptwerkstatt/web-data';
import { Badge, useText } from '@konzeptwerkstatt/web-ui';
import { Link } from 'react-router';
import { placeOf } from '../places.js';

/** Kinds in the order in which they hold up a concept. */
export const gapKinds = ['MEASURE_WITHOUT_LEAD', 'GOAL_WITHOUT_MEASURE', 'MEASURE_WITHOUT_INDICATOR', 'INDICATOR_WITHOUT_DATA', 'PICTURE_WITHOUT_ALT'] as const satisfies readonly GapKind[];

function GapLine({ gap }: { gap: GapEntryFragment }) {
  const t = useText();
  const place = placeOf(gap);
  const title = gap.title || t(gap.kind === 'PICTURE_WITHOUT_ALT' ? 'concept.picture.one' : 'concept.object.untitled');
  return (
    <li>
      <bdi>{place ? <Link className="kern-link" to={place}>{title}</Link> : title}</bdi>
      {gap.section ? <span className="kw-muted"> <bdi>{gap.section.title}</bdi></span> : null}
    </li>
  );
}

/** Gaps by kind; each one leads to its place in the text or to its indicator. */
export function GapGroups({ gaps, countOf, level = 2 }: { gaps: readonly GapEntryFragment[]; countOf?: (kind: GapKind) => number; level?: 2 | 3 }) {
  const t = useText();
  const Heading = `h${level}` as const;
  return (
    <div className="kw-gap-groups">
      {gapKinds.map((kind) => ({ kind, members: gaps.filter((gap) => gap.kind === kind) })).filter(({ members }) => members.length > 0).map(({ kind, members }) => {
        const count = countOf?.(kind) ?? members.length;
        return (
          <section key={kind} className="kw-gap-group">
            <Heading className="kern-heading-small">{t(`concept.gapKind.${kind}`)} <Badge count={count} label={t('concept.gap.count', { count })} /></Heading>
            <p className="kw-muted">{t(`concept.gapHelp.${kind}`)}</p>
            <ul className="kw-lines">{members.map((gap) => <GapLine key={gap.id} gap={gap} />)}</ul>
          </section>
        );
      })}
    </div>
  );
}
