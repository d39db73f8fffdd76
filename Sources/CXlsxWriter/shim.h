// The writer of XLSX files that Debian packages as libxlsxwriter-dev.
#ifndef REGIE_CXLSXWRITER_SHIM_H
#define REGIE_CXLSXWRITER_SHIM_H

#include <xlsxwriter.h>

#endif
