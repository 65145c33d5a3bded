#include "ui/accounts/receipt_part.h"

namespace dimsum
{

QString receiptTsv(const QList<ReceiptPart> &parts)
{
    QStringList lines;
    for (const ReceiptPart &part : parts) {
        lines << part.name + QLatin1Char('\t') + part.figure;
        for (const ReceiptTable &table : part.tables) {
            if (!table.title.isEmpty())
                lines << table.title;
            lines << table.heads.join(QLatin1Char('\t'));
            for (const QStringList &row : table.rows)
                lines << row.join(QLatin1Char('\t'));
        }
        lines << part.lines << QString();
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace dimsum
