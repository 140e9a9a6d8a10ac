#!/usr/bin/env bash
# Makes the recordings beside it: what LLVM (Debian's llvm, version 14) says. Run it where llvm-objdump is installed.
set -euo pipefail
cd "$(dirname "$0")"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# disassemble NAME: the words on standard input (decimal, one a line), one line of LLVM's text each.
disassemble() {
  local words
  words=$(mktemp -p "$scratch")
  node -e '
    const words = require("fs").readFileSync(0, "utf8").trim().split("\n").map(Number);
    process.stdout.write(Buffer.from(Uint32Array.from(words).buffer));' > "$words"
  llvm-objcopy -I binary -O elf64-littleaarch64 --rename-section .data=.text,code "$words" "$words.o"
  llvm-objdump -d --mattr=+v8.7a,+fullfp16 --no-show-raw-insn --no-leading-addr "$words.o" | grep -P '^\s+\t' | sed -E 's/^\s+\t//; s/ <_binary.*>$//'
}

# AND X0, X1, #mask and AND W0, W1, #mask for each N:immr:imms: the mask, or - where LLVM knows no instruction.
{
  echo "# N:immr:imms from 0 to 8191: the 64-bit mask, the 32-bit mask (llvm-objdump $(llvm-objdump --version | grep -o 'version [0-9.]*'), by record.sh)"
  masks() { sed -E 's/.*#(0x[0-9a-f]+)$/\1/; s/.*unknown.*/-/'; }
  paste -d' ' \
    <(seq 0 8191 | node -e 'for (const n of require("fs").readFileSync(0,"utf8").trim().split("\n")) console.log((0x92000020 + n * 1024) >>> 0)' | disassemble | masks) \
    <(seq 0 8191 | node -e 'for (const n of require("fs").readFileSync(0,"utf8").trim().split("\n")) console.log((0x12000020 + n * 1024) >>> 0)' | disassemble | masks)
} > logical-immediates.txt

# FMOV D0, #imm8 for each imm8.
{
  echo "# imm8 from 0 to 255: the constant of FMOV D0, #imm (llvm-objdump $(llvm-objdump --version | grep -o 'version [0-9.]*'), by record.sh)"
  seq 0 255 | node -e 'for (const n of require("fs").readFileSync(0,"utf8").trim().split("\n")) console.log(0x1e601000 + n * 8192)' | disassemble | sed -E 's/.*#//'
} > float-immediates.txt

# A program with labels, literals, data and expressions.
llvm-mc -triple=aarch64 -filetype=obj -o "$scratch/program.o" program.s
llvm-objcopy -O binary --only-section=.text "$scratch/program.o" "$scratch/program.bin"
{
  echo "# program.s as llvm-mc -triple=aarch64 assembles it, 16 bytes a line (by record.sh)"
  xxd -p -c 16 "$scratch/program.bin"
} > program.hex
