import { type ReactNode, useEffect, useRef } from "react";

/** A modal dialog of the browser's own: it keeps the focus inside, closes on Esc, and gives the focus back. */
export function Dialog({
  open,
  onClose,
  label,
  children,
  className = "",
}: {
  open: boolean;
  onClose: () => void;
  label: string;
  children: ReactNode;
  className?: string;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    if (open && !element.open) element.showModal();
    if (!open && element.open) element.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      className={`pop dialog ${className}`}
      aria-label={label}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
      // Plain keys belong to what the dialog holds; a command such as Ctrl K is heard while a dialog is still closing.
      onKeyDown={(event) => !(event.ctrlKey || event.metaKey) && event.stopPropagation()}
    >
      {open && children}
    </dialog>
  );
}
