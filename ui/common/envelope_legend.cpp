#include "ui/common/envelope_legend.h"

#include "ui/common/theme.h"

#include <QPainter>

#include <algorithm>

namespace dimsum {

EnvelopeLegend::EnvelopeLegend(Form form, QWidget *parent) : QWidget(parent), m_form(form)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(form == Form::line);
    setSizePolicy(policy);
}

void EnvelopeLegend::setAmounts(int tier, const QStringList &names, const QStringList &amounts)
{
    m_tier = tier;
    m_names = names;
    m_amounts = amounts;
    QStringList words;
    for (qsizetype i = 0; i < names.size(); ++i) {
        if (!names[i].isEmpty())
            words << names[i] + QLatin1Char(' ') + amounts.value(i);
    }
    setAccessibleName(words.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

int EnvelopeLegend::layOut(QPainter *painter, int width) const
{
    const Theme &theme = Theme::of(this);
    const bool rows = m_form == Form::rows;
    int x = 0, y = 0;
    for (qsizetype i = 0; i < m_names.size(); ++i) {
        if (m_names[i].isEmpty())
            continue;
        const QFont font = theme.font(TypeSize::small, rows && i == 3); // this slip stands out
        const QFontMetrics metrics(font);
        const int line = metrics.height() + (rows ? 2 : 1);
        const QString words = rows ? m_names[i] : m_names[i] + QLatin1Char(' ') + m_amounts.value(i);
        const int needed = 14 + metrics.horizontalAdvance(words) + 12;
        if (!rows && x > 0 && x + needed - 12 > width) {
            x = 0;
            y += line;
        }
        if (painter) {
            EnvelopeGauge::paintSwatch(painter, QRectF(x, y + (line - 10) / 2, 10, 10), static_cast<int>(i), m_tier, this);
            painter->setFont(font);
            painter->setPen(rows ? theme.text : theme.text2);
            painter->drawText(QRect(x + 16, y, width - x - 16, line), Qt::AlignVCenter, words);
            if (rows)
                painter->drawText(QRect(x, y, width, line), Qt::AlignVCenter | Qt::AlignRight, m_amounts.value(i));
        }
        if (rows)
            y += line;
        else
            x += needed + 2;
        if (!rows && i + 1 == m_names.size())
            y += line;
    }
    return std::max(y, QFontMetrics(theme.font(TypeSize::small)).height() + 1);
}

QSize EnvelopeLegend::sizeHint() const
{
    return {220, layOut(nullptr, std::max(220, width()))};
}

int EnvelopeLegend::heightForWidth(int width) const
{
    return layOut(nullptr, width);
}

void EnvelopeLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    layOut(&painter, width());
}

} // namespace dimsum
