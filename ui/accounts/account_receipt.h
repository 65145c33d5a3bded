// The full receipt of one account: priority, fit, intent, engagement, intensity and tier, from the inputs to the figure
// on screen.
#pragma once

#include "ui/accounts/receipt_part.h"
#include "ui/accounts/shown_account.h"

namespace dimsum
{

enum class ReceiptFigure { priority, fit, intent, engagement, intensity, tier };

ReceiptPart priorityPart(const ShownAccount &shown);
ReceiptPart fitPart(const ShownAccount &shown);
ReceiptPart intentPart(const ShownAccount &shown);
ReceiptPart engagementPart(const ShownAccount &shown);
ReceiptPart intensityPart(const ShownAccount &shown);
ReceiptPart tierPart(const ShownAccount &shown);

// All six, in the order of ReceiptFigure.
QList<ReceiptPart> accountReceipt(const ShownAccount &shown);

} // namespace dimsum
