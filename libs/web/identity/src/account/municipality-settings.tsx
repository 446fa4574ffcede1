import { SetAuthorshipDetailDocument, SetMeasureLicenceDocument, SetMeasureStatusPublicDocument, useAction } from '@konzeptwerkstatt/web-data';
import type { OpenLicence } from '@konzeptwerkstatt/web-data';
import { RequestFailureNotice } from '@konzeptwerkstatt/web-shell';
import { Checkbox, Section, Select, showToast, useText } from '@konzeptwerkstatt/web-ui';

interface MunicipalitySettingsProps {
  readonly municipality: { readonly name: string; readonly showsAuthorshipDetail: boolean; readonly publishesMeasureStatus: boolean; readonly measureLicence: OpenLicence | null };
}

const LICENCES = ['NONE', 'DL_DE_BY_2_0', 'DL_DE_ZERO_2_0', 'CC_BY_4_0', 'CC_BY_SA_4_0', 'CC_ZERO_1_0'] as const satisfies readonly (OpenLicence | 'NONE')[];

/** What an administrator sets for everybody in her municipality. */
export function MunicipalitySettings({ municipality: { name, showsAuthorshipDetail, publishesMeasureStatus, measureLicence } }: MunicipalitySettingsProps) {
  const t = useText();
  const detail = useAction(SetAuthorshipDetailDocument, 'setAuthorshipDetail');
  const status = useAction(SetMeasureStatusPublicDocument, 'setMeasureStatusPublic');
  const licence = useAction(SetMeasureLicenceDocument, 'setMeasureLicence');
  const tell = (payload: object | null) => { if (payload) showToast(t('identity.municipality.saved')); };
  const setDetail = async (shown: boolean) => tell(await detail.run({ shown }));
  const setStatus = async (isPublic: boolean) => tell(await status.run({ isPublic }));
  const setLicence = async (chosen: OpenLicence | 'NONE') => tell(await licence.run({ licence: chosen === 'NONE' ? null : chosen }));
  return (
    <Section title={t('identity.municipality.title')} description={t('identity.municipality.hint', { municipality: name })}>
      {detail.failure ? <RequestFailureNotice error={detail.failure} onRetry={() => void setDetail(!showsAuthorshipDetail)} /> : null}
      <Checkbox isSelected={showsAuthorshipDetail} isDisabled={detail.isPending} onChange={(shown) => void setDetail(shown)}>{t('identity.municipality.label')}</Checkbox>
      <p className="kw-muted">{t('identity.municipality.note')}</p>
      {status.failure ? <RequestFailureNotice error={status.failure} onRetry={() => void setStatus(!publishesMeasureStatus)} /> : null}
      <Checkbox isSelected={publishesMeasureStatus} isDisabled={status.isPending} onChange={(isPublic) => void setStatus(isPublic)}>{t('identity.municipality.status-label')}</Checkbox>
      <p className="kw-muted">{t('identity.municipality.status-note')}</p>
      {licence.failure ? <RequestFailureNotice error={licence.failure} onRetry={() => void setLicence(measureLicence ?? 'NONE')} /> : null}
      <Select
        label={t('identity.municipality.licence-label')} hint={t('identity.municipality.licence-hint')} isDisabled={licence.isPending} value={measureLicence ?? 'NONE'}
        options={LICENCES.map((id) => ({ id, label: t(`identity.licence.${id}`) }))} onChange={(chosen) => { if (chosen !== null) void setLicence(chosen); }}
      />
    </Section>
  );
}
