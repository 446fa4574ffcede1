import type { BreakdownDimension, BreakdownPartInput } from '@konzeptwerkstatt/web-data';
import { Button, Select, TextField, useText } from '@konzeptwerkstatt/web-ui';

interface Props {
  parts: readonly BreakdownPartInput[];
  /** What the indicator is broken down by; others can be chosen too. */
  dimensions: readonly BreakdownDimension[];
  onChange: (parts: readonly BreakdownPartInput[]) => void;
  error: string | null;
}

/** Which part of the population a value is about: none for all of it, or one line for each respect. */
export function BreakdownFields({ parts, dimensions, onChange, error }: Props) {
  const t = useText();
  const unused = dimensions.filter((dimension) => parts.every((part) => part.dimension !== dimension));
  const replace = (index: number, change: Partial<BreakdownPartInput>) => onChange(parts.map((part, at) => (at === index ? { ...part, ...change } : part)));
  const [next] = unused;
  return (
    <div className="kw-breakdown" role="group" aria-label={t('monitoring.record.breakdown')}>
      {parts.map((part, index) => (
        <div key={part.dimension} className="kw-indicator-fields">
          <Select<BreakdownDimension> label={t('monitoring.record.dimension')} value={part.dimension} onChange={(dimension) => dimension && replace(index, { dimension })}
            options={[part.dimension, ...unused].map((id) => ({ id, label: t(`monitoring.dimension.${id}`) }))} />
          <TextField label={t('monitoring.record.part')} hint={t(`monitoring.record.part-hint.${part.dimension}`)} value={part.value} onChange={(value) => replace(index, { value })} isRequired error={error} />
          <Button size="small" icon="remove" onPress={() => onChange(parts.filter((_, at) => at !== index))}>{t('monitoring.record.remove-part', { dimension: t(`monitoring.dimension.${part.dimension}`) })}</Button>
        </div>
      ))}
      {next ? <Button size="small" icon="add" onPress={() => onChange([...parts, { dimension: next, value: '' }])}>{t(parts.length === 0 ? 'monitoring.record.only-part' : 'monitoring.record.add-part')}</Button> : null}
    </div>
  );
}
