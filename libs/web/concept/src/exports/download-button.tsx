import type { ExportForm } from '@konzeptwerkstatt/web-data';
import { useShellSession } from '@konzeptwerkstatt/web-shell';
import type { Option } from '@konzeptwerkstatt/web-ui';
import { Button, onDemand, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';

const DownloadDialog = onDemand(async () => ({ default: (await import('./download-dialog.js')).DownloadDialog }));

interface DownloadButtonProps {
  readonly editionId: string;
  readonly sections: readonly Option[];
  readonly sectionId?: string;
  readonly initialForm?: ExportForm;
}

/** Opens the dialog in which a concept is taken along; for who is signed in, because a file is made for somebody. */
export function DownloadButton(props: DownloadButtonProps) {
  const t = useText();
  const [isOpen, setIsOpen] = useState(false);
  if (useShellSession().status !== 'signed-in') return null;
  return (
    <>
      <Button size="small" icon="download" onPress={() => setIsOpen(true)}>{t('concept.download.title')}</Button>
      {isOpen ? <DownloadDialog {...props} onClose={() => setIsOpen(false)} onUnavailable={() => setIsOpen(false)} /> : null}
    </>
  );
}
