/* Runs the program, once for each number in PASSES, which says of how many rounds that pass is (-DPASSES=1,8,8). The
   host takes its clock when a mark comes out of the serial line:

     begin 8
     end 8 0badcafe        the checksum
     done                  behind the last pass */
#include "program.h"

void print_byte(u8 byte);

static void print(const char *text) {
  while (*text) print_byte((u8)*text++);
}

static void print_decimal(u32 value) {
  if (value >= 10) print_decimal(value / 10);
  print_byte((u8)('0' + value % 10));
}

static void print_hex(u32 value) {
  for (int shift = 28; shift >= 0; shift -= 4) print_byte((u8)"0123456789abcdef"[(value >> shift) & 15]);
}

static const u32 passes[] = { PASSES };

int main(void) {
  for (u32 i = 0; i < sizeof passes / sizeof passes[0]; i++) {
    print("begin ");
    print_decimal(passes[i]);
    print("\n");
    u32 checksum = run(passes[i]);
    print("end ");
    print_decimal(passes[i]);
    print(" ");
    print_hex(checksum);
    print("\n");
  }
  print("done\n");
  return 0;
}
