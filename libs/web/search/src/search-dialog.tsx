import type { SearchKind } from '@konzeptwerkstatt/web-data';
import { RequestFailureNotice } from '@konzeptwerkstatt/web-shell';
import type { IconName } from '@konzeptwerkstatt/web-ui';
import { Dialog, EmptyState, Icon, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { Autocomplete, Input, ListBox, ListBoxItem, SearchField, Text, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import './catalogue.js';
import './search.css';
import type { SearchResult } from './result-place.js';
import { placeOfResult } from './result-place.js';
import { useSearch, type SearchState } from './use-search.js';

const icons: Record<SearchKind, IconName> = { SECTION: 'document', GOAL: 'goal', MEASURE: 'measure', ORGANISATION: 'people', INDICATOR: 'chart' };
const kinds = Object.keys(icons) as SearchKind[];

function Marked({ parts }: { parts: SearchResult['title'] }) {
  return <bdi lang="de">{parts.map(({ text, isMatch }, index) => (isMatch ? <mark key={index}>{text}</mark> : text))}</bdi>;
}

function Result({ result }: { result: SearchResult }) {
  const t = useText();
  const { kind, section, title, excerpt } = result;
  const words = title.map(({ text }) => text).join('') || t('search.result.untitled');
  const place = [t(`search.kind.${kind}`), ...(section ? [...(kind === 'SECTION' ? [] : [section.title]), section.edition.title] : [])].join(' · ');
  return (
    <ListBoxItem id={result.id} textValue={`${words}, ${place}`} href={placeOfResult(result)} className="kw-option kw-search__result">
      <Icon name={icons[kind]} />
      <span className="kw-option__text">
        <Text slot="label">{title.length > 0 ? <Marked parts={title} /> : words}</Text>
        <Text slot="description" className="kw-option__description">
          <span className="kw-search__place"><bdi>{place}</bdi></span>
          {excerpt.length > 0 ? <Marked parts={excerpt} /> : null}
        </Text>
      </span>
    </ListBoxItem>
  );
}

function Kinds({ kind, onChange }: { kind: SearchKind | null; onChange: (kind: SearchKind | null) => void }) {
  const t = useText();
  return (
    <ToggleButtonGroup aria-label={t('search.kind.label')} selectionMode="single" disallowEmptySelection className="kw-search__kinds"
      selectedKeys={[kind ?? 'ALL']} onSelectionChange={(keys) => onChange(kinds.find((each) => keys.has(each)) ?? null)}>
      <ToggleButton id="ALL" className="kw-search__kind">{t('search.kind.all')}</ToggleButton>
      {kinds.map((each) => <ToggleButton key={each} id={each} className="kw-search__kind">{t(`search.kinds.${each}`)}</ToggleButton>)}
    </ToggleButtonGroup>
  );
}

/** What is told beneath the field: how it works, that it works, how many there are. */
function Status({ search }: { search: SearchState }) {
  const t = useText();
  const { status, results, total } = search;
  const words = status === 'idle' ? t('search.hint')
    : status === 'loading' ? t('search.loading')
      : status === 'failed' || total === 0 ? ''
        : results.length < total ? t('search.first', { shown: results.length, count: total }) : t('search.count', { count: total });
  return <p role="status" className="kw-muted kw-search__status">{words}</p>;
}

/** One field for everything one may see. Arrow keys go through the results, Enter opens one. */
export default function SearchDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const [kind, setKind] = useState<SearchKind | null>(null);
  const search = useSearch(typed, kind);
  const isNone = search.status === 'done' && search.results.length === 0;
  return (
    <Dialog title={t('search.title')} isOpen onClose={onClose} size="large">
      <div className="kw-search">
        <Kinds kind={kind} onChange={setKind} />
        <Autocomplete inputValue={typed} onInputChange={setTyped}>
          <SearchField aria-label={t('search.field')} autoFocus maxLength={200} className="kw-search__field">
            <Input className="kern-form-input__input" placeholder={t('search.placeholder')} />
          </SearchField>
          <Status search={search} />
          {search.status === 'failed' ? <RequestFailureNotice error={search.error} onRetry={search.retry} /> : null}
          {isNone ? <EmptyState icon="search" title={t('search.none')}>{t('search.none-text')}</EmptyState> : null}
          <ListBox aria-label={t('search.results')} items={search.results} onAction={onClose} className="kw-search__results" data-empty={search.results.length === 0}>
            {(result) => <Result result={result} />}
          </ListBox>
        </Autocomplete>
      </div>
    </Dialog>
  );
}
