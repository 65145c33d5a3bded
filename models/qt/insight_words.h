// What people read of insights: actions, reasons and steps in words of their language.
#pragma once

#include "domain/next_action.h"

#include <QString>

namespace dimsum {

QString actionWords(ActionKind kind);       // "Inbound cadence"
QString actionHint(ActionKind kind);        // one sentence: what to do and why
QString ratioText(double ratio);            // "2.4×"
QString smallChanceText(double probability); // ".003", "< .001"

} // namespace dimsum
