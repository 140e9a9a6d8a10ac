/* Bytes: the CRC-32 of Ethernet and zip files, by a table of 256 words. */
#include "../guests/program.h"

#define LENGTH 65536
#define POLYNOMIAL 0xedb88320u

static u32 table[256];
static u8 bytes[LENGTH];

static void fill_table(void) {
  for (u32 byte = 0; byte < 256; byte++) {
    u32 crc = byte;
    for (int bit = 0; bit < 8; bit++) crc = (crc & 1) ? POLYNOMIAL ^ (crc >> 1) : crc >> 1;
    table[byte] = crc;
  }
}

static u32 crc32(void) {
  u32 crc = 0xffffffff;
  for (u32 i = 0; i < LENGTH; i++) crc = table[(crc ^ bytes[i]) & 0xff] ^ (crc >> 8);
  return ~crc;
}

u32 run(u32 rounds) {
  u32 sum = 0;
  fill_table();
  for (u32 i = 0; i < LENGTH; i++) bytes[i] = (u8)(i * 7 + 3);
  for (u32 round = 0; round < rounds; round++) {
    bytes[0] = (u8)round;
    sum = sum * 31 + crc32();
  }
  return sum;
}
