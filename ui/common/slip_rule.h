// A line across a slip or receipt: dashed between parts, double bamboo above a total.
#pragma once

#include <QWidget>

namespace dimsum {

class SlipRule : public QWidget
{
    Q_OBJECT
public:
    enum class Kind { dashed, doubleBamboo };
    explicit SlipRule(Kind kind, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Kind m_kind;
};

} // namespace dimsum
