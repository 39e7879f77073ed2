/* help_options.h: what --help says of options that several verbs take. */
#ifndef COP11_COMMAND_HELP_OPTIONS_H
#define COP11_COMMAND_HELP_OPTIONS_H

#define RULES_OPTIONS                                                          \
  "  --rules FOLDER    use the rule files below FOLDER in place of the\n"      \
  "                    built-in ones\n"                                        \
  "  --layer FOLDER    lay the rule files below FOLDER over the others;\n"     \
  "                    may be given up to 8 times, first to last\n"            \
  "  --accept-key KEY  use only rules that are built in, or signed by the\n"   \
  "                    public key KEY (see cop11 sign) and not modified\n"     \
  "                    since; may be given up to 16 times\n"

#define OUTPUT_OPTION                                                          \
  "  -o, --output FILE write to FILE, whole or not at all; an existing\n"      \
  "                    file is replaced, a device, a pipe or a file that is\n" \
  "                    read refused; - and /dev/stdout are standard output\n"

#define FOUND_FORMATS                                                          \
  "  --format FORMAT   text (the default) or json; sarif, junit or github "    \
  "for\n"                                                                      \
  "                    other programs\n"
#define TEXT_OR_JSON "  --format FORMAT   text (the default) or json\n"

#define STEPS_OPTION                                                           \
  "  --max-steps N     do at most N steps of work (200000000), whatever the\n" \
  "                    rules and the dossier ask for\n"

#define TIME_OPTION                                                            \
  "  --time-limit MS   end when reading the rules, the work itself or\n"       \
  "                    printing takes longer than MS milliseconds\n"

#define HELP_OPTION "  -h, --help        print this\n"

#endif
