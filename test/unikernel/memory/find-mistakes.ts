// Each mistake is put into the kernel's tables and found: npx ts-node test/unikernel/memory/find-mistakes.ts

import { isFound, MISTAKES } from "./mistakes";

let found = 0;
for (const mistake of MISTAKES) {
  const isThis = isFound(mistake);
  if (isThis) found++;
  console.log(`${isThis ? "found" : "NOT FOUND"} on ${mistake.foundOn}: ${mistake.what}`);
}
console.log(`${found} of ${MISTAKES.length} mistakes are found`);
if (found < MISTAKES.length) process.exitCode = 1;
