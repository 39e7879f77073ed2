# Fails where the package file FILE does not do for PACKAGE_FIND_VERSION.
include("${FILE}")
if(NOT PACKAGE_VERSION_COMPATIBLE)
  message(FATAL_ERROR "${PACKAGE_VERSION} is not ${PACKAGE_FIND_VERSION}")
endif()
