// How a command's processes end with it, whatever ends it and whenever.
//
// bubblewrap alone has a gap: ended while it still sets up its child, it leaves that child waiting for ever. So it
// runs in a process namespace of its own, whose first process the kernel ends with its parent, and all others with
// that.

/** Becomes the command that follows; the kernel ends it when its parent ends. */
export const DIES_WITH_PARENT = ["/usr/bin/setpriv", "--pdeathsig", "KILL"] as const;

/** Runs the command that follows in a process namespace that ends with it, and with its parent. */
export function ownNamespace(): string[] {
  // Without root's rights a process namespace can be made only within a user namespace.
  const user = process.getuid?.() === 0 ? [] : ["--user", "--map-current-user"];
  return ["/usr/bin/unshare", ...user, "--pid", "--fork", "--kill-child=KILL"];
}
