// A terminal that hands over each key as it is pressed, and is itself again whenever the program does not run: when it
// ends, fails, is stopped or killed. What the process and its terminal are is passed in, so that a test can end them.

/** What of a terminal is used. */
export interface RawTerminal {
  setRawMode(isRaw: boolean): void;
}

/** What of Node's `process` is used. */
export interface SignalledProcess {
  readonly pid: number;
  on(event: string, listener: () => void): unknown;
  off(event: string, listener: () => void): unknown;
  kill(pid: number, signal: string): unknown;
}

/** They end a process that does not hear them. */
const DEADLY = ["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"] as const;

/** From now on, until what it returns is called, the terminal is raw. */
export function enterRawMode(terminal: RawTerminal, process: SignalledProcess): () => void {
  const cook = (): void => { terminal.setRawMode(false); };
  const dies = (signal: string) => (): void => {
    leave();
    process.kill(process.pid, signal); // Nobody of ours hears it this time.
  };
  const stops = (): void => {
    cook();
    process.kill(process.pid, "SIGSTOP");
  };
  const listeners: readonly (readonly [event: string, listener: () => void])[] = [
    ["exit", cook], // An exception that nobody catches ends here too.
    ...DEADLY.map((signal) => [signal, dies(signal)] as const),
    ["SIGTSTP", stops],
    ["SIGCONT", () => { terminal.setRawMode(true); }],
  ];
  const leave = (): void => {
    for (const [event, listener] of listeners) process.off(event, listener);
    cook();
  };
  for (const [event, listener] of listeners) process.on(event, listener);
  terminal.setRawMode(true);
  return leave;
}
