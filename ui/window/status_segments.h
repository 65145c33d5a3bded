// A row of short texts divided by hairlines: one half of the status bar.
#pragma once

#include <QStringList>
#include <QWidget>

namespace dimsum {

class StatusSegments : public QWidget
{
    Q_OBJECT

public:
    enum class Side { left, right };
    explicit StatusSegments(Side side, QWidget *parent = nullptr);

    void setTexts(const QStringList &texts); // empty ones are left out
    QStringList texts() const { return m_texts; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    Side m_side;
    QStringList m_texts;
};

} // namespace dimsum
