// libgsf, for OLE compound files. Not <gsf/gsf.h>: that draws in libxml2, which is a module of its own.
#include <gsf/gsf-infile-msole.h>
#include <gsf/gsf-infile.h>
#include <gsf/gsf-input-memory.h>
#include <gsf/gsf-input.h>
#include <gsf/gsf-utils.h>
