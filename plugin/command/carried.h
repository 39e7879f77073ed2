/* carried.h: what the command carries inside, put together by
 * plugin/build/carried.cmake: the page of plugin/form/, its words in other
 * languages (rules/languages/), and the program of
 * plugin/sheets/ as a text that ends with a NUL. */
#ifndef COP11_COMMAND_CARRIED_H
#define COP11_COMMAND_CARRIED_H

#include <stddef.h>

extern const unsigned char form_page_start[], form_page_end[], words_es[],
    words_fr[], workbook_program[];
extern const size_t form_page_start_size, form_page_end_size, words_es_size,
    words_fr_size, workbook_program_size;

#endif
