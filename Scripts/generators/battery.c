/* Runs a battery of TestU01 over the 64-bit words on standard input.
 *
 *     words SOURCE | battery small|crush|big both|high|low|reversed
 *
 * TestU01 takes 32 bits at a time and looks mostly at the upper ones. "both" gives the lower half of
 * each word and then the upper; "reversed" turns the lower half end for end, so that the lowest bit
 * of the word comes first. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <testu01/bbattery.h>
#include <testu01/swrite.h>
#include <testu01/unif01.h>

enum { size = 8192 };
static uint64_t buffer[size];
static size_t position = size;
static unsigned long long taken = 0;

static uint64_t word(void) {
  if (position == size) {
    if (fread(buffer, 8, size, stdin) < size) {
      fputs("the words ran out\n", stderr);
      exit(1);
    }
    position = 0;
  }
  taken++;
  return buffer[position++];
}

static uint64_t pending;
static int half = 0;

static unsigned int both(void) {
  half = !half;
  if (half) pending = word();
  return (unsigned int)(half ? pending : pending >> 32);
}

static unsigned int high(void) { return (unsigned int)(word() >> 32); }

static unsigned int low(void) { return (unsigned int)word(); }

static unsigned int reversed(void) {
  uint32_t bits = (uint32_t)word();
  uint32_t turned = 0;
  for (int bit = 0; bit < 32; bit++) turned |= (bits >> bit & 1u) << (31 - bit);
  return turned;
}

int main(int count, char **arguments) {
  if (count != 3) {
    fputs("usage: battery small|crush|big both|high|low|reversed\n", stderr);
    return 64;
  }
  const char *mode = arguments[2];
  unsigned int (*bits)(void) = strcmp(mode, "high") == 0       ? high
                               : strcmp(mode, "low") == 0      ? low
                               : strcmp(mode, "reversed") == 0 ? reversed
                                                               : both;
  unif01_Gen *generator = unif01_CreateExternGenBits(arguments[2], bits);
  swrite_Basic = FALSE;
  if (strcmp(arguments[1], "small") == 0) bbattery_SmallCrush(generator);
  else if (strcmp(arguments[1], "crush") == 0) bbattery_Crush(generator);
  else bbattery_BigCrush(generator);
  printf("words taken: %llu\n", taken);
  unif01_DeleteExternGenBits(generator);
  return 0;
}
