/** Light or dark: the system's choice until the reader makes one, which this browser then keeps. */
import { useEffect, useState, type ReactNode } from "react";

type Colour = "light" | "dark";

const storageKey = "o2p.colour";

function currentColour(): Colour {
  const chosen = document.documentElement.dataset.theme;
  if (chosen === "light" || chosen === "dark") return chosen;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

/** True if the browser keeps it. One that denies storage still shows the choice until the page is left. */
function keep(colour: Colour): boolean {
  try {
    localStorage.setItem(storageKey, colour);
    return true;
  } catch {
    return false;
  }
}

export function ColourMode(): ReactNode {
  const [colour, setColour] = useState<Colour | undefined>();
  useEffect(() => setColour(currentColour()), []);
  const other = colour === "dark" ? "light" : "dark";
  const choose = (): void => {
    document.documentElement.dataset.theme = other;
    keep(other);
    setColour(other);
  };
  return (
    <button type="button" className="header-button" onClick={choose} title={`Switch to ${other}`} aria-label={`Switch to ${other} colours`}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <rect x="1.5" y="1.5" width="13" height="13" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="M8 1.5h6.5v13H8z" fill="currentColor" />
      </svg>
    </button>
  );
}
