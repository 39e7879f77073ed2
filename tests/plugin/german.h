/* german.h: locales for tests of numbers and letters: German, whose decimal
 * point is a comma, and Turkish, which has it too and another small letter for
 * I. */
#ifndef GERMAN_H
#define GERMAN_H

/* Makes that locale and sets it; fails the test, with the cure, where the
 * machine cannot make it. */
void german_enter(void);
void turkish_enter(void);
void german_leave(void); /* leaves either */

#endif
