// Words with figures that change under a dragged slider. Unlike QLabel it asks its layout for room only when it needs more
// than it has had so far: laying out a page at every step would take longer than painting it.
#pragma once

#include <QList>
#include <QPair>
#include <QWidget>

namespace dimsum {

class FigureLabel : public QWidget
{
    Q_OBJECT
public:
    // Font and ink are the widget's own (setFont, palette).
    explicit FigureLabel(Qt::Alignment alignment = Qt::AlignLeft, QWidget *parent = nullptr);

    // Plain words, and <b>bold ones</b>; no other tags.
    void setText(const QString &text);
    QString text() const { return m_text; }
    void clear() { setText({}); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QFont fontOf(bool bold) const;
    int neededWidth() const;

    Qt::Alignment m_alignment;
    QString m_text;
    QList<QPair<QString, bool>> m_parts; // words, bold
    int m_width = 0;                     // the most it has needed
};

} // namespace dimsum
