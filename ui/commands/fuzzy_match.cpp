#include "ui/commands/fuzzy_match.h"

namespace dimsum {

QString foldedForMatch(const QString &text)
{
    QString folded;
    folded.reserve(text.size());
    for (const QChar c : text.normalized(QString::NormalizationForm_KD).toCaseFolded()) {
        if (c.category() != QChar::Mark_NonSpacing)
            folded += c;
    }
    return folded;
}

std::optional<int> fuzzyScore(QStringView needle, QStringView text)
{
    if (needle.isEmpty())
        return 0;
    // A run of letters that stands in the text as typed beats any scattered match.
    if (const qsizetype at = text.indexOf(needle); at >= 0) {
        const bool wordStart = at == 0 || !text[at - 1].isLetterOrNumber();
        const int nearness = static_cast<int>(qMin<qsizetype>(at, 60));
        return 1000 + (at == 0 ? 200 : wordStart ? 120 : 0) - nearness - static_cast<int>(qMin<qsizetype>(text.size(), 80)) / 4;
    }
    int score = 0;
    qsizetype last = -1;
    qsizetype from = 0;
    for (const QChar c : needle) {
        if (c.isSpace())
            continue;
        const qsizetype at = text.indexOf(c, from);
        if (at < 0)
            return std::nullopt;
        const bool wordStart = at == 0 || !text[at - 1].isLetterOrNumber();
        score += wordStart ? 30 : at == last + 1 ? 20 : 2;
        score -= last >= 0 ? static_cast<int>(qMin<qsizetype>(at - last - 1, 10)) : 0;
        last = at;
        from = at + 1;
    }
    // Letters strewn over the text are noise rather than an abbreviation.
    return score > 8 * static_cast<int>(needle.size()) ? std::optional(score) : std::nullopt;
}

} // namespace dimsum
