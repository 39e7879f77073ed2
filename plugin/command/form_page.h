/* form_page.h: the page of plugin/form/, put together by plugin/build/form.cmake. */
#ifndef COP11_COMMAND_FORM_PAGE_H
#define COP11_COMMAND_FORM_PAGE_H

#include <stddef.h>

extern const unsigned char form_page_start[], form_page_end[];
extern const size_t form_page_start_size, form_page_end_size;

#endif
