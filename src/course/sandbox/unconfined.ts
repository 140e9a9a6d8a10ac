import type { Sandbox } from "./sandbox";

/** No walls: the process has the rights of whoever started it, and only its heap is limited. */
export function unconfined(name: string): Sandbox {
  return {
    name,
    command: ({ script, flags, limits }) => ({
      argv: [process.execPath, ...flags, `--max-old-space-size=${limits.heapMiB}`, script],
      inputs: [],
      group: false, // Control-C at the terminal ends it too.
    }),
  };
}
