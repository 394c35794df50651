// The library of CPDF.h, made with poppler.
#include "CPDF.h"
