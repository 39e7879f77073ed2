# lua_table.cmake: Lua's tables with two lines changed, so that what an author
# keeps in them bounds the work.
#
# - A key's place is scrambled by a number that no author knows.  Lua takes the
#   remainder by 2^k - 1 of a number, and a table whose keys are all multiples of
#   that is one list.
# - Before a table is counted and filled anew, its size is charged.  Where one key
#   goes for each that comes, that is at every assignment.
#
# plugin/build/lua_table.h says how.  Sets `result` to the changed file.
function(change_line variable line changed)
  string(REGEX REPLACE "${line}" "${changed}" after "${${variable}}")
  if(after STREQUAL "${${variable}}")
    message(FATAL_ERROR "ltable.c has no line ${line}; "
      "plugin/build/lua_table.cmake does not know this Lua.")
  endif()
  set(${variable} "${after}" PARENT_SCOPE)
endfunction()

function(change_lua_table lua_dir result)
  file(READ "${lua_dir}/ltable.c" text)
  change_line(text "#define hashmod[^\n]*"
    "#define hashmod(t, n) cop11_place(t, n)")
  change_line(text "static void rehash [^{]*{"
    "\\0\n  cop11_charge_rehash(L, t);")
  set(changed "${PROJECT_BINARY_DIR}/lua/ltable.c")
  file(WRITE "${changed}" "${text}")
  set(${result} "${changed}" PARENT_SCOPE)
endfunction()
