// Paper of an order slip: bamboo edge at the top, torn foot. Contents go into contentLayout().
#pragma once

#include <QFrame>

class QVBoxLayout;

namespace dimsum {

class SlipFrame : public QFrame
{
    Q_OBJECT
public:
    explicit SlipFrame(QWidget *parent = nullptr);

    QVBoxLayout *contentLayout() const { return m_content; }
    // The red square seal of a placed slip ("ordered 18 Feb"); an empty text takes it off.
    void setSeal(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_content;
    QString m_seal;
};

} // namespace dimsum
