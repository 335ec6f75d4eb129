#ifndef CLIBXML2_SHIM_H
#define CLIBXML2_SHIM_H

// Libxml2's headers bring ICU's, whose `UErrorCode` is not that of the ICU in Foundation; one compilation cannot see
// both. What they are for, an encoding's converters, nobody here touches.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

// `xmlFree` is a variable, which Swift 6 lets nobody read without a lock.
static inline void clibxml2_free(void *memory) { xmlFree(memory); }

#endif
