import { Button, EmptyState, useText } from '@konzeptwerkstatt/web-ui';
import { useSearchParams } from 'react-router';
import { ComparedText } from './compared-text.js';
import type { ComparedBlock } from './compared-values.js';

/** So many blocks are fetched by themselves; texts are shorter. */
export const shownLimit = 2000;

/** What one picks on a page that compares, kept in its address. */
export function useComparisonChoice() {
  const [params, setParams] = useSearchParams();
  const set = (name: string, value: string | null) => setParams((before) => {
    const after = new URLSearchParams(before);
    if (value === null) after.delete(name);
    else after.set(name, value);
    return after;
  }, { replace: true });
  return {
    otherUuid: params.get('mit'), setOther: (uuid: string | null) => set('mit', uuid),
    changedOnly: params.get('ansicht') !== 'alles', setChangedOnly: (only: boolean) => set('ansicht', only ? null : 'alles'),
  };
}

interface Compared {
  readonly addedCount: number;
  readonly removedCount: number;
  readonly changedCount: number;
  readonly blocks: { readonly edges: readonly { readonly node: ComparedBlock }[]; readonly pageInfo: { readonly hasNextPage: boolean } };
}

interface DifferenceProps {
  readonly comparison: Compared;
  /** In which the texts are written (BCP 47). */
  readonly language: string;
  readonly changedOnly: boolean;
  readonly isFetching: boolean;
  readonly onMore: () => void;
}

/** How much is different between two texts, and what. */
export function Difference({ comparison, language, changedOnly, isFetching, onMore }: DifferenceProps) {
  const t = useText();
  const { addedCount, removedCount, changedCount, blocks } = comparison;
  const isSame = addedCount + removedCount + changedCount === 0;
  return (
    <>
      <h2 className="kw-visually-hidden">{t('concept.version.differences')}</h2>
      <p role="status" className="kw-compared__summary">{isSame ? t('concept.version.no-difference') : t('concept.version.difference', { added: addedCount, removed: removedCount, changed: changedCount })}</p>
      {isSame && changedOnly ? <EmptyState title={t('concept.version.no-difference')} icon="success">{t('concept.version.no-difference-text')}</EmptyState> : null}
      {blocks.edges.length > 0 ? <ComparedText blocks={blocks.edges.map(({ node }) => node)} label={t('concept.version.differences')} language={language} /> : null}
      {blocks.pageInfo.hasNextPage && blocks.edges.length >= shownLimit ? <div><Button isPending={isFetching} onPress={onMore}>{t('concept.version.more-text')}</Button></div> : null}
    </>
  );
}
