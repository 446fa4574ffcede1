import { useQuery } from '@apollo/client/react';
import { ContributionSettingsDocument, SetContributionMailsDocument, SetContributionReleaseDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionNotice } from '@konzeptwerkstatt/web-shell';
import { Checkbox, Section, useText } from '@konzeptwerkstatt/web-ui';

/** Whether one wants mails, and whether one's organisation looks at contributions first. */
export function ContributionSettings() {
  const t = useText();
  const { data } = useQuery(ContributionSettingsDocument);
  const mails = useAction(SetContributionMailsDocument, 'setContributionMails', ['ContributionSettings']);
  const release = useAction(SetContributionReleaseDocument, 'setContributionRelease', ['ContributionSettings']);
  const viewer = data?.viewer;
  if (!viewer) return null;
  const { id: organisationId, name, releasesContributions, mayAdminister } = viewer.actingOrganisation;
  return (
    <Section title={t('participation.settings.title')}>
      <ActionNotice action={mails} context="participation" />
      <ActionNotice action={release} context="participation" />
      <Checkbox isSelected={viewer.wantsContributionMails} isDisabled={mails.isPending} onChange={(isWanted) => void mails.run({ isWanted })}>{t('participation.settings.mails')}</Checkbox>
      {mayAdminister ? <Checkbox isSelected={releasesContributions === true} isDisabled={release.isPending} onChange={(isRequired) => void release.run({ organisationId, isRequired })}>{t('participation.settings.release', { organisation: name })}</Checkbox> : null}
    </Section>
  );
}
