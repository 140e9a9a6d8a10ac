/** Our fault, never the guest's or the user's. Nobody catches this but the user interface. */
export class Bug extends Error {
  override readonly name = "Bug";
}

export function bug(what: string): never {
  throw new Bug(what);
}
