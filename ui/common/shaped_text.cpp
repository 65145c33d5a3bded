#include "ui/common/shaped_text.h"

#include <QCache>
#include <QFontMetrics>
#include <QPainter>
#include <QTextLayout>

#include <cmath>

namespace dimsum {

namespace {

constexpr qsizetype mostKept = 4096;
constexpr int whole = -1; // width of a text that is not cut

struct TextKey {
    QString text;
    QFont font;
    int width = whole;

    friend bool operator==(const TextKey &a, const TextKey &b) { return a.width == b.width && a.text == b.text && a.font == b.font; }
    friend size_t qHash(const TextKey &key, size_t seed) { return qHashMulti(seed, key.text, key.font, key.width); }
};

QCache<TextKey, ShapedText> &kept()
{
    static QCache<TextKey, ShapedText> texts(mostKept);
    return texts;
}

} // namespace

const ShapedText &ShapedText::of(const QString &text, const QFont &font)
{
    const TextKey key{text, font, whole};
    if (const ShapedText *known = kept().object(key))
        return *known;
    auto *shaped = new ShapedText(text, font);
    kept().insert(key, shaped);
    return *shaped;
}

const ShapedText &ShapedText::elided(const QString &text, const QFont &font, int width)
{
    const ShapedText &uncut = of(text, font);
    if (uncut.width() <= width)
        return uncut;
    const TextKey key{text, font, width};
    if (const ShapedText *known = kept().object(key))
        return *known;
    auto *shaped = new ShapedText(QFontMetrics(font).elidedText(text, Qt::ElideRight, width), font);
    kept().insert(key, shaped);
    return *shaped;
}

// Cells of files hold line ends, too: in a single line they are blanks.
ShapedText::ShapedText(const QString &text, const QFont &font)
{
    QString single = text;
    single.replace(u'\n', u' ');
    QTextLayout layout(single, font);
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(option);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    layout.endLayout();
    if (!line.isValid())
        return;
    m_width = static_cast<int>(std::ceil(line.naturalTextWidth()));
    m_height = line.height();
    m_runs = layout.glyphRuns();
}

void ShapedText::paint(QPainter *painter, const QRect &rect) const
{
    // Whole pixels: between them letters would be smeared.
    const QPointF at(rect.x(), std::round(rect.y() + (rect.height() - m_height) / 2));
    for (const QGlyphRun &run : m_runs)
        painter->drawGlyphRun(at, run);
}

} // namespace dimsum
