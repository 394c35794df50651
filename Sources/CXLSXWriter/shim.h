// libxlsxwriter, for Excel workbooks.
#include <xlsxwriter.h>
