# form.cmake: writes form_page.c, the form without a server in two pieces (see
# plugin/command/form_page.h): what stands before its data, and what after.
#
#   cmake -DFORM=DIR -DOUTPUT=FILE -P form.cmake

function(put name)
  set(text "")
  foreach(part IN LISTS ARGN)
    if(EXISTS "${FORM}/${part}")
      file(READ "${FORM}/${part}" bytes HEX)
    else()
      string(HEX "${part}" bytes)
    endif()
    string(APPEND text "${bytes}")
  endforeach()
  string(REGEX REPLACE "(..)" "0x\\1," text "${text}")
  file(APPEND "${OUTPUT}" "const unsigned char ${name}[] = {${text}0};\n"
    "const size_t ${name}_size = sizeof ${name} - 1;\n")
endfunction()

file(WRITE "${OUTPUT}" "/* Made by plugin/build/form.cmake; do not edit. */\n"
  "#include \"form_page.h\"\n")
put(form_page_start head.html "<style>\n" style.css "</style>\n" body.html)
put(form_page_end "<script>\n" ${SCRIPTS} "</script>\n</body>\n</html>\n")
