// Records what QEMU's CPU makes of the cryptographic, CRC and polynomial instructions. Prints
// `count` cases an instruction: its name, what the registers of its operands held, what Rd holds
// then. Inputs are xorshift64, from `seed`.
//
//   aarch64-linux-gnu-gcc -O1 -static -march=armv8.4-a+crypto+sha3+crc record.c -o record
//   qemu-aarch64-static -cpu max record 4 1 > qemu.txt

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

typedef uint64_t vector __attribute__((vector_size(16)));

static uint64_t state;

static uint64_t next(void) {
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return state;
}

static vector random_vector(void) {
  uint64_t low = next();
  return (vector){ low, next() };
}

static void print(vector v) { printf(" %016lx%016lx", (long)v[1], (long)v[0]); }

static void line(const char *name, vector a, vector b, vector c, vector result, int operands) {
  printf("%-9s", name);
  print(a);
  if (operands > 1) print(b);
  if (operands > 2) print(c);
  printf(" =");
  print(result);
  printf("\n");
}

#define CASES for (int i = 0; i < count; i++)
#define INPUTS vector a = random_vector(), b = random_vector(), c = random_vector(), d = a

// Operands stand in the order of the columns. "+w" is an Rd that is also read.
#define ONE(name, text) CASES { INPUTS; vector r; \
  __asm__(text : "=w"(r) : "w"(a)); line(name, a, b, c, r, 1); (void)d; }
#define TWO(name, text) CASES { INPUTS; vector r; \
  __asm__(text : "=w"(r) : "w"(a), "w"(b)); line(name, a, b, c, r, 2); (void)d; }
#define THREE(name, text) CASES { INPUTS; vector r; \
  __asm__(text : "=w"(r) : "w"(a), "w"(b), "w"(c)); line(name, a, b, c, r, 3); (void)d; }
#define INTO_TWO(name, text) CASES { INPUTS; \
  __asm__(text : "+w"(d) : "w"(b)); line(name, a, b, c, d, 2); }
#define INTO_THREE(name, text) CASES { INPUTS; \
  __asm__(text : "+w"(d) : "w"(b), "w"(c)); line(name, a, b, c, d, 3); }
#define XAR(imm6) CASES { INPUTS; vector r; \
  __asm__("xar %0.2d, %1.2d, %2.2d, #" #imm6 : "=w"(r) : "w"(a), "w"(b)); \
  c = (vector){ imm6, 0 }; line("XAR", a, b, c, r, 3); (void)d; }
#define CRC(name, text) CASES { uint64_t acc = next(), value = next(), r; \
  __asm__(text : "=r"(r) : "r"(acc), "r"(value)); \
  printf("%-9s %016lx %016lx = %016lx\n", name, (long)acc, (long)value, (long)r); }

int main(int argc, char **argv) {
  if (argc != 3) {
    fprintf(stderr, "usage: record count seed\n");
    return 2;
  }
  int count = atoi(argv[1]);
  state = strtoull(argv[2], 0, 0) * 0x9e3779b97f4a7c15;

  INTO_TWO("AESE", "aese %0.16b, %1.16b")
  INTO_TWO("AESD", "aesd %0.16b, %1.16b")
  ONE("AESMC", "aesmc %0.16b, %1.16b")
  ONE("AESIMC", "aesimc %0.16b, %1.16b")

  INTO_THREE("SHA1C", "sha1c %q0, %s1, %2.4s")
  INTO_THREE("SHA1P", "sha1p %q0, %s1, %2.4s")
  INTO_THREE("SHA1M", "sha1m %q0, %s1, %2.4s")
  ONE("SHA1H", "sha1h %s0, %s1")
  INTO_THREE("SHA1SU0", "sha1su0 %0.4s, %1.4s, %2.4s")
  INTO_TWO("SHA1SU1", "sha1su1 %0.4s, %1.4s")

  INTO_THREE("SHA256H", "sha256h %q0, %q1, %2.4s")
  INTO_THREE("SHA256H2", "sha256h2 %q0, %q1, %2.4s")
  INTO_TWO("SHA256SU0", "sha256su0 %0.4s, %1.4s")
  INTO_THREE("SHA256SU1", "sha256su1 %0.4s, %1.4s, %2.4s")

  INTO_THREE("SHA512H", "sha512h %q0, %q1, %2.2d")
  INTO_THREE("SHA512H2", "sha512h2 %q0, %q1, %2.2d")
  INTO_TWO("SHA512SU0", "sha512su0 %0.2d, %1.2d")
  INTO_THREE("SHA512SU1", "sha512su1 %0.2d, %1.2d, %2.2d")

  THREE("EOR3", "eor3 %0.16b, %1.16b, %2.16b, %3.16b")
  THREE("BCAX", "bcax %0.16b, %1.16b, %2.16b, %3.16b")
  TWO("RAX1", "rax1 %0.2d, %1.2d, %2.2d")
  XAR(0) XAR(1) XAR(31) XAR(32) XAR(63)

  TWO("PMUL", "pmul %0.16b, %1.16b, %2.16b")
  TWO("PMULL.8H", "pmull %0.8h, %1.8b, %2.8b")
  TWO("PMULL.1Q", "pmull %0.1q, %1.1d, %2.1d")
  TWO("PMULL2.1Q", "pmull2 %0.1q, %1.2d, %2.2d")

  CRC("CRC32B", "crc32b %w0, %w1, %w2")
  CRC("CRC32H", "crc32h %w0, %w1, %w2")
  CRC("CRC32W", "crc32w %w0, %w1, %w2")
  CRC("CRC32X", "crc32x %w0, %w1, %x2")
  CRC("CRC32CB", "crc32cb %w0, %w1, %w2")
  CRC("CRC32CH", "crc32ch %w0, %w1, %w2")
  CRC("CRC32CW", "crc32cw %w0, %w1, %w2")
  CRC("CRC32CX", "crc32cx %w0, %w1, %x2")
}
