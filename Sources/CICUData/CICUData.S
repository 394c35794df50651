// The part of ICU's data that the program asks for, as "make" writes it (.ci/icu-data). Defined here, they are not taken from Foundation.
// Other builds have nothing here, and all of the data.
#if __has_include("icu-data.inc")
#include "icu-data.inc"
#endif
    .section .note.GNU-stack, "", %progbits
