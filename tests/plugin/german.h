/* german.h: a locale whose decimal point is a comma, for tests of numbers. */
#ifndef GERMAN_H
#define GERMAN_H

/* Makes that locale and sets it; fails the test, with the cure, where the
 * machine cannot make it. */
void german_enter(void);
void german_leave(void);

#endif
