#include "ui/common/paper.h"

#include <QBuffer>
#include <QPdfWriter>
#include <QSaveFile>
#include <QTextDocument>

#include <memory>

namespace dimsum {

bool writePdf(const QTextDocument &document, const QString &title, const QString &file, QPageSize::PageSizeId size)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setTitle(title);
        writer.setPageSize(QPageSize(size));
        writer.setPageMargins(QMarginsF(16, 16, 16, 16), QPageLayout::Millimeter);
        const std::unique_ptr<QTextDocument> copy(document.clone());
        copy->print(&writer);
    }
    QSaveFile out(file);
    return out.open(QIODevice::WriteOnly) && out.write(buffer.data()) == buffer.size() && out.commit();
}

} // namespace dimsum
