// One figure of an account opened: tables of what went in, then the arithmetic line by line. Finished words,
// so that the window and the clipboard tell the same.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace dimsum
{

struct ReceiptTable {
    QString title = {};
    QStringList heads = {};
    QList<QStringList> rows = {};
    int stretch = 0;         // the column that takes what is left
    QList<int> numbers = {}; // columns aligned right
};

struct ReceiptPart {
    QString name;   // "Fit"
    QString figure; // "88"
    QList<ReceiptTable> tables = {};
    QStringList lines = {}; // each adds up on paper
};

// Titles, heads, rows and lines with tabs between the cells, for a spreadsheet.
QString receiptTsv(const QList<ReceiptPart> &parts);

} // namespace dimsum
