// A tier badge as a widget, with "Tier 1, just right" beside it when asked and the pin when set by hand.
#pragma once

#include <QWidget>

namespace dimsum {

class TierBadgeLabel : public QWidget
{
    Q_OBJECT
public:
    explicit TierBadgeLabel(QWidget *parent = nullptr, int size = 22);

    // tier 1 to 3, 0 = none. `text` empty: the badge alone (the words stay in the accessible name).
    void setTier(int tier, bool pinned = false, const QString &text = {});
    int tier() const { return m_tier; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_size;
    int m_tier = 0;
    bool m_pinned = false;
    bool m_shown = false; // a tier was set
    QString m_text;
};

} // namespace dimsum
