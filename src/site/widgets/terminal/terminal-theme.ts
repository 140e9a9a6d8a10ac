/** The terminal's colours, from the page's own, in whichever scheme the page is. */
import type { ITheme } from "@xterm/xterm";

/** The sixteen colours of ANSI terminals, eight and eight brighter ones, by the site's. */
const names = {
  background: "--raised", foreground: "--ink", cursor: "--ink", cursorAccent: "--raised", selectionBackground: "--mark", selectionInactiveBackground: "--mark",
  black: "--ink", red: "--el1", green: "--condition", yellow: "--link", blue: "--register", magenta: "--opcode", cyan: "--el0", white: "--ink-soft",
  brightBlack: "--ink-soft", brightRed: "--level3", brightGreen: "--network", brightYellow: "--offset", brightBlue: "--transport", brightMagenta: "--application",
  brightCyan: "--el0", brightWhite: "--ink",
} as const satisfies ITheme;

/** As the browser computes them inside `element`: a custom property may be light-dark(), which only a used colour resolves. */
export function themeOf(element: HTMLElement): ITheme {
  const probe = document.createElement("span");
  element.append(probe);
  const colourOf = (name: string): string => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
  const theme = Object.fromEntries(Object.entries(names).map(([role, name]) => [role, colourOf(name)]));
  probe.remove();
  return theme;
}

/** Tells of a change of the scheme, by the reader or by the system; returns what ends that. */
export function onSchemeChange(tell: () => void): () => void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const chosen = new MutationObserver(tell);
  chosen.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  system.addEventListener("change", tell);
  return () => {
    chosen.disconnect();
    system.removeEventListener("change", tell);
  };
}
