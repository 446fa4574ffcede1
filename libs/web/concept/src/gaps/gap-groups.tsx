import type { GapEntryFragment, GapKind } from '@konzeptwerkstatt/web-data';
import { Badge, Button, useText } from '@konzeptwerkstatt/web-ui';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { placeOf } from '../places.js';

/** Kinds in the order in which they hold up a concept. */
export const gapKinds = ['MEASURE_WITHOUT_LEAD', 'GOAL_WITHOUT_MEASURE', 'MEASURE_WITHOUT_INDICATOR', 'INDICATOR_WITHOUT_DATA', 'PICTURE_WITHOUT_ALT'] as const satisfies readonly GapKind[];

const firstFew = 4;

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

/** The lines of one kind. Among other things only the first few are shown until somebody wants all; a single one more is not hidden. */
function GapLines({ kind, gaps, folded }: { kind: GapKind; gaps: readonly GapEntryFragment[]; folded: boolean }) {
  const t = useText();
  const list = useRef<HTMLUListElement>(null);
  const [isOpened, setIsOpened] = useState(false);
  const isWhole = isOpened || !folded || gaps.length <= firstFew + 1;
  // The button is gone: whoever works by keyboard goes on with what it showed.
  useEffect(() => { if (isOpened) list.current?.querySelectorAll('a')[firstFew]?.focus(); }, [isOpened]);
  return (
    <>
      <ul className="kw-lines" ref={list}>{(isWhole ? gaps : gaps.slice(0, firstFew)).map((gap) => <GapLine key={gap.id} gap={gap} />)}</ul>
      {isWhole ? null : <div><Button size="small" variant="tertiary" icon="chevron-down" onPress={() => setIsOpened(true)} aria-label={t('concept.gap.show-all-named', { count: gaps.length, kind: t(`concept.gapKind.${kind}`) })}>{t('concept.gap.show-all', { count: gaps.length })}</Button></div>}
    </>
  );
}

/**
 * Gaps by kind; each one leads to its place in the text or to its indicator.
 * @param folded begins with a few of each kind
 */
export function GapGroups({ gaps, countOf, level = 2, folded = false }: { gaps: readonly GapEntryFragment[]; countOf?: (kind: GapKind) => number; level?: 2 | 3; folded?: boolean }) {
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
            <GapLines kind={kind} gaps={members} folded={folded} />
          </section>
        );
      })}
    </div>
  );
}
