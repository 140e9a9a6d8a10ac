// In the judge there is no machine to switch off: what the kernel calls broken() for ends the call.

export function broken(what: string): never {
  throw new Error(what);
}
