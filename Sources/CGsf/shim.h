// libgsf, for OLE compound files.
#include <gsf/gsf.h>
