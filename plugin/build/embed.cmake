# embed.cmake: writes builtin.c, the files of scripts/ and rules/ as arrays in
# the form of plugin/builtin.h.
#
#   cmake -DSCRIPTS=DIR -DRULES=DIR -DOUTPUT=FILE -P embed.cmake

# Adds the arrays of one folder to `text`: `<what>s` and `<what>_count`.
function(embed what folder)
  file(GLOB_RECURSE paths RELATIVE "${folder}" "${folder}/*.lua")
  # By bytes, as pack.c sorts the files of any pack.
  list(SORT paths COMPARE STRING CASE SENSITIVE)
  set(table "")
  set(number 0)
  foreach(path IN LISTS paths)
    file(READ "${folder}/${path}" bytes HEX)
    string(REGEX REPLACE "(..)" "0x\\1," bytes "${bytes}")
    string(APPEND text
      "static const unsigned char ${what}_${number}[] = {${bytes}0};\n")
    string(APPEND table
      "  {\"${path}\", ${what}_${number}, sizeof ${what}_${number} - 1},\n")
    math(EXPR number "${number} + 1")
  endforeach()
  # The empty last row is not counted; it keeps an empty folder valid C.
  string(APPEND text "const struct builtin_file builtin_${what}s[] = {\n"
    "${table}  {0, 0, 0}};\n"
    "const size_t builtin_${what}_count = ${number};\n\n")
  set(text "${text}" PARENT_SCOPE)
endfunction()

set(text "/* Made by plugin/build/embed.cmake; do not edit. */\n")
string(APPEND text "#include \"builtin.h\"\n\n")
embed(script "${SCRIPTS}")
embed(rule "${RULES}")
file(WRITE "${OUTPUT}" "${text}")
