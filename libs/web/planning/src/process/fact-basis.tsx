import { Icon, TextLink, useText } from '@konzeptwerkstatt/web-ui';

/** Host of an address as people read it; null for what is no web address and must not become a link. */
function hostOf(address: string | null): string | null {
  if (!address || !/^https?:\/\//i.test(address)) return null;
  try {
    return new URL(address).hostname.replace(/^www\./, '');
  } catch {
    return null;
  }
}

/** Says where a statement comes from when that is not the source named below the page. */
export function ExternalFact({ basis, sourceUrl }: { basis: string; sourceUrl: string | null }) {
  const t = useText();
  if (basis !== 'EXTERNAL') return null;
  const host = hostOf(sourceUrl);
  return (
    <p className="kw-fact-basis kw-muted">
      <Icon name="globe" size="small" />
      <span>
        {t('planning.fact.external')}
        {host && sourceUrl ? <>{' '}<TextLink small href={sourceUrl} target="_blank" rel="noreferrer"><bdi>{host}</bdi><span className="kw-visually-hidden"> {t('planning.fact.new-tab')}</span></TextLink></> : null}
      </span>
    </p>
  );
}
