import { Select, useText } from '@konzeptwerkstatt/web-ui';

const choices = ['once', '12', '24'] as const;

interface RepeatChoiceProps {
  /** After so many months; null: once. */
  readonly months: number | null;
  readonly onChange: (months: number | null) => void;
  readonly error?: string | null;
}

/** Whether something is asked again, and how often. */
export function RepeatChoice({ months, onChange, error = null }: RepeatChoiceProps) {
  const t = useText();
  return (
    <Select label={t('participation.inquiry.repeat')} hint={t('participation.inquiry.repeat-hint')} options={choices.map((id) => ({ id, label: t(`participation.inquiry.repeat.${id}`) }))} value={months === null ? 'once' : String(months)}
      onChange={(chosen) => onChange(chosen === '12' || chosen === '24' ? Number(chosen) : null)} error={error} />
  );
}
