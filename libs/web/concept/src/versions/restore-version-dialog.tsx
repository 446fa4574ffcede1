import type { VersionEntryFragment } from '@konzeptwerkstatt/web-data';
import { RestoreVersionDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionNotice } from '@konzeptwerkstatt/web-shell';
import { ConfirmDialog, showToast, useText } from '@konzeptwerkstatt/web-ui';
import { versionName } from './version-name.js';

/** Says what restoring does before it does it. */
export function RestoreVersionDialog({ version, onClose, onRestored }: { version: VersionEntryFragment; onClose: () => void; onRestored: () => void }) {
  const t = useText();
  const action = useAction(RestoreVersionDocument, 'restoreVersion', ['SectionVersions']);
  const name = versionName(t, version);
  const restore = async () => {
    const payload = await action.run({ versionId: version.id });
    if (!payload) return;
    showToast(t(payload.keptVersion ? 'concept.version.restored' : 'concept.version.same-already', { name }));
    onRestored();
  };
  return (
    <ConfirmDialog isOpen isPending={action.isPending} title={t('concept.version.restore-title', { name })} confirmLabel={t('concept.version.restore')} onCancel={onClose} onConfirm={() => void restore()}>
      <ActionNotice action={action} context="concept" />
      <div className="kw-restore">
        <p>{t('concept.version.restore-effect')}</p>
        <p>{t('concept.version.restore-safe')}</p>
      </div>
    </ConfirmDialog>
  );
}
