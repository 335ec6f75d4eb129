#ifndef OSTEOLINT_CICU_CONVERTER_H
#define OSTEOLINT_CICU_CONVERTER_H

// ICU adds its version to the name of every function by a macro, which Swift cannot see.
// These functions have stable names, and report a failure by -1 instead of an error code.

#include <stddef.h>
#include <stdint.h>
#include <unicode/ucnv.h>

/// Opens a converter that stops at bytes or characters it has no mapping for. NULL when ICU does not know the name.
static inline UConverter *_Nullable cicu_converter_open(const char *_Nonnull name) {
    UErrorCode status = U_ZERO_ERROR;
    UConverter *converter = ucnv_open(name, &status);
    if (U_FAILURE(status)) return NULL;
    ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
    ucnv_setFromUCallBack(converter, UCNV_FROM_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
    if (U_SUCCESS(status)) return converter;
    ucnv_close(converter);
    return NULL;
}

/// Closes what `cicu_converter_open` opened.
static inline void cicu_converter_close(UConverter *_Nonnull converter) { ucnv_close(converter); }

/// Converts bytes to UTF-16; answers the number of code units, or -1 when the bytes are no text or do not fit.
static inline int32_t cicu_converter_decode(UConverter *_Nonnull converter, uint16_t *_Nonnull units, int32_t capacity,
                                            const uint8_t *_Nonnull bytes, int32_t count) {
    UErrorCode status = U_ZERO_ERROR;
    int32_t length = ucnv_toUChars(converter, (UChar *)units, capacity, (const char *)bytes, count, &status);
    return U_FAILURE(status) || length > capacity ? -1 : length;
}

/// Converts UTF-16 to bytes; answers the number of bytes, or -1 when a character has none or they do not fit.
static inline int32_t cicu_converter_encode(UConverter *_Nonnull converter, uint8_t *_Nonnull bytes, int32_t capacity,
                                            const uint16_t *_Nonnull units, int32_t count) {
    UErrorCode status = U_ZERO_ERROR;
    int32_t length = ucnv_fromUChars(converter, (char *)bytes, capacity, (const UChar *)units, count, &status);
    return U_FAILURE(status) || length > capacity ? -1 : length;
}

#endif
