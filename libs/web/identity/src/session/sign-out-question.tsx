import { ConfirmDialog, useText } from '@konzeptwerkstatt/web-ui';

export interface SignOutQuestionProps {
  readonly isPending: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Asks before signing out throws away what has not reached the server. */
export default function SignOutQuestion({ isPending, onConfirm, onCancel }: SignOutQuestionProps) {
  const t = useText();
  return (
    <ConfirmDialog title={t('shell.sign-out.title')} isOpen isDangerous isPending={isPending} confirmLabel={t('shell.sign-out.confirm')} onConfirm={onConfirm} onCancel={onCancel}>
      <p>{t('shell.sign-out.text')}</p>
    </ConfirmDialog>
  );
}
