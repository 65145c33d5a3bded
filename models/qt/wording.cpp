#include "qt/wording.h"

#include <QCoreApplication>

namespace dimsum {

QString errorText(const Error &error)
{
    QString text = QCoreApplication::translate("Error", error.sentence);
    // All placeholders at once: an argument that itself holds "%1" must not be filled by the next one.
    QString filled;
    filled.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool placeholder = text[i] == u'%' && i + 1 < text.size() && text[i + 1] >= u'1' && text[i + 1] <= u'9';
        if (!placeholder) {
            filled += text[i];
            continue;
        }
        ++i;
        const auto index = static_cast<std::size_t>(text[i].unicode() - u'1');
        if (index < error.arguments.size())
            filled += QString::fromStdString(error.arguments[index]);
    }
    QString where = QString::fromStdString(error.file);
    if (error.line > 0) {
        const QString line = QCoreApplication::translate("Error", "line %1").arg(error.line);
        where = where.isEmpty() ? line : where + QStringLiteral(", ") + line;
    }
    if (!error.field.empty()) {
        const QString field = QString::fromStdString(error.field);
        where = where.isEmpty() ? field : where + QStringLiteral(", ") + field;
    }
    return where.isEmpty() ? filled : where + QStringLiteral(": ") + filled;
}

} // namespace dimsum
