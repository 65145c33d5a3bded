// What the marks of a drawing mean: mark and word, one after the other, wrapped like words.
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

#include <functional>

class QPainter;

namespace dimsum
{

struct Theme;

class MarkLegend : public QWidget
{
    Q_OBJECT

public:
    struct Entry {
        QString text;
        std::function<void(QPainter *, const QRectF &, const Theme &)> paint; // into a box of `width` x 12
        int width = 12;
    };

    explicit MarkLegend(QWidget *parent = nullptr);

    void setEntries(const QList<Entry> &entries);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    int layOut(QPainter *painter, int width) const; // draws with a painter, measures without

    QList<Entry> m_entries;
};

} // namespace dimsum
