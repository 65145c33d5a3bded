// The slip on paper: a page with account, plays, prices, dates and the sum, for the printer or as PDF. GUI thread.
#pragma once

#include "service/ordering_service.h"

#include <QString>

#include <memory>

class QTextDocument;
class QWidget;

namespace dimsum {

struct SlipPaper {
    QString account, program, rep;
    Day day;
    bool placed = false;
};

// Black on white; the words carry the whole meaning. Owned by the caller.
std::unique_ptr<QTextDocument> slipDocument(const SlipPaper &paper, const DraftSlip &draft, const SlipCheck &check, const Currency &currency);
// False where the file cannot be written.
bool writeSlipPdf(const QTextDocument &document, const QString &file);
void previewSlip(std::unique_ptr<QTextDocument> document, QWidget *parent);

} // namespace dimsum
