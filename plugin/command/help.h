/* help.h: the texts of --help, one a verb. */
#ifndef COP11_COMMAND_HELP_H
#define COP11_COMMAND_HELP_H

extern const char help_all[];
extern const char help_assess[];
extern const char help_batch[];
extern const char help_validate[];
extern const char help_schema[];
extern const char help_rules[];
extern const char help_lint[];
extern const char help_new[];
extern const char help_explain[];
extern const char help_try[];
extern const char help_test[];
extern const char help_diff[];
extern const char help_render[];
extern const char help_lapses[];
extern const char help_replay[];
extern const char help_questions[];
extern const char help_remedies[];
extern const char help_form[];
extern const char help_export[], help_import[];
extern const char help_record[];
extern const char help_impact[];
extern const char help_sign[];
extern const char help_verify[];

#endif
