// The amounts of an EnvelopeGauge with their swatches: a column of rows, or one wrapped line.
#pragma once

#include "ui/common/envelope_gauge.h"

namespace dimsum {

class EnvelopeLegend : public QWidget
{
    Q_OBJECT
public:
    enum class Form { rows, line };
    explicit EnvelopeLegend(Form form, QWidget *parent = nullptr);

    // Words of the five segments in order; an empty name leaves the segment out. `amounts` as text.
    void setAmounts(int tier, const QStringList &names, const QStringList &amounts);
    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return m_form == Form::line; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int layOut(QPainter *painter, int width) const;

    Form m_form;
    int m_tier = 1;
    QStringList m_names, m_amounts;
};

} // namespace dimsum
