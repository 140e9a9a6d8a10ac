/**
 * xterm.js, as the site has it: its look, its keys, its size. It comes in a piece of its own, and only where there
 * is a browser.
 */
import { FitAddon } from "@xterm/addon-fit";
import { Terminal as Xterm } from "@xterm/xterm";
import "@xterm/xterm/css/xterm.css";
import { Batch, onFrame } from "./batch";
import { useOf } from "./keys";
import type { Line } from "./line";
import { onSchemeChange, themeOf } from "./terminal-theme";

export interface ScreenOptions {
  readonly holder: HTMLElement;
  readonly line: Line;
  /** What the terminal is called by a screen reader. */
  readonly label: string;
  /** Whether a line feed begins a new line, and does not only go down. */
  readonly convertEol: boolean;
  /** The reader asked to get out of it. */
  readonly onLeave: () => void;
}

export interface Screen {
  focus(): void;
  /** Whether a screen reader is told of what comes, and may walk through the lines. */
  setReadable(isReadable: boolean): void;
  close(): void;
}

export function openScreen({ holder, line, label, convertEol, onLeave }: ScreenOptions): Screen {
  const style = getComputedStyle(holder);
  const xterm = new Xterm({
    fontFamily: style.fontFamily, fontSize: Number.parseFloat(style.fontSize), fontWeight: 500, fontWeightBold: 750, lineHeight: 1.2,
    theme: themeOf(holder), scrollback: 5000, cursorBlink: false, convertEol, minimumContrastRatio: 4.5,
  });
  const fit = new FitAddon();
  xterm.loadAddon(fit);
  xterm.open(holder);
  xterm.textarea?.setAttribute("aria-label", label);
  xterm.attachCustomKeyEventHandler((event) => isMachines(event, xterm, onLeave));

  const encoder = new TextEncoder();
  xterm.onData((text) => line.type(encoder.encode(text)));
  xterm.onBinary((text) => line.type(Uint8Array.from(text, (letter) => letter.charCodeAt(0))));
  const batch = new Batch((bytes) => xterm.write(bytes), onFrame);
  const disconnect = line.connect((bytes) => batch.add(bytes), () => { batch.clear(); xterm.reset(); });

  fit.fit();
  const sizes = new ResizeObserver(() => fit.fit());
  sizes.observe(holder);
  const endOfSchemes = onSchemeChange(() => { xterm.options.theme = themeOf(holder); });
  return {
    focus: () => xterm.focus(),
    setReadable: (isReadable) => { xterm.options.screenReaderMode = isReadable; },
    close() {
      disconnect();
      batch.clear();
      sizes.disconnect();
      endOfSchemes();
      xterm.dispose();
    },
  };
}

/** Copies or leaves if that is what the key is for; false: the machine does not get it. */
function isMachines(event: KeyboardEvent, xterm: Xterm, onLeave: () => void): boolean {
  const use = useOf(event, xterm.hasSelection());
  if (use === "machine") return true;
  if (event.type === "keydown" && use === "copy") {
    event.preventDefault();
    void navigator.clipboard.writeText(xterm.getSelection()).then(() => xterm.clearSelection());
  }
  if (event.type === "keydown" && use === "leave") {
    event.preventDefault();
    onLeave();
  }
  return false;
}
