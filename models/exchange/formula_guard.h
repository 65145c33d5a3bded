// Keeps spreadsheets from running text as a formula (reliability.md T3) without losing a character on the way
// back.
//
// The rule, which both the writer and the reader use. A text is dangerous if
//   - it begins with TAB, CR, LF or NUL, or
//   - its first character after white space, control, byte-order-mark and zero-width characters is = + - @ or
//   the
//     full-width form of one of them, or
//   - it begins with ' and what follows is dangerous.
// The writer puts one ' before a dangerous text; the reader takes one ' away where what follows it is
// dangerous. The third clause makes this exact: ='a -> '='a, and a text that was '=a by itself -> ''=a ->
// '=a.
#pragma once

#include <QString>
#include <QStringView>

namespace dimsum
{

bool needsFormulaGuard(QStringView text);
QString guarded(const QString &text);
QString unguarded(const QString &text);

} // namespace dimsum
