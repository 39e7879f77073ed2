# embed.cmake: writes builtin.c, the files of scripts/ and rules/ as arrays in
# the form of plugin/pack/builtin.h, or the program that was compiled from them.
#
#   cmake -DSCRIPTS=DIR -DRULES=DIR -DLZ4=PROGRAM -DOUTPUT=FILE -P embed.cmake
#   cmake -DPROGRAM=FILE -DLZ4=PROGRAM -DOUTPUT=FILE -P embed.cmake

# The bytes of a file as an LZ4 block in hexadecimal digits, or as they are when
# that is no shorter.  The program's oldest form (-l) is one block behind eight
# bytes.
function(pack file out)
  execute_process(COMMAND "${LZ4}" -q -f -l -12 "${file}" "${OUTPUT}.lz4"
    COMMAND_ERROR_IS_FATAL ANY)
  file(READ "${OUTPUT}.lz4" packed OFFSET 8 HEX)
  file(REMOVE "${OUTPUT}.lz4")
  file(READ "${file}" plain HEX)
  string(LENGTH "${packed}" packed_length)
  string(LENGTH "${plain}" plain_length)
  if(packed_length LESS plain_length)
    set(plain "${packed}")
  endif()
  set(${out} "${plain}" PARENT_SCOPE)
endfunction()

# Adds the arrays of one folder to `text`: `<what>s` and `<what>_count`.
function(embed what folder)
  file(GLOB_RECURSE paths RELATIVE "${folder}" "${folder}/*.lua")
  # By bytes, as pack.c sorts the files of any pack.
  list(SORT paths COMPARE STRING CASE SENSITIVE)
  set(table "")
  set(number 0)
  foreach(path IN LISTS paths)
    pack("${folder}/${path}" bytes)
    string(REGEX REPLACE "(..)" "0x\\1," bytes "${bytes}")
    file(SIZE "${folder}/${path}" size)
    string(APPEND text
      "static const unsigned char ${what}_${number}[] = {${bytes}0};\n")
    string(APPEND table "  {\"${path}\", ${what}_${number}, "
      "sizeof ${what}_${number} - 1, ${size}},\n")
    math(EXPR number "${number} + 1")
  endforeach()
  # The empty last row is not counted; it keeps an empty folder valid C.
  string(APPEND text "const struct builtin_file builtin_${what}s[] = {\n"
    "${table}  {0, 0, 0, 0}};\n"
    "const size_t builtin_${what}_count = ${number};\n\n")
  set(text "${text}" PARENT_SCOPE)
endfunction()

set(text "/* Made by plugin/build/embed.cmake; do not edit. */\n")
string(APPEND text "#include \"pack/builtin.h\"\n\n")
if(DEFINED PROGRAM)
  pack("${PROGRAM}" bytes)
  string(REGEX REPLACE "(..)" "0x\\1," bytes "${bytes}")
  file(SIZE "${PROGRAM}" size)
  string(APPEND text "static const unsigned char bytes[] = {${bytes}0};\n"
    "const struct builtin_file builtin_program = {\"program\", bytes, "
    "sizeof bytes - 1, ${size}};\n")
else()
  embed(script "${SCRIPTS}")
  embed(rule "${RULES}")
endif()
file(WRITE "${OUTPUT}" "${text}")
