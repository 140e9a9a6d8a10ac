// Records what QEMU answers to each case that npm test tries.
//
//   npx ts-node test/host/user/fetch-programs.ts && npx ts-node test/host/user/record.ts
//
// Needs Debian's qemu-user-static.

import { CASES } from "./cases";
import { qemus, qemuVersion } from "./outcome";
import { fetchedPackages, packageOf } from "./programs";
import { writeRecording } from "./recording";

function main(): void {
  const packages = fetchedPackages();
  if (packages === undefined) throw new Error("no programs; run: npx ts-node test/host/user/fetch-programs.ts");
  for (const each of CASES.filter(({ long }) => long !== true)) {
    const name = packageOf(each.program);
    const { version } = packages.find((one) => one.package === name)!;
    writeRecording(each, `${name} ${version} under qemu-aarch64-static ${qemuVersion()}; by test/host/user/record.ts`, qemus(each));
    console.log(each.name);
  }
}

if (require.main === module) main();
