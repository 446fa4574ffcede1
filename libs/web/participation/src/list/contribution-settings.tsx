import { useQuery } from '@apollo/client/react';
import { ContributionSettingsDocument, SetContributionReleaseDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionNotice } from '@konzeptwerkstatt/web-shell';
import { Checkbox, Section, useText } from '@konzeptwerkstatt/web-ui';

/** Whether one's organisation looks at contributions first; for those who administer it. */
export function ContributionSettings() {
  const t = useText();
  const { data } = useQuery(ContributionSettingsDocument);
  const release = useAction(SetContributionReleaseDocument, 'setContributionRelease', ['ContributionSettings']);
  const viewer = data?.viewer;
  if (!viewer?.actingOrganisation.mayAdminister) return null;
  const { id: organisationId, name, releasesContributions } = viewer.actingOrganisation;
  return (
    <Section title={t('participation.settings.title')}>
      <ActionNotice action={release} context="participation" />
      <Checkbox isSelected={releasesContributions === true} isDisabled={release.isPending} onChange={(isRequired) => void release.run({ organisationId, isRequired })}>{t('participation.settings.release', { organisation: name })}</Checkbox>
    </Section>
  );
}
