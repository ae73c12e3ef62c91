/** The one kind of window over a board: ruled, modal, keeps the focus inside and gives it back when it goes. Open while mounted. */
import '@mantine/core/styles/ModalBase.layer.css';
import '@mantine/core/styles/Modal.layer.css';
import '@mantine/core/styles/Overlay.layer.css';
import './sheet.css';
import { Modal } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';

interface SheetProps {
  readonly title: ReactNode;
  /** Hides the title on screen, not from screen readers. */
  readonly untitled?: boolean;
  readonly onClose: () => void;
  readonly size: 'narrow' | 'normal' | 'wide';
  /** Whether a click beside it closes it; not where something may have been typed. */
  readonly closesOutside: boolean;
  readonly children: ReactNode;
}

const widths = { narrow: 420, normal: 560, wide: 880 } as const;

export function Sheet({ title, untitled = false, onClose, size, closesOutside, children }: SheetProps) {
  useFocusGivenBack();
  return (
    <Modal.Root
      opened
      onClose={onClose}
      size={widths[size]}
      closeOnClickOutside={closesOutside}
      lockScroll={false}
      returnFocus={false}
      transitionProps={{ duration: 0 }}
      classNames={{ content: 'sheet', title: 'sheet-title', body: 'sheet-body', overlay: 'sheet-veil' }}
    >
      <Modal.Overlay transitionProps={{ duration: 0 }} />
      <Modal.Content ref={focusFirst}>
        {/* Mantine's own header is a <header>, which screen readers would take for the window's banner. */}
        <div className={untitled ? 'sheet-head bare' : 'sheet-head'}>
          <Modal.Title>
            <span className={untitled ? 'sr' : undefined}>{title}</span>
          </Modal.Title>
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

/** At once when it appears: Mantine moves the focus later, and letters typed until then would be lost. */
function focusFirst(content: HTMLElement | null) {
  content?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
}

function useFocusGivenBack() {
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
}
