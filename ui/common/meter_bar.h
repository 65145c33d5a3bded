// Capacity ("2 of 6") and deadline ("3 d left") as a bar with its words.
#pragma once

#include "qt/roles.h"

#include <QWidget>

namespace dimsum {

class MeterBar : public QWidget
{
    Q_OBJECT
public:
    explicit MeterBar(QWidget *parent = nullptr);

    void setCapacity(const Capacity &capacity);
    void setDeadline(const Deadline &deadline);
    // Any share of 0 to 1 with its own words.
    void setShare(double share, const QString &text, Tone tone = Tone::accent);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double m_share = 0;
    QString m_text;
    Tone m_tone = Tone::secondary;
};

} // namespace dimsum
