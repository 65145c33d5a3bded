#include "exchange/table_writer.h"

#include <QFileInfo>

namespace dimsum
{

Outcome writeTable(const TableDocument &document, const QString &path, const ExportProfile &profile,
                   const Progress &progress)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == u"csv")
        return writeCsv(document, path, profile, progress);
    if (ending == u"xlsx")
        return writeXlsx(document, path, progress);
    return Error{
        ErrorKind::usage, DIMSUM_TEXT("The file name must end in .csv or .xlsx."), {}, path.toStdString()};
}

} // namespace dimsum
