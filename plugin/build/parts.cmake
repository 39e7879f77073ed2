# parts.cmake: writes what of others is inside the library, and which version of
# it: parts.c, in the form of plugin/parts.h, parts.txt, for people, and
# cop11.cdx.json, for programs that look for vulnerabilities.
#
#   cmake -DVERSION=OURS -DLUA=DIR -DCJSON=DIR -DSODIUM=FILE -DSODIUM_INCLUDE=DIR \
#     -DOUTPUT=DIR -P parts.cmake
#
# It runs at every build, so that what is recorded is what was linked.  A
# distribution's version stands where its package is used, for that tells which
# security patches are in; any other source is asked itself.
cmake_minimum_required(VERSION 3.25)
include("${CMAKE_CURRENT_LIST_DIR}/sbom.cmake")
cmake_host_system_information(RESULT distribution QUERY DISTRIB_ID)

# Sets `purl`: how programs name this version of a distribution's package.
function(name_package package version qualifiers)
  string(REPLACE "+" "%2B" version "${version}")
  string(REPLACE ":" "%3A" version "${version}")
  set(purl "pkg:deb/${distribution}/${package}@${version}${qualifiers}" PARENT_SCOPE)
endfunction()

# Sets `version` and `from` where the source in `folder` is that of Debian's
# `package`, with every patch of it applied.
function(ask_source_package folder package)
  foreach(root "${folder}" "${folder}/..")
    set(changelog "${root}/debian/changelog")
    if(NOT EXISTS "${changelog}")
      continue()
    endif()
    file(STRINGS "${changelog}" first LIMIT_COUNT 1)
    if(first MATCHES "^([^ ]+) \\(([^)]+)\\)" AND CMAKE_MATCH_1 STREQUAL package
        AND (NOT EXISTS "${root}/debian/patches/series"
          OR EXISTS "${root}/.pc/applied-patches"))
      name_package(${package} "${CMAKE_MATCH_2}" "?arch=source")
      set(version "${CMAKE_MATCH_2}" PARENT_SCOPE)
      set(from "source package ${package}" PARENT_SCOPE)
      set(purl "${purl}" PARENT_SCOPE)
      return()
    endif()
  endforeach()
endfunction()

# The same for a `file` that an installed package brought.
function(ask_package file)
  execute_process(COMMAND dpkg-query -S "${file}" OUTPUT_VARIABLE owner
    RESULT_VARIABLE failed ERROR_QUIET)
  if(failed OR NOT owner MATCHES "^([^, ]+): ")
    return()
  endif()
  set(package "${CMAKE_MATCH_1}")
  execute_process(COMMAND dpkg-query -W -f "\${Version}" "${package}"
    OUTPUT_VARIABLE version RESULT_VARIABLE failed ERROR_QUIET)
  if(NOT failed)
    string(REGEX REPLACE ":.*" "" package "${package}")
    name_package(${package} "${version}" "")
    set(version "${version}" PARENT_SCOPE)
    set(from "package ${package}" PARENT_SCOPE)
    set(purl "${purl}" PARENT_SCOPE)
  endif()
endfunction()

# Where no package said anything, what the source says: the text in quotes that
# follows each NAME on its line of `file`, joined by dots.
function(ask_text file)
  if(version)
    return()
  endif()
  set(said "")
  foreach(name IN LISTS ARGN)
    file(STRINGS "${file}" line LIMIT_COUNT 1
      REGEX "^#define[ \t]+${name}[ \t]+\"")
    if(NOT line MATCHES "\"([^\"]+)\"")
      message(FATAL_ERROR "${file} defines no ${name} to tell its version by.")
    endif()
    list(APPEND said "${CMAKE_MATCH_1}")
  endforeach()
  list(JOIN said "." version)
  cmake_path(GET file FILENAME name)
  set(version "${version}" PARENT_SCOPE)
  set(from "${name}" PARENT_SCOPE)
endfunction()

# Adds what was found out of one part to the three tables.
macro(record name licence cpe path)
  if(NOT purl)
    string(TOLOWER "pkg:generic/${name}@${version}" purl)
  endif()
  string(APPEND rows "  {\"${name}\", \"${version}\", \"${from}\"},\n")
  string(APPEND lines "${name} ${version} (${from})\n")
  sbom_component("${name}" "${version}" "${purl}" "${licence}" "${cpe}" "${path}")
  unset(version)
  unset(from)
  unset(purl)
endmacro()

ask_source_package("${LUA}" lua5.4)
ask_text("${LUA}/lua.h" LUA_VERSION_MAJOR LUA_VERSION_MINOR LUA_VERSION_RELEASE)
record(Lua MIT lua:lua "${LUA}")
ask_source_package("${CJSON}" lua-cjson)
ask_text("${CJSON}/lua_cjson.c" CJSON_VERSION)
record(lua-cjson MIT mpx:lua-cjson "${CJSON}")
ask_package("${SODIUM}")
ask_text("${SODIUM_INCLUDE}/sodium/version.h" SODIUM_VERSION_STRING)
record(libsodium ISC libsodium:libsodium "${SODIUM}")

# Writes a file, but leaves it alone where nothing changed, so that nothing is
# linked anew.
function(write file text)
  file(CONFIGURE OUTPUT "${OUTPUT}/${file}" CONTENT "${text}" @ONLY)
endfunction()

sbom_document("${VERSION}" sbom)
# A text of C ends with its line, so a string has one of its lines each.
string(REPLACE "\"" "\\\"" quoted "${sbom}")
string(REGEX REPLACE "([^\n]*)\n" "  \"\\1\\\\n\"\n" quoted "${quoted}")
write(parts.c "/* Made by plugin/build/parts.cmake; do not edit. */
#include \"parts.h\"

const struct part parts[PARTS] = {
${rows}};

const char parts_sbom[] =
${quoted}  \"\";
")
write(parts.txt "${lines}")
write(cop11.cdx.json "${sbom}")
