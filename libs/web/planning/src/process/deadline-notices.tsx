import { SetDeadlineNoticesDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionNotice } from '@konzeptwerkstatt/web-shell';
import { Checkbox, Section, showToast, useText } from '@konzeptwerkstatt/web-ui';

/** Mails before phases end, for oneself and all processes of the municipality. */
export function DeadlineNotices({ wanted }: { wanted: boolean }) {
  const t = useText();
  const action = useAction(SetDeadlineNoticesDocument, 'setDeadlineNotices', ['ProcessPage']);
  const set = async (isWanted: boolean) => {
    if (await action.run({ wanted: isWanted })) showToast(t(isWanted ? 'planning.notices.on' : 'planning.notices.off'));
  };
  return (
    <div className="kw-no-print">
      <Section title={t('planning.notices.title')}>
        <ActionNotice action={action} context="planning" />
        <Checkbox isSelected={wanted} isDisabled={action.isPending} onChange={(isWanted) => void set(isWanted)}>{t('planning.notices.wanted')}</Checkbox>
      </Section>
    </div>
  );
}
