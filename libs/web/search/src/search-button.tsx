import { Button, onDemand, useText } from '@konzeptwerkstatt/web-ui';
import { useEffect, useState } from 'react';

const SearchDialog = onDemand(() => import('./search-dialog.js'));

/** Opens the search: by the button in the frame, or with Ctrl+K (on a Mac ⌘K) from everywhere. */
export function SearchButton() {
  const t = useText();
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      setIsOpen(true);
    };
    document.addEventListener('keydown', open);
    return () => document.removeEventListener('keydown', open);
  }, []);
  return (
    <>
      <Button variant="tertiary" size="small" icon="search" onPress={() => setIsOpen(true)}>{t('shell.search.open')}</Button>
      {isOpen ? <SearchDialog onClose={() => setIsOpen(false)} onUnavailable={() => setIsOpen(false)} /> : null}
    </>
  );
}
