// Lines of text that were shaped before. Tables paint the same words again and again, and to shape a word takes several times as
// long as to paint it.
#pragma once

#include <QFont>
#include <QGlyphRun>
#include <QList>
#include <QRect>
#include <QString>

class QPainter;

namespace dimsum {

class ShapedText
{
public:
    // A single line. Kept for some thousand texts; what is returned is good until the next call. GUI thread.
    static const ShapedText &of(const QString &text, const QFont &font);
    // With an ellipsis at the right end where it is wider than that.
    static const ShapedText &elided(const QString &text, const QFont &font, int width);

    ShapedText(const QString &text, const QFont &font);

    int width() const { return m_width; } // px, rounded up
    // With the painter's pen, in the middle between top and bottom, from the left; it may be wider than `rect`.
    void paint(QPainter *painter, const QRect &rect) const;

private:
    QList<QGlyphRun> m_runs;
    int m_width = 0;
    qreal m_height = 0;
};

} // namespace dimsum
