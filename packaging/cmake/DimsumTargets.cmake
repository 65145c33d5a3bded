# How every target of the program is built: one place for warnings, sanitizers and precompiled headers.

add_library(dimsum_build_flags INTERFACE)
target_compile_options(dimsum_build_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Werror -fno-omit-frame-pointer)
# GCC 12 sees overflows and uninitialized members inside libstdc++'s string that are not there (its bugs 105329,
# 105651 and 105562), when it optimizes or instruments.
target_compile_options(dimsum_build_flags INTERFACE
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict;-Wno-stringop-overflow;-Wno-maybe-uninitialized>)
target_compile_definitions(dimsum_build_flags INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_FOREACH QT_NO_KEYWORDS
  QT_DISABLE_DEPRECATED_BEFORE=0x060400)
if(DIMSUM_SANITIZE)
  # GCC warns of reads past ends in instrumented code that are not there; the other builds judge warnings.
  target_compile_options(dimsum_build_flags INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-error>)
  target_compile_options(dimsum_build_flags INTERFACE
    -fsanitize=address,undefined -fno-sanitize-recover=undefined)
  target_link_options(dimsum_build_flags INTERFACE -fsanitize=address,undefined)
endif()

# moc reads headers only: it need not wait for the libraries that a target links.
set(CMAKE_AUTOGEN_ORIGIN_DEPENDS OFF)
# moc of Qt 6.4 stumbles over libstdc++'s <concepts> ("Parse error at std"); with its include guard set it skips it.
set(CMAKE_AUTOMOC_MOC_OPTIONS -D_GLIBCXX_CONCEPTS)

# dimsum_headers(NAME LINK HEADERS...): headers that are compiled once for every target that takes them from NAME with
# REUSE_FROM. A library of its own, so that nobody waits for more than the headers.
function(dimsum_headers name link)
  set(source "${CMAKE_BINARY_DIR}/headers/${name}.cpp")
  file(CONFIGURE OUTPUT "${source}" CONTENT "// Nothing but the headers that come before it.\n" @ONLY)
  add_library(${name} OBJECT "${source}")
  target_link_libraries(${name} PRIVATE dimsum_build_flags ${link})
  set_target_properties(${name} PROPERTIES POSITION_INDEPENDENT_CODE ON UNITY_BUILD OFF)
  target_precompile_headers(${name} PRIVATE ${ARGN})
endfunction()

# dimsum_layer(NAME LINKS...): the static library of one folder, from every source in it.
# Globbing is deliberate: a file in the folder is in the program, and two features never meet in a list.
function(dimsum_layer name)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS
       "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp" "${CMAKE_CURRENT_SOURCE_DIR}/*.h")
  add_library(${name} STATIC ${sources})
  target_include_directories(${name} PUBLIC "${CMAKE_CURRENT_SOURCE_DIR}/..")
  target_link_libraries(${name} PRIVATE dimsum_build_flags PUBLIC ${ARGN})
  set_target_properties(${name} PROPERTIES POSITION_INDEPENDENT_CODE ON)
endfunction()

# dimsum_tests(FOLDER LINKS...): each tst_*.cpp of the folder is one test program that links its layer only.
# A test is compiled for a quick build, not for speed.
function(dimsum_tests layer)
  file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/${layer}/tst_*.cpp")
  foreach(source IN LISTS sources)
    get_filename_component(stem "${source}" NAME_WE)
    set(target "${layer}_${stem}")
    add_executable(${target} "${source}")
    set_target_properties(${target} PROPERTIES UNITY_BUILD OFF)
    # moc by hand: the automatic one looks through the target for seconds, this takes a twentieth of one.
    set(moc_folder "${CMAKE_CURRENT_BINARY_DIR}/moc/${layer}")
    file(MAKE_DIRECTORY "${moc_folder}")
    add_custom_command(OUTPUT "${moc_folder}/${stem}.moc"
      COMMAND Qt6::moc -D_GLIBCXX_CONCEPTS "${source}" -o "${moc_folder}/${stem}.moc"
      DEPENDS "${source}" VERBATIM)
    target_sources(${target} PRIVATE "${moc_folder}/${stem}.moc")
    target_include_directories(${target} PRIVATE "${moc_folder}")
    target_compile_options(${target} PRIVATE $<$<CONFIG:Release>:-O1>)
    target_include_directories(${target} PRIVATE "${CMAKE_SOURCE_DIR}/tests")
    target_link_libraries(${target} PRIVATE dimsum_build_flags Qt6::Test ${ARGN})
    target_compile_definitions(${target} PRIVATE
      DIMSUM_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
      DIMSUM_SHARED_DATA="${CMAKE_SOURCE_DIR}/../shared/data")
    if(layer STREQUAL "ui")
      target_precompile_headers(${target} REUSE_FROM dimsum_widget_headers)
    elseif(layer MATCHES "^(domain|store|exchange|service|qt)$")
      target_precompile_headers(${target} REUSE_FROM dimsum_core_headers)
    endif()
    add_test(NAME ${layer}/${stem} COMMAND ${target})
    set_tests_properties(${layer}/${stem} PROPERTIES
      LABELS ${layer} TIMEOUT 300
      ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;QT_ENABLE_HIGHDPI_SCALING=1")
  endforeach()
endfunction()

# dimsum_resources(TARGET PATTERN...): compiles files of resources/ into the target under their own paths, ":/sql/...".
function(dimsum_resources target)
  set(patterns ${ARGN})
  list(TRANSFORM patterns PREPEND "${CMAKE_SOURCE_DIR}/resources/")
  file(GLOB files CONFIGURE_DEPENDS ${patterns})
  if(files)
    qt_add_resources(${target} ${target}_files PREFIX "/" BASE "${CMAKE_SOURCE_DIR}/resources" FILES ${files})
  endif()
endfunction()
