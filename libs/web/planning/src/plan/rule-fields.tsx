import type { RuleFactsFragment } from '@konzeptwerkstatt/web-data';
import { useIsInCounty } from '@konzeptwerkstatt/web-shell';
import { MultiPicker, useText } from '@konzeptwerkstatt/web-ui';

const roles = ['CONTRIBUTOR', 'REVIEWER', 'READER', 'EDITOR'] as const;
const kinds = ['MIGRANT_ORGANISATION', 'CIVIL_SOCIETY', 'WELFARE', 'BUSINESS', 'ACADEMIA', 'POLITICS', 'ADVISORY_COUNCIL', 'MUNICIPALITY', 'ADMINISTRATION'] as const;
const rights = ['READER', 'REVIEWER', 'CONTRIBUTOR', 'EDITOR'] as const;

type Right = (typeof rights)[number];
/** Who gets which right, as ids of choices: `role/READER`, `kind/WELFARE`. */
export type Rights = Readonly<Record<Right, readonly string[]>>;

/** The choices of a phase's rules. */
export function rightsOf(rules: readonly RuleFactsFragment[]): Rights {
  const of = (right: Right) => rules.filter(({ may }) => may === right).map(({ role, organisationKind }) => (organisationKind ? `kind/${organisationKind}` : `role/${role ?? ''}`));
  return { READER: of('READER'), REVIEWER: of('REVIEWER'), CONTRIBUTOR: of('CONTRIBUTOR'), EDITOR: of('EDITOR') };
}

/** The rules of the choices, as the server takes them. */
export function rulesOf(chosen: Rights): { role: RuleFactsFragment['role']; organisationKind: RuleFactsFragment['organisationKind']; may: Right }[] {
  return rights.flatMap((may) => chosen[may].map((id) => {
    const [kind = '', value = ''] = id.split('/');
    return { may, role: kind === 'role' ? (value as RuleFactsFragment['role']) : null, organisationKind: kind === 'kind' ? (value as RuleFactsFragment['organisationKind']) : null };
  }));
}

/** Asks for each right who has it while a phase is open. */
export function RuleFields({ chosen, onChange, error }: { chosen: Rights; onChange: (chosen: Rights) => void; error: string | null }) {
  const t = useText();
  const isInCounty = useIsInCounty();
  const hasTowns = isInCounty || rights.some((right) => chosen[right].includes('kind/MUNICIPALITY'));
  const options = [
    ...kinds.filter((kind) => kind !== 'MUNICIPALITY' || hasTowns).map((kind) => ({ id: `kind/${kind}`, label: t(`planning.rule.kind.${kind}`) })),
    ...roles.map((role) => ({ id: `role/${role}`, label: t('planning.rule.role', { role: t(`planning.role.${role}`) }) })),
  ];
  return (
    <>
      <p className="kw-muted">{t('planning.phase.rules-lead')}</p>
      {rights.map((right) => (
        <MultiPicker
          key={right}
          label={t(`planning.phase.who.${right}`)}
          optional
          options={options}
          value={[...chosen[right]]}
          error={right === 'READER' ? error : null}
          onAdd={(id) => onChange({ ...chosen, [right]: [...chosen[right], id] })}
          onRemove={(id) => onChange({ ...chosen, [right]: chosen[right].filter((other) => other !== id) })}
        />
      ))}
    </>
  );
}
