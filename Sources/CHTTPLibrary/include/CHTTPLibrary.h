// The library of CHTTP, through libcurl, whose options are variadic and so out of Swift's reach.
#include "CHTTP.h"
