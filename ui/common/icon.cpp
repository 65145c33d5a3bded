#include "ui/common/icon.h"

#include "ui/common/theme.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <algorithm>
#include <cmath>

namespace dimsum {

namespace {

QString pathOf(const QString &name)
{
    return QStringLiteral(":/icons/%1.svg").arg(name);
}

// QtSvg knows currentColor only from a surrounding document, so the ink is written into the drawing itself.
QByteArray drawing(const QString &name, const QColor &color)
{
    QFile file(pathOf(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll().replace("currentColor", color.name().toLatin1());
}

// One picture per name, ink, size and scale: parsing SVG for every cell of a table would cost more than the table.
QPixmap picture(const QString &name, const QColor &color, const QSize &size, qreal scale)
{
    const QString key = QStringLiteral("dimsum/%1/%2/%3x%4@%5")
                            .arg(name, color.name(QColor::HexArgb))
                            .arg(size.width())
                            .arg(size.height())
                            .arg(scale);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap((QSizeF(size) * scale).toSize().expandedTo({1, 1}));
    pixmap.setDevicePixelRatio(scale);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(drawing(name, color));
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(QPointF(), QSizeF(size)));
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class ThemedIconEngine : public QIconEngine
{
public:
    ThemedIconEngine(QString name, Tone tone) : m_name(std::move(name)), m_tone(tone) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        paintIcon(painter, QRectF(rect), m_name, colorFor(mode, state));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        // Qt passes the size in device pixels together with the scale it will set on the pixmap.
        const QSizeF logical = QSizeF(size) / scale;
        QPixmap result = picture(m_name, colorFor(mode, state), logical.toSize(), scale);
        return result;
    }
    QSize actualSize(const QSize &size, QIcon::Mode, QIcon::State) override
    {
        const int side = std::min(size.width(), size.height());
        return {side, side};
    }
    QIconEngine *clone() const override { return new ThemedIconEngine(*this); }
    QString key() const override { return QStringLiteral("dimsum"); }
    QString iconName() override { return m_name; }
    bool isNull() override { return false; }

private:
    QColor colorFor(QIcon::Mode mode, QIcon::State state) const
    {
        const Theme &theme = Theme::of();
        if (mode == QIcon::Disabled)
            return theme.disabled;
        if (mode == QIcon::Selected) // the style asks for it on accent ground
            return theme.onAccent;
        if (state == QIcon::On && m_tone == Tone::secondary)
            return theme.accent;
        return theme.ink(m_tone);
    }

    QString m_name;
    Tone m_tone;
};

} // namespace

bool hasIcon(const QString &name)
{
    return !name.isEmpty() && QFile::exists(pathOf(name));
}

QIcon themedIcon(const QString &name, Tone tone)
{
    return hasIcon(name) ? QIcon(new ThemedIconEngine(name, tone)) : QIcon();
}

void paintIcon(QPainter *painter, const QRectF &rect, const QString &name, const QColor &color)
{
    if (!hasIcon(name))
        return;
    if (painter->device()->devType() == QInternal::Printer || painter->device()->devType() == QInternal::Picture) {
        QSvgRenderer(drawing(name, color)).render(painter, rect);
        return;
    }
    const qreal scale = painter->device()->devicePixelRatioF();
    const QPixmap pixmap = picture(name, color, rect.size().toSize(), scale);
    // On whole device pixels, or a 1.5 px stroke turns to mist.
    const QPointF at((rect.x() * scale), (rect.y() * scale));
    painter->drawPixmap(QPointF(std::round(at.x()) / scale, std::round(at.y()) / scale), pixmap);
}

} // namespace dimsum
