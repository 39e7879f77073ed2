# sbom.cmake: the bill of materials of the library, CycloneDX 1.6 in JSON.  It names no
# date, so that the same sources give the same bytes.

# The hash of a source: a file's own, and a folder's that of what
# `sha256sum *.c *.h` prints in it.
function(hash_of path result)
  if(NOT IS_DIRECTORY "${path}")
    file(SHA256 "${path}" hash)
    set(${result} "${hash}" PARENT_SCOPE)
    return()
  endif()
  # file(GLOB) sorts, by bytes.
  file(GLOB sources RELATIVE "${path}" "${path}/*.c")
  file(GLOB headers RELATIVE "${path}" "${path}/*.h")
  set(sums "")
  foreach(name IN LISTS sources headers)
    file(SHA256 "${path}/${name}" hash)
    string(APPEND sums "${hash}  ${name}\n")
  endforeach()
  string(SHA256 hash "${sums}")
  set(${result} "${hash}" PARENT_SCOPE)
endfunction()

# Adds one part to `components`.  `cpe` is the vendor and product that its
# vulnerabilities are filed under; a package's version has more than a CPE takes.
function(sbom_component name version purl licence cpe path)
  hash_of("${path}" hash)
  cmake_path(GET path FILENAME hashed)
  if(IS_DIRECTORY "${path}")
    set(hashed "what sha256sum *.c *.h prints in the folder of the source")
  endif()
  string(REGEX MATCH "^[0-9.]+[0-9]" upstream "${version}")
  string(APPEND components "    {
      \"type\": \"library\",
      \"bom-ref\": \"${name}\",
      \"name\": \"${name}\",
      \"version\": \"${version}\",
      \"hashes\": [{\"alg\": \"SHA-256\", \"content\": \"${hash}\"}],
      \"licenses\": [{\"license\": {\"id\": \"${licence}\"}}],
      \"cpe\": \"cpe:2.3:a:${cpe}:${upstream}:*:*:*:*:*:*:*\",
      \"purl\": \"${purl}\",
      \"properties\": [{\"name\": \"cop11:hash-of\", \"value\": \"${hashed}\"}]
    },
")
  set(components "${components}" PARENT_SCOPE)
  string(APPEND refs "\"${name}\", ")
  set(refs "${refs}" PARENT_SCOPE)
endfunction()

# Sets `result` to the document for libcop11 of `version` with those parts.
function(sbom_document version result)
  string(REGEX REPLACE ",\n$" "\n" components "${components}")
  string(REGEX REPLACE ", $" "" refs "${refs}")
  # The same parts have the same serial number.
  string(UUID serial NAMESPACE 6ba7b811-9dad-11d1-80b4-00c04fd430c8
    NAME "libcop11 ${version} ${components}" TYPE SHA1)
  set(${result} "{
  \"bomFormat\": \"CycloneDX\",
  \"specVersion\": \"1.6\",
  \"serialNumber\": \"urn:uuid:${serial}\",
  \"version\": 1,
  \"metadata\": {
    \"component\": {
      \"type\": \"library\",
      \"bom-ref\": \"libcop11\",
      \"name\": \"libcop11\",
      \"version\": \"${version}\",
      \"licenses\": [{\"license\": {\"id\": \"MIT\"}}],
      \"purl\": \"pkg:generic/libcop11@${version}\"
    }
  },
  \"components\": [
${components}  ],
  \"dependencies\": [
    {\"ref\": \"libcop11\", \"dependsOn\": [${refs}]}
  ]
}
" PARENT_SCOPE)
endfunction()
