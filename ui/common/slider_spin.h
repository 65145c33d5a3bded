// A slider with its spin box, one value; the mark of the applied value and "was 50,000" in words.
#pragma once

#include <QWidget>

class QDoubleSpinBox;
class QLabel;
class QSlider;

namespace dimsum {

class SliderSpin : public QWidget
{
    Q_OBJECT
public:
    // sideBySide: slider left of the box; stacked: figure above the slider (table cells, the box appears on edit).
    enum class Form { sideBySide, stacked };
    explicit SliderSpin(Form form = Form::sideBySide, QWidget *parent = nullptr);

    // The slider's travel is linear, or logarithmic where values span decades (minimum above 0).
    void setRange(double minimum, double maximum, double step, int decimals = 0, bool logarithmic = false);
    void setSuffix(const QString &suffix); // " d", " σ"
    void setValue(double value);           // tells valueChanged() when it changes
    double value() const;
    void setApplied(double value); // the mark; equal to value() shows no words
    QDoubleSpinBox *spinBox() const { return m_spin; }
    QSlider *slider() const { return m_slider; }

Q_SIGNALS:
    void valueChanged(double value);
    void editingFinished(); // the slider was let go or the box left

protected:
    void changeEvent(QEvent *event) override;

private:
    int position(double value) const;
    double valueAt(int position) const;
    void showWas();

    QSlider *m_slider;
    QDoubleSpinBox *m_spin;
    QLabel *m_was;
    double m_step = 1;
    double m_applied = 0;
    bool m_hasApplied = false;
    bool m_logarithmic = false;
};

} // namespace dimsum
