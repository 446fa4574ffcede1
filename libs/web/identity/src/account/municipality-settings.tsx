import { SetAuthorshipDetailDocument, useAction } from '@konzeptwerkstatt/web-data';
import { RequestFailureNotice } from '@konzeptwerkstatt/web-shell';
import { Checkbox, Section, showToast, useText } from '@konzeptwerkstatt/web-ui';

/** What an administrator sets for everybody in her municipality. */
export function MunicipalitySettings({ municipality }: { municipality: { readonly name: string; readonly showsAuthorshipDetail: boolean } }) {
  const t = useText();
  const action = useAction(SetAuthorshipDetailDocument, 'setAuthorshipDetail');
  const set = async (shown: boolean) => {
    if (await action.run({ shown })) showToast(t('identity.municipality.saved'));
  };
  return (
    <Section title={t('identity.municipality.title')} description={t('identity.municipality.hint', { municipality: municipality.name })}>
      {action.failure ? <RequestFailureNotice error={action.failure} onRetry={() => void set(!municipality.showsAuthorshipDetail)} /> : null}
      <Checkbox isSelected={municipality.showsAuthorshipDetail} isDisabled={action.isPending} onChange={(shown) => void set(shown)}>{t('identity.municipality.label')}</Checkbox>
      <p className="kw-muted">{t('identity.municipality.note')}</p>
    </Section>
  );
}
