#ifndef CICU_SHIM_H
#define CICU_SHIM_H

// Foundation brings an ICU of another version, whose `UErrorCode` has more members. One compilation cannot see two
// types of one name that differ, so this module's goes by another name. No Swift code needs it: the functions below
// give back plain numbers.
#define UErrorCode CICUErrorCode

// ICU's function names are macros that carry its version, which Swift does not import.
// The headers below give the few functions that are needed names that stay.
#include "idna.h"
#include "converter.h"

#undef UErrorCode

#endif
