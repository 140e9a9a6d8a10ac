#include "kernel.h"
static const char unit[] = "abcabdabeabcabcabfabcaabcabcabcdabcd";
static u8 text[36 * 2000];
__attribute__((noinline)) static long count_of(const u8 *t, long length, const u8 *word, long letters) {
  long count = 0;
  for (long i = 0; i + letters <= length; i++) {
    long k = 0;
    while (k < letters && t[i + k] == word[k]) k++;
    if (k == letters) count++;
  }
  return count;
}
void start(void) {
  for (long i = 0; i < 2000; i++)
    for (long k = 0; k < 36; k++) text[36 * i + k] = unit[k];
  print(count_of(text, sizeof text, (const u8 *)"abcabcd", 7) * 1000 + count_of(text, sizeof text, (const u8 *)"aabc", 4));
}
