// Exclusive segments ("Board | List"): checkable tool buttons in one frame; arrow keys move, one is always on.
#pragma once

#include <QWidget>

class QButtonGroup;
class QHBoxLayout;
class QToolButton;

namespace dimsum {

class Segmented : public QWidget
{
    Q_OBJECT
public:
    explicit Segmented(QWidget *parent = nullptr);

    // Adds a segment; the first one is on. Returns its index.
    int addSegment(const QString &text, const QString &iconName = {});
    void setText(int index, const QString &text);
    void setSegmentEnabled(int index, bool enabled);
    int current() const;
    void setCurrent(int index); // tells currentChanged() when it changes
    int count() const;

Q_SIGNALS:
    void currentChanged(int index);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QButtonGroup *m_group;
    QHBoxLayout *m_row;
};

} // namespace dimsum
