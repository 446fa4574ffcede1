import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useText } from '../i18n/use-language.js';
import { Button } from './button.js';

export interface DialogProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** Buttons at the foot, the main one last. */
  footer?: ReactNode;
  size?: 'default' | 'large';
  /** `alertdialog` for questions that must be answered; it does not close by a click beside it. */
  role?: 'dialog' | 'alertdialog';
}

/** A modal dialog: keeps the focus inside, closes with Escape, gives the focus back. */
export function Dialog({ title, isOpen, onClose, children, footer, size = 'default', role = 'dialog' }: DialogProps) {
  const t = useText();
  return (
    <ModalOverlay className="kw-overlay" isOpen={isOpen} onOpenChange={(open) => (open ? undefined : onClose())} isDismissable={role === 'dialog'}>
      <Modal className={`kw-modal kw-modal--${size}`}>
        <AriaDialog role={role} className="kw-dialog">
          <header className="kw-dialog__header">
            <Heading slot="title" className="kern-heading-medium">{title}</Heading>
            <Button variant="tertiary" size="small" icon="close" iconOnly onPress={onClose}>{t('ui.dialog.close')}</Button>
          </header>
          <div className="kw-dialog__body">{children}</div>
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
