import type { VersionEntryFragment } from '@konzeptwerkstatt/web-data';
import type { Translate } from '@konzeptwerkstatt/web-ui';

/** What a version is called: as somebody named it, or by the restoring it was kept before. */
export function versionName(t: Translate, { kind, name, restoredVersion }: Pick<VersionEntryFragment, 'kind' | 'name' | 'restoredVersion'>): string {
  if (kind === 'NAMED') return name;
  // What was kept before a restoring was itself kept automatically when somebody takes a restoring back.
  return t(restoredVersion?.kind === 'BEFORE_RESTORE' ? 'concept.version.before-undo' : 'concept.version.before-restore', { name });
}

/** Who kept a version: the person with her organisation, as far as they are known. */
export function versionKeeper(t: Translate, { keptByName, keptByOrganisation }: Pick<VersionEntryFragment, 'keptByName' | 'keptByOrganisation'>): string {
  const organisation = keptByOrganisation?.name ?? null;
  if (keptByName && organisation) return t('concept.version.keeper', { person: keptByName, organisation });
  return keptByName ?? organisation ?? t('concept.activity.somebody');
}
