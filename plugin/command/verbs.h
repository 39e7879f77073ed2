/* verbs.h: what each verb does; each returns the exit status. */
#ifndef COP11_COMMAND_VERBS_H
#define COP11_COMMAND_VERBS_H

#include "arguments.h"

int verb_assess(const struct arguments *arguments);
int verb_batch(const struct arguments *arguments);
int verb_validate(const struct arguments *arguments);
int verb_diff(const struct arguments *arguments);
int verb_render(const struct arguments *arguments);
int verb_replay(const struct arguments *arguments);
int verb_lapses(const struct arguments *arguments);
int verb_remedies(const struct arguments *arguments);
int verb_questions(const struct arguments *arguments);
int verb_form(const struct arguments *arguments);
int verb_export(const struct arguments *arguments);
int verb_import(const struct arguments *arguments);
int verb_record(const struct arguments *arguments);
int verb_schema(const struct arguments *arguments);
int verb_rules(const struct arguments *arguments);
int verb_explain(const struct arguments *arguments);
int verb_lint(const struct arguments *arguments);
int verb_new(const struct arguments *arguments);
int verb_impact(const struct arguments *arguments);
int verb_sign(const struct arguments *arguments);
int verb_try(const struct arguments *arguments);
int verb_test(const struct arguments *arguments);
int verb_verify(const struct arguments *arguments);

#endif
