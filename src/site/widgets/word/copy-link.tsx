/** A button that puts a link to what the figure shows on the clipboard, and says so. */
import { useState, type ReactNode } from "react";

interface Props {
  readonly figureId: string;
  /** The page's address with the figure's state in it. */
  readonly address: () => string;
}

export function CopyLink({ figureId, address }: Props): ReactNode {
  const [said, setSaid] = useState("");
  const copy = (): void => {
    const url = new URL(address());
    url.hash = figureId;
    history.replaceState(history.state, "", url);
    navigator.clipboard.writeText(url.toString()).then(
      () => setSaid("Copied."),
      () => setSaid("The clipboard is closed to this page; the link is in the address bar."),
    );
  };
  return (
    <>
      <button type="button" className="button button-small" onClick={copy}>Copy link</button>
      <span className="label" role="status">{said}</span>
    </>
  );
}
