// The menu card: paper in a double bamboo frame. Contents go into contentLayout().
#pragma once

#include <QFrame>

class QVBoxLayout;

namespace dimsum {

class CardFrame : public QFrame
{
    Q_OBJECT
public:
    explicit CardFrame(QWidget *parent = nullptr);

    QVBoxLayout *contentLayout() const { return m_content; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_content;
};

} // namespace dimsum
