// Cryptographic instructions. The texts are LLVM 14's:
//   echo 0x20 0x00 0x22 0x1e | llvm-mc --triple=aarch64 --disassemble --mattr=+v8.7a,+fullfp16,+bf16,+aes,+sha2,+sha3,+sm4

import { describeClass } from "./words-of-class";

describeClass("Cryptographic AES", [
  [0x4e2849d7, "aese v23.16b, v14.16b"],
  [0x4e28581f, "aesd v31.16b, v0.16b"],
  [0x4e286880, "aesmc v0.16b, v4.16b"],
  [0x4e287b0e, "aesimc v14.16b, v24.16b"],
  [0x5e286880, "unallocated"],
  [0xcf286880, "unallocated"],
  [0x5f286880, "unallocated"],
]);

describeClass("Cryptographic three-register SHA", [
  [0x5e1f0156, "sha1c q22, s10, v31.4s"],
  [0x5e1f104a, "sha1p q10, s2, v31.4s"],
  [0x5e14209c, "sha1m q28, s4, v20.4s"],
  [0x5e1f329b, "sha1su0 v27.4s, v20.4s, v31.4s"],
  [0x5e004000, "sha256h q0, q0, v0.4s"],
  [0x5e0d5006, "sha256h2 q6, q0, v13.4s"],
  [0x5e166008, "sha256su1 v8.4s, v0.4s, v22.4s"],
  [0x5e166808, "unallocated"],
  [0x1e0d5006, "unallocated"],
  [0x5e17184a, "unallocated"],
]);

describeClass("Cryptographic two-register SHA", [
  [0x5e28080f, "sha1h s15, s0"],
  [0x5e28192e, "sha1su1 v14.4s, v9.4s"],
  [0x5e28291f, "sha256su0 v31.4s, v8.4s"],
  [0x5e2a080f, "unallocated"],
  [0x5e38291f, "unallocated"],
  [0x5e38192e, "unallocated"],
]);

describeClass("Cryptographic three-register, imm2", [
  [0xce4c82c0, "sm3tt1a v0.4s, v22.4s, v12.s[0]"],
  [0xce48b145, "sm3tt1a v5.4s, v10.4s, v8.s[3]"],
  [0xce4a841f, "sm3tt1b v31.4s, v0.4s, v10.s[0]"],
  [0xce45b5ff, "sm3tt1b v31.4s, v15.4s, v5.s[3]"],
  [0xce408b1f, "sm3tt2a v31.4s, v24.4s, v0.s[0]"],
  [0xce40b800, "sm3tt2a v0.4s, v0.4s, v0.s[3]"],
  [0xce588eff, "sm3tt2b v31.4s, v23.4s, v24.s[0]"],
  [0xce40bfed, "sm3tt2b v13.4s, v31.4s, v0.s[3]"],
  [0xcec8841f, "unallocated"],
  [0xde58aeff, "unallocated"],
  [0xcf42bfed, "unallocated"],
]);

describeClass("Cryptographic three-register SHA 512", [
  [0xce6083ff, "sha512h q31, q31, v0.2d"],
  [0xce748634, "sha512h2 q20, q17, v20.2d"],
  [0xce6188f2, "sha512su1 v18.2d, v7.2d, v1.2d"],
  [0xce608e5f, "rax1 v31.2d, v18.2d, v0.2d"],
  [0xce69c240, "sm3partw1 v0.4s, v18.4s, v9.4s"],
  [0xce60c7dc, "sm3partw2 v28.4s, v30.4s, v0.4s"],
  [0xce7bcbf9, "sm4ekey v25.4s, v31.4s, v27.4s"],
  [0xce609e5f, "unallocated"],
  [0xce694240, "unallocated"],
  [0xde6483ff, "unallocated"],
]);

describeClass("Cryptographic four-register", [
  [0xce0003ff, "eor3 v31.16b, v31.16b, v0.16b, v0.16b"],
  [0xce3f4be0, "bcax v0.16b, v31.16b, v31.16b, v18.16b"],
  [0xce417fe0, "sm3ss1 v0.4s, v31.4s, v1.4s, v31.4s"],
  [0xde3f0be0, "unallocated"],
  [0xcf3f4be0, "unallocated"],
  [0xcec17fe0, "unallocated"],
]);

describeClass("XAR", [
  [0xce8803f3, "xar v19.2d, v31.2d, v8.2d, #0"],
  [0xce99fe19, "xar v25.2d, v16.2d, v25.2d, #63"],
  [0xcf99fe19, "unallocated"],
  [0xcf0803f3, "unallocated"],
  [0xce19fe19, "unallocated"],
]);

describeClass("Cryptographic two-register SHA 512", [
  [0xcec08340, "sha512su0 v0.2d, v26.2d"],
  [0xcec0847f, "sm4e v31.4s, v3.4s"],
  [0xcec0047f, "unallocated"],
  [0xdfc0847f, "unallocated"],
  [0xced09340, "unallocated"],
]);
