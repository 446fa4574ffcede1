import { useQuery } from '@apollo/client/react';
import type { ProviderRole } from '@konzeptwerkstatt/web-data';
import { OrganisationDirectoryDocument, useAllPages } from '@konzeptwerkstatt/web-data';
import { Button, ComboBox, Notice, Select, TextField, useText } from '@konzeptwerkstatt/web-ui';

/** What a group gives, as it is typed. */
export interface RuleDraft {
  readonly group: string;
  readonly organisationId: string | null;
  readonly role: ProviderRole;
}

const roles: readonly ProviderRole[] = ['MEMBER', 'ORGANISATION_ADMINISTRATOR', 'MUNICIPALITY_ADMINISTRATOR'];
const newRule: RuleDraft = { group: '', organisationId: null, role: 'MEMBER' };

interface Props {
  readonly rules: readonly RuleDraft[];
  readonly onChange: (rules: RuleDraft[]) => void;
  readonly error: string | null;
}

/** Which group belongs to which organisation, and what it may do there. */
export function SignInRules({ rules, onChange, error }: Props) {
  const t = useText();
  const { data, fetchMore } = useQuery(OrganisationDirectoryDocument);
  useAllPages(data?.organisations.pageInfo, (after) => fetchMore({ variables: { after } }));
  const organisations = data?.organisations.edges.map(({ node }) => ({ id: node.id, label: node.name })) ?? [];
  const set = (index: number, change: Partial<RuleDraft>) => onChange(rules.map((rule, at) => (at === index ? { ...rule, ...change } : rule)));
  return (
    <fieldset className="kw-fieldset">
      <legend className="kern-label">{t('municipality.sign-in.rules')}</legend>
      <p className="kw-muted">{t('municipality.sign-in.rules-hint')}</p>
      {error ? <Notice tone="danger" live title={error} /> : null}
      <ol className="kw-plain-list">
        {rules.map((rule, index) => (
          <li key={index}>
            <div className="kw-rule" role="group" aria-label={t('municipality.sign-in.rule', { number: index + 1 })}>
              <TextField label={t('municipality.sign-in.group')} hint={t('municipality.sign-in.group-hint')} value={rule.group} onChange={(group) => set(index, { group })} />
              <ComboBox label={t('municipality.sign-in.organisation')} options={organisations} value={rule.organisationId} onChange={(organisationId) => set(index, { organisationId })} />
              <Select label={t('municipality.sign-in.role')} options={roles.map((id) => ({ id, label: t(`municipality.provider-role.${id}`) }))} value={rule.role} onChange={(role) => set(index, { role: role ?? rule.role })} />
              <Button size="small" icon="close" onPress={() => onChange(rules.filter((_, at) => at !== index))}>{t('municipality.sign-in.rule-remove')}<span className="kw-visually-hidden">: {index + 1}</span></Button>
            </div>
          </li>
        ))}
      </ol>
      <div><Button size="small" icon="add" onPress={() => onChange([...rules, newRule])}>{t('municipality.sign-in.rule-add')}</Button></div>
    </fieldset>
  );
}
