# lua_changes.cmake: every line of Lua's source that is changed, in one place.  What
# can be done by a header that is included first, lua_*.h does without a change.
#
# All serve one end: steps bound the time that an author's text can take, when it
# is read and when it runs, and whoever waits is asked meanwhile.
#
# | file      | line        | what holds then                                  |
# |-----------|-------------|--------------------------------------------------|
# | ltable.c  | hashmod     | where a key stands no author can tell: with Lua's remainder by 2^k - 1, keys that are its multiples are one list |
# | ltable.c  | rehash      | a table's size is charged before it is counted and filled anew: where one key goes for each that comes, that is at every assignment |
# | ltable.c  | reinsert    | filling a table anew asks at its keys            |
# | lgc.c     | reallymarkobject | a collection asks at what it marks: that of a million texts takes 0.3 s |
# | lgc.c     | sweepstep   | a collection asks at what it leaves, too         |
# | lgc.c     | sweep2old   | the same                                         |
# | lgc.c     | sweepgen    | the same                                         |
# | ldo.c     | luaD_precall | each call of a function asks: loops without one are short in our scripts |
# | lmem.c    | tryagain    | when a call must end nothing is collected any more |
# | lstring.c | luaS_newlstr | copying a long text asks                        |
# | lvm.c     | luaV_concat | joining long texts asks                          |
# | ltablib.c | sort_comp   | each comparison asks                             |
# | ltablib.c | addfield    | each text that table.concat joins asks           |
# | lstrlib.c | match       | each place at which a pattern is tried asks      |
# | lparser.c | statement   | costs nothing, but its line is known            |
# | lparser.c | reglevel    | looking for a register costs by the constants that stand before it |
# | lparser.c | searchvar   | looking for a name costs by the names in sight, at each function around |
# | lparser.c | findlabel   | a label costs by the labels before it            |
# | lparser.c | solvegotos  | a label costs by the jumps that wait for one     |
# | lparser.c | solvegoto   | a jump that finds its label costs by those behind it |
# | lcode.c   | luaK_concat | joining two lists of jumps costs by the first: each 'elseif' joins one to all before |
#
# A line that is not there exactly once ends the configuration: another Lua must be
# looked at before it is built in.

# Reads `file` into `text`.
macro(begin_changes lua_dir file)
  set(changed_file "${file}")
  file(READ "${lua_dir}/${file}" text)
endmacro()

# Changes the one place of `text` that matches `line`.
function(change line changed)
  string(REGEX MATCHALL "${line}" places "${text}")
  list(LENGTH places count)
  if(NOT count EQUAL 1)
    message(FATAL_ERROR "${changed_file} has ${count} lines ${line} and not one; "
      "plugin/build/lua_changes.cmake does not know this Lua.")
  endif()
  string(REGEX REPLACE "${line}" "${changed}" text "${text}")
  set(text "${text}" PARENT_SCOPE)
endfunction()

# Begins the one function of that name with a call.
function(charge name call)
  change("static [a-zA-Z]+ \\*?${name} [^{;]*{" "\\0\n  ${call};")
  set(text "${text}" PARENT_SCOPE)
endfunction()

# The changed file takes the place of the other in the list `sources`.
macro(end_changes sources)
  set(made "${PROJECT_BINARY_DIR}/lua/${changed_file}")
  file(WRITE "${made}" "${text}")
  list(TRANSFORM ${sources} REPLACE "^.*/${changed_file}$" "${made}")
endmacro()

function(change_all_of_lua sources lua_dir)
  begin_changes("${lua_dir}" ltable.c)
  change("#define hashmod[^\n]*" "#define hashmod(t, n) cop11_place(t, n)")
  charge(rehash "cop11_charge_rehash(L, t)")
  change("luaH_set\\(L, t, &k, gval\\(old\\)\\)"
    "COP11_PAUSE(G(L)), luaH_set(L, t, &k, gval(old))")
  end_changes(${sources})

  begin_changes("${lua_dir}" lgc.c)
  charge(reallymarkobject "COP11_PAUSE(g)")
  charge(sweepstep "(void)COP11_GOES_ON(g, GCSWEEPMAX / 4)")
  change("{  /\\* all surviving objects become old \\*/" "{\n      COP11_PAUSE(g);")
  change("{  /\\* correct mark and age \\*/" "{\n      COP11_PAUSE(g);")
  end_changes(${sources})

  begin_changes("${lua_dir}" ldo.c)
  change("CallInfo \\*luaD_precall [^;{]*{" "\\0\n  cop11_go_on(L, 1);")
  end_changes(${sources})

  begin_changes("${lua_dir}" lmem.c)
  change("completestate\\(g\\) && !g->gcstopem" "\\0 && COP11_GOES_ON(g, 0)")
  end_changes(${sources})

  begin_changes("${lua_dir}" lstring.c)
  change("    memcpy\\(getstr\\(ts\\), str, l" "    cop11_copy(L, getstr(ts), str, l")
  end_changes(${sources})

  begin_changes("${lua_dir}" lvm.c)
  change("copy2buff\\(top, n, getstr\\(ts\\)\\)" "cop11_join(L, top, n, getstr(ts))")
  end_changes(${sources})

  begin_changes("${lua_dir}" ltablib.c)
  charge(sort_comp "cop11_go_on(L, 1)")
  change("  luaL_addvalue\\(b\\)"
    "  cop11_copied(L, -1);\n\\0")
  end_changes(${sources})

  begin_changes("${lua_dir}" lstrlib.c)
  change("luaL_error\\(ms->L, \"pattern too complex\"\\)"
    "\\0;\n  cop11_go_on(ms->L, 1)")
  end_changes(${sources})

  begin_changes("${lua_dir}" lparser.c)
  change("while \\(nvar-- > 0\\)"
    "while (nvar-- > 0 && cop11_charge_level(fs, nvar))")
  charge(statement "COP11_CHARGE_READING(ls, 0)")
  charge(searchvar "cop11_charge_names(fs)")
  charge(findlabel "cop11_charge_labels(ls)")
  charge(solvegotos "cop11_charge_jumps(ls)")
  charge(solvegoto "cop11_charge_solved(ls, g)")
  end_changes(${sources})

  begin_changes("${lua_dir}" lcode.c)
  change("next = getjump\\(fs, list\\)\\) != NO_JUMP"
    "next = cop11_next_jump(fs, list)) != NO_JUMP")
  end_changes(${sources})
  set(${sources} "${${sources}}" PARENT_SCOPE)
endfunction()
