import { SetAuthorshipDetailDocument, SetMeasureStatusPublicDocument, useAction } from '@konzeptwerkstatt/web-data';
import { RequestFailureNotice } from '@konzeptwerkstatt/web-shell';
import { Checkbox, Section, showToast, useText } from '@konzeptwerkstatt/web-ui';

interface MunicipalitySettingsProps {
  readonly municipality: { readonly name: string; readonly showsAuthorshipDetail: boolean; readonly publishesMeasureStatus: boolean };
}

/** What an administrator sets for everybody in her municipality. */
export function MunicipalitySettings({ municipality: { name, showsAuthorshipDetail, publishesMeasureStatus } }: MunicipalitySettingsProps) {
  const t = useText();
  const detail = useAction(SetAuthorshipDetailDocument, 'setAuthorshipDetail');
  const status = useAction(SetMeasureStatusPublicDocument, 'setMeasureStatusPublic');
  const tell = (payload: object | null) => { if (payload) showToast(t('identity.municipality.saved')); };
  const setDetail = async (shown: boolean) => tell(await detail.run({ shown }));
  const setStatus = async (isPublic: boolean) => tell(await status.run({ isPublic }));
  return (
    <Section title={t('identity.municipality.title')} description={t('identity.municipality.hint', { municipality: name })}>
      {detail.failure ? <RequestFailureNotice error={detail.failure} onRetry={() => void setDetail(!showsAuthorshipDetail)} /> : null}
      <Checkbox isSelected={showsAuthorshipDetail} isDisabled={detail.isPending} onChange={(shown) => void setDetail(shown)}>{t('identity.municipality.label')}</Checkbox>
      <p className="kw-muted">{t('identity.municipality.note')}</p>
      {status.failure ? <RequestFailureNotice error={status.failure} onRetry={() => void setStatus(!publishesMeasureStatus)} /> : null}
      <Checkbox isSelected={publishesMeasureStatus} isDisabled={status.isPending} onChange={(isPublic) => void setStatus(isPublic)}>{t('identity.municipality.status-label')}</Checkbox>
      <p className="kw-muted">{t('identity.municipality.status-note')}</p>
    </Section>
  );
}
