#ifndef CICU_IDNA_H
#define CICU_IDNA_H

#include <stdint.h>
#include <unicode/uidna.h>

/// A processor of internationalised domain names by UTS #46, which any number of threads may use at once.
typedef struct UIDNA *CICUDomainProcessor;

/// How one conversion of a domain went.
typedef struct {
    /// How many bytes the whole result has; more than the capacity given where it did not fit.
    int32_t length;
    /// The `UIDNA_ERROR_…` bits of everything that is wrong with the domain.
    uint32_t errors;
    /// Whether the whole result was written.
    int32_t complete;
} CICUDomainResult;

/// Errors of `CheckHyphens` and `VerifyDnsLength`, which the URL Standard switches off.
static const uint32_t cicu_idna_lenient_errors = UIDNA_ERROR_EMPTY_LABEL | UIDNA_ERROR_LABEL_TOO_LONG
    | UIDNA_ERROR_DOMAIN_NAME_TOO_LONG | UIDNA_ERROR_LEADING_HYPHEN | UIDNA_ERROR_TRAILING_HYPHEN
    | UIDNA_ERROR_HYPHEN_3_4;

/// Errors of labels that begin with `xn--` and are not what Punycode and UTS #46 make of a label.
static const uint32_t cicu_idna_punycode_errors = UIDNA_ERROR_PUNYCODE | UIDNA_ERROR_INVALID_ACE_LABEL;

/// Opens a processor with the options of the URL Standard, or gives null where ICU's data is missing.
static inline CICUDomainProcessor cicu_idna_open(void) {
    UErrorCode status = U_ZERO_ERROR;
    uint32_t options = UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ | UIDNA_NONTRANSITIONAL_TO_ASCII
        | UIDNA_NONTRANSITIONAL_TO_UNICODE;
    UIDNA *processor = uidna_openUTS46(options, &status);
    return U_SUCCESS(status) ? processor : 0;
}

/// Writes the ASCII form (not ended by a zero) of the UTF-8 domain.
static inline CICUDomainResult cicu_idna_to_ascii(
    CICUDomainProcessor processor, const char *domain, int32_t domainLength, char *result, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    UIDNAInfo info = UIDNA_INFO_INITIALIZER;
    int32_t length = uidna_nameToASCII_UTF8(processor, domain, domainLength, result, capacity, &info, &status);
    return (CICUDomainResult){length, info.errors, U_SUCCESS(status)};
}

/// Writes the Unicode form (UTF-8, not ended by a zero) of the UTF-8 domain.
static inline CICUDomainResult cicu_idna_to_unicode(
    CICUDomainProcessor processor, const char *domain, int32_t domainLength, char *result, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    UIDNAInfo info = UIDNA_INFO_INITIALIZER;
    int32_t length = uidna_nameToUnicodeUTF8(processor, domain, domainLength, result, capacity, &info, &status);
    return (CICUDomainResult){length, info.errors, U_SUCCESS(status)};
}

#endif
