#include "ui/common/slider_spin.h"

#include "ui/common/shown_value.h"
#include "ui/common/style.h"
#include "ui/common/theme.h"

#include <QDoubleSpinBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QSlider>

#include <algorithm>
#include <cmath>

namespace dimsum {

namespace {
constexpr int travel = 1000; // slider positions: fine enough for any width on a screen
}

SliderSpin::SliderSpin(Form form, QWidget *parent)
    : QWidget(parent), m_slider(new QSlider(Qt::Horizontal)), m_spin(new QDoubleSpinBox), m_was(new QLabel)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(0);
    if (form == Form::sideBySide) {
        grid->addWidget(m_slider, 0, 0);
        grid->addWidget(m_spin, 0, 1);
        grid->addWidget(m_was, 0, 2);
        grid->setColumnStretch(0, 1);
    } else {
        m_spin->setFrame(false);
        m_spin->setButtonSymbols(QAbstractSpinBox::NoButtons);
        grid->addWidget(m_spin, 0, 0);
        grid->addWidget(m_was, 0, 1);
        grid->addWidget(m_slider, 1, 0, 1, 2);
        grid->setColumnStretch(1, 1);
    }
    m_slider->setRange(0, travel);
    m_slider->setFocusPolicy(Qt::TabFocus);
    m_was->setFont(Theme::of(this).font(TypeSize::small));
    m_was->hide();
    setFocusProxy(m_spin);
    connect(m_slider, &QSlider::valueChanged, this, [this](int position) {
        const double value = valueAt(position);
        if (std::abs(value - m_spin->value()) >= m_step / 2)
            m_spin->setValue(value);
    });
    connect(m_spin, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        const QSignalBlocker quiet(m_slider);
        m_slider->setValue(position(value));
        showWas();
        Q_EMIT valueChanged(value);
    });
    connect(m_slider, &QSlider::sliderReleased, this, &SliderSpin::editingFinished);
    connect(m_spin, &QDoubleSpinBox::editingFinished, this, &SliderSpin::editingFinished);
}

void SliderSpin::setRange(double minimum, double maximum, double step, int decimals, bool logarithmic)
{
    m_step = step;
    m_logarithmic = logarithmic && minimum > 0;
    m_spin->setDecimals(decimals);
    m_spin->setGroupSeparatorShown(true);
    m_spin->setRange(minimum, maximum);
    m_spin->setSingleStep(step);
    const QSignalBlocker quiet(m_slider);
    m_slider->setSingleStep(std::max(1, travel / 100));
    m_slider->setPageStep(travel / 10);
    m_slider->setValue(position(m_spin->value()));
}

void SliderSpin::setSuffix(const QString &suffix)
{
    m_spin->setSuffix(suffix);
}

void SliderSpin::setValue(double value)
{
    showValue(m_spin, value);
}

double SliderSpin::value() const
{
    return m_spin->value();
}

void SliderSpin::setApplied(double value)
{
    if (m_hasApplied && m_applied == value)
        return;
    m_applied = value;
    m_hasApplied = true;
    showWas();
}

void SliderSpin::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showWas();
}

int SliderSpin::position(double value) const
{
    const double low = m_spin->minimum(), high = m_spin->maximum();
    if (!(high > low))
        return 0;
    const double share = m_logarithmic ? std::log(value / low) / std::log(high / low) : (value - low) / (high - low);
    return static_cast<int>(std::lround(std::clamp(share, 0.0, 1.0) * travel));
}

double SliderSpin::valueAt(int position) const
{
    const double low = m_spin->minimum(), high = m_spin->maximum();
    const double share = double(position) / travel;
    const double value = m_logarithmic ? low * std::pow(high / low, share) : low + share * (high - low);
    return std::clamp(std::round(value / m_step) * m_step, low, high);
}

void SliderSpin::showWas()
{
    const bool differs = m_hasApplied && std::abs(m_applied - m_spin->value()) >= m_step / 2;
    setWasMark(m_slider, differs ? position(m_applied) : -1);
    QPalette inked = Theme::of(this).palette();
    inked.setColor(QPalette::WindowText, Theme::of(this).bambooInk);
    m_was->setPalette(inked);
    m_was->setText(tr("was %1").arg(QLocale().toString(m_applied, 'f', m_spin->decimals())));
    m_was->setVisible(differs);
}

} // namespace dimsum
