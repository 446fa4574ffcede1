import type { MunicipalityKind, UserProblem } from '@konzeptwerkstatt/web-data';
import { problemText } from '@konzeptwerkstatt/web-shell';
import { Select, TextField, useText } from '@konzeptwerkstatt/web-ui';

/** What a municipality is, as it is typed. */
export interface FactsDraft {
  readonly name: string;
  readonly ags: string;
  readonly kind: MunicipalityKind;
  readonly countyId: string | null;
}

export const emptyFacts: FactsDraft = { name: '', ags: '', kind: 'INDEPENDENT_CITY', countyId: null };
export const factsFields = ['name', 'municipalityName', 'ags', 'kind', 'countyId'] as const;
const noCounty = 'none';
const kinds: readonly MunicipalityKind[] = ['INDEPENDENT_CITY', 'COUNTY_MEMBER', 'COUNTY', 'CITY_STATE'];

interface Props {
  draft: FactsDraft;
  onChange: (draft: FactsDraft) => void;
  problems: readonly UserProblem[];
  /** Counties of this installation; a member can belong to one of them. */
  counties?: readonly { readonly id: string; readonly name: string }[];
}

/** Name, official key and kind of a municipality, and its county where that is here too. */
export function FactsFields({ draft, onChange, problems, counties = [] }: Props) {
  const t = useText();
  const error = (...fields: string[]): string | null => {
    const problem = problems.find(({ path }) => fields.includes(path[0] ?? ''));
    return problem ? problemText(problem, 'municipality', t) : null;
  };
  return (
    <>
      <TextField name="municipality" autoComplete="off" label={t('municipality.facts.name')} hint={t('municipality.facts.name-hint')} value={draft.name} onChange={(name) => onChange({ ...draft, name })} isRequired error={error('name', 'municipalityName')} />
      <TextField name="ags" autoComplete="off" inputMode="numeric" label={t('municipality.facts.ags')} hint={t('municipality.facts.ags-hint')} value={draft.ags} onChange={(ags) => onChange({ ...draft, ags })} isRequired error={error('ags')} />
      <Select label={t('municipality.facts.kind')} options={kinds.map((id) => ({ id, label: t(`municipality.kind.${id}`) }))} value={draft.kind} onChange={(kind) => onChange({ ...draft, kind: kind ?? draft.kind, countyId: kind === 'COUNTY_MEMBER' ? draft.countyId : null })} error={error('kind')} />
      {draft.kind === 'COUNTY_MEMBER' && counties.length > 0 ? (
        <Select label={t('municipality.facts.county')} hint={t('municipality.facts.county-hint')} optional 
          options={[{ id: noCounty, label: t('municipality.facts.no-county') }, ...counties.map(({ id, name }) => ({ id, label: name }))]}
          value={draft.countyId ?? noCounty} onChange={(countyId) => onChange({ ...draft, countyId: countyId === noCounty ? null : countyId })} error={error('countyId')} />
      ) : null}
    </>
  );
}
