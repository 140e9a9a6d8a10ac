/** The search button of the header, and what it opens. `/` and Ctrl-K open it from anywhere. */
import { useEffect, useRef, useState, type ReactNode } from "react";
import { SearchBox } from "./search-box";

const typesIntoIt = "input, textarea, select, [contenteditable='true']";

export function SearchDialog(): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);

  const show = (): void => {
    dialog.current?.showModal();
    setOpen(true);
  };
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const typing = event.target instanceof Element && event.target.closest(typesIntoIt) !== null;
      const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey;
      const controlK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
      if (!slash && !controlK) return;
      event.preventDefault();
      if (!dialog.current?.open) show();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);

  return (
    <>
      <button type="button" className="header-button" onClick={show} aria-haspopup="dialog">
        Search <kbd className="header-key">/</kbd>
      </button>
      <dialog
        ref={dialog} className="search-dialog" aria-label="Search the course" onClose={() => setOpen(false)}
        onClick={(event) => event.target === dialog.current && dialog.current.close()}
      >
        {open && <SearchBox limit={12} autoFocus onGo={() => dialog.current?.close()} />}
      </dialog>
    </>
  );
}
