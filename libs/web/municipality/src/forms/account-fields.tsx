import type { UserProblem } from '@konzeptwerkstatt/web-data';
import { problemText } from '@konzeptwerkstatt/web-shell';
import { TextField, useText } from '@konzeptwerkstatt/web-ui';

/** A new account as it is typed. */
export interface AccountDraft {
  readonly displayName: string;
  readonly email: string;
  readonly password: string;
  readonly passwordConfirmation: string;
}

export const emptyAccount: AccountDraft = { displayName: '', email: '', password: '', passwordConfirmation: '' };
export const accountFields = ['displayName', 'email', 'password', 'passwordConfirmation'] as const;

interface Props {
  draft: AccountDraft;
  onChange: (draft: AccountDraft) => void;
  problems: readonly UserProblem[];
}

/** Name, mail address and password of a new account. */
export function AccountFields({ draft, onChange, problems }: Props) {
  const t = useText();
  const error = (field: string): string | null => {
    const problem = problems.find(({ path }) => path.at(-1) === field);
    return problem ? problemText(problem, 'municipality', t) : null;
  };
  const set = (field: keyof AccountDraft) => (value: string) => onChange({ ...draft, [field]: value });
  return (
    <>
      <TextField name="name" autoComplete="name" label={t('municipality.account.name')} hint={t('municipality.account.name-hint')} value={draft.displayName} onChange={set('displayName')} isRequired error={error('displayName')} />
      <TextField name="email" type="email" autoComplete="username" label={t('municipality.account.email')} value={draft.email} onChange={set('email')} isRequired error={error('email')} />
      <TextField name="new-password" type="password" autoComplete="new-password" label={t('municipality.account.password')} hint={t('municipality.account.password-hint')} value={draft.password} onChange={set('password')} isRequired error={error('password')} />
      <TextField name="repeat-password" type="password" autoComplete="new-password" label={t('municipality.account.repeat')} value={draft.passwordConfirmation} onChange={set('passwordConfirmation')} isRequired error={error('passwordConfirmation')} />
    </>
  );
}
