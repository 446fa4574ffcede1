import type { RuleFactsFragment } from '@konzeptwerkstatt/web-data';
import { useText } from '@konzeptwerkstatt/web-ui';

/** Who may do what while a phase is open, in plain words: one line for each thing that may be done. */
export function Rules({ rules }: { rules: readonly RuleFactsFragment[] }) {
  const t = useText();
  if (rules.length === 0) return null;
  const lines = Map.groupBy(rules, ({ may }) => may);
  const who = ({ role, organisationKind }: RuleFactsFragment): string => (organisationKind ? t(`planning.rule.kind.${organisationKind}`) : t('planning.rule.role', { role: t(`planning.role.${role ?? 'READER'}`) }));
  return (
    <ul className="kw-bullets">
      {[...lines].map(([may, group]) => <li key={may}>{t(`planning.rule.may.${may}`, { who: group.map(who).join(', ') })}</li>)}
    </ul>
  );
}
