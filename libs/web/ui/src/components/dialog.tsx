import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useText } from '../i18n/use-language.js';
import { Button } from './button.js';

export interface DialogProps {
  title: string;
  /** Language of the title (BCP 47) where it is not the interface's; it runs in its own direction. */
  titleLanguage?: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** Buttons at the foot, the main one last. */
  footer?: ReactNode;
  size?: 'default' | 'large';
  /** `alertdialog` for questions that must be answered; it does not close by a click beside it. */
  role?: 'dialog' | 'alertdialog';
}

/** What the keyboard comes to. */
const focusable = 'a[href], button, input, select, textarea, [tabindex]';

/** Scrolls what does not fit. Words without anything to come to are come to themselves then, so that the keyboard scrolls them. */
function DialogBody({ title, children }: { title: string; children: ReactNode }) {
  const body = useRef<HTMLDivElement>(null);
  const [isReached, setIsReached] = useState(false);
  useEffect(() => {
    const element = body.current;
    if (!element) return undefined;
    const look = () => setIsReached(element.scrollHeight > element.clientHeight && element.querySelector(focusable) === null);
    const observer = new ResizeObserver(look);
    for (const watched of [element, ...element.children]) observer.observe(watched);
    return () => observer.disconnect();
  }, []);
  return <div ref={body} className="kw-dialog__body" {...(isReached ? { tabIndex: 0, role: 'group', 'aria-label': title } : {})}>{children}</div>;
}

/** A modal dialog: keeps the focus inside, closes with Escape, gives the focus back. */
export function Dialog({ title, titleLanguage, isOpen, onClose, children, footer, size = 'default', role = 'dialog' }: DialogProps) {
  const t = useText();
  return (
    <ModalOverlay className="kw-overlay" isOpen={isOpen} onOpenChange={(open) => (open ? undefined : onClose())} isDismissable={role === 'dialog'}>
      <Modal className={`kw-modal kw-modal--${size}`}>
        <AriaDialog role={role} className="kw-dialog">
          <header className="kw-dialog__header">
            <Heading slot="title" className="kern-heading-medium">{titleLanguage === undefined ? title : <bdi lang={titleLanguage}>{title}</bdi>}</Heading>
            <Button variant="tertiary" size="small" icon="close" iconOnly onPress={onClose}>{t('ui.dialog.close')}</Button>
          </header>
          <DialogBody title={title}>{children}</DialogBody>
          {footer ? <footer className="kw-dialog__footer">{footer}</footer> : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

export interface ConfirmDialogProps {
  title: string;
  children: ReactNode;
  isOpen: boolean;
  /** What will happen, as a verb ("Maßnahme entfernen"), never "OK". */
  confirmLabel: string;
  onConfirm: () => void;
  onCancel: () => void;
  isDangerous?: boolean;
  isPending?: boolean;
}

/** Asks before something that cannot be taken back. */
export function ConfirmDialog({ title, children, isOpen, confirmLabel, onConfirm, onCancel, isDangerous, isPending }: ConfirmDialogProps) {
  const t = useText();
  const footer = (
    <>
      <Button variant="secondary" onPress={onCancel}>{t('ui.dialog.cancel')}</Button>
      <Button variant={isDangerous ? 'danger' : 'primary'} onPress={onConfirm} isPending={isPending}>{confirmLabel}</Button>
    </>
  );
  return (
    <Dialog role="alertdialog" title={title} isOpen={isOpen} onClose={onCancel} footer={footer}>
      <div className="kw-prose">{children}</div>
    </Dialog>
  );
}
