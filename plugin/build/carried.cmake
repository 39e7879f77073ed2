# carried.cmake: writes carried.c, what the command carries inside (see
# plugin/command/carried.h): the form without a server in two pieces, what stands before
# its data and what after; its words in other languages; and the program that writes and reads workbooks.
#
#   cmake -DPLUGIN=DIR -DSCRIPTS=FILES -DOUTPUT=FILE -P carried.cmake

# put(NAME IN PART...): an array of the bytes of its parts; a PART is a file of the folder
# IN, or a text.
function(put name in)
  set(text "")
  foreach(part IN LISTS ARGN)
    if(EXISTS "${in}/${part}")
      file(READ "${in}/${part}" bytes HEX)
    else()
      string(HEX "${part}" bytes)
    endif()
    string(APPEND text "${bytes}")
  endforeach()
  string(REGEX REPLACE "(..)" "0x\\1," text "${text}")
  file(APPEND "${OUTPUT}" "const unsigned char ${name}[] = {${text}0};\n"
    "const size_t ${name}_size = sizeof ${name} - 1;\n")
endfunction()

file(WRITE "${OUTPUT}" "/* Made by plugin/build/carried.cmake; do not edit. */\n"
  "#include \"carried.h\"\n")
put(form_page_start "${PLUGIN}/form" head.html "<style>\n" style.css "</style>\n"
  body.html)
put(form_page_end "${PLUGIN}/form" "<script>\n" ${SCRIPTS}
  "</script>\n</body>\n</html>\n")
put(words_es "${PLUGIN}/../rules/languages" es.po)
put(words_fr "${PLUGIN}/../rules/languages" fr.po)
put(workbook_program "${PLUGIN}/sheets" workbook.py)
