import { UserFault } from "../../base/fault";
import { bubblewrap } from "./bubblewrap";
import type { Sandbox } from "./sandbox";
import { secondUser } from "./second-user";
import { unconfined } from "./unconfined";

/** The best sandbox there is here. Other people's code without one is refused, unless `unsafe`. */
export function chooseSandbox({ unsafe }: { readonly unsafe: boolean }): Sandbox {
  const found = bubblewrap() ?? secondUser();
  if (found !== undefined) return found;
  if (unsafe) return unconfined("none (--unsafe)");
  throw new UserFault(
    "no sandbox: other people's code needs bubblewrap (Debian: apt-get install bubblewrap) and user namespaces, " +
    "or a run as root, which can become a second user; --unsafe grades without one",
  );
}

/** For code of one's own. */
export const ownCode = (): Sandbox => unconfined("none (your own code)");
