#include "exchange/formula_guard.h"

#include <QChar>

#include <string_view>

namespace dimsum
{

namespace
{

// Excel and LibreOffice skip these before they look for a formula; a guard that did not would be bypassed.
bool isSkipped(char32_t character)
{
    if (QChar::isSpace(character))
        return true;
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Format: // byte-order mark, zero-width and direction marks
    case QChar::Separator_Space:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

bool startsFormula(char32_t character)
{
    // ASCII, full-width and small forms of = + - @
    static constexpr std::u32string_view starts = U"=+-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B";
    return starts.find(character) != std::u32string_view::npos;
}

bool startsBadly(char16_t unit)
{
    return unit == u'\t' || unit == u'\r' || unit == u'\n' || unit == u'\0';
}

} // namespace

bool needsFormulaGuard(QStringView text)
{
    while (text.startsWith(u'\''))
        text = text.sliced(1);
    if (text.isEmpty())
        return false;
    if (startsBadly(text.front().unicode()))
        return true;
    for (qsizetype at = 0; at < text.size(); ++at) {
        char32_t character = text[at].unicode();
        if (text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate()) {
            character = QChar::surrogateToUcs4(text[at], text[at + 1]);
            ++at;
        }
        if (!isSkipped(character))
            return startsFormula(character);
    }
    return false;
}

QString guarded(const QString &text)
{
    return needsFormulaGuard(text) ? u'\'' + text : text;
}

QString unguarded(const QString &text)
{
    return text.startsWith(u'\'') && needsFormulaGuard(QStringView(text).sliced(1)) ? text.sliced(1) : text;
}

} // namespace dimsum
