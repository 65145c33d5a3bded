// Any figure opened: a stacked bar of its parts, one row per factor, then the rule as a list of checks.
// The same widget for scores, tiers, ROI, lift and prices; it gets finished words and never computes.
#pragma once

#include "qt/roles.h"

#include <QList>
#include <QWidget>

namespace dimsum {

struct ReceiptFactor {
    Tone tone = Tone::secondary; // swatch and part of the bar
    QString name;                // "Fit"
    QString value;               // "88", shown DemiBold after the name
    QString note;                // "up to 94 if enriched"
    QString weight;              // "× 0.3"
    QString result;              // "26.4"
    double part = 0;             // length in the bar, in units of Receipt::whole
};

struct ReceiptCheck {
    QString text; // "fit 88 ≥ 70"
    bool holds = true;
    bool unknown = false; // neither holds nor fails: a question mark
};

struct Receipt {
    QString title; // "Priority 83.3"; empty hides the head
    QString link;  // "Full receipt"; empty hides it
    double whole = 100; // what the full bar stands for; 0 or less hides the bar
    QList<ReceiptFactor> factors;
    QString checksTitle; // "Rule: just-right"; may be empty
    QList<ReceiptCheck> checks;
    QString note; // last line in text2, may be empty
};

class ReceiptView : public QWidget
{
    Q_OBJECT
public:
    explicit ReceiptView(QWidget *parent = nullptr);

    void setReceipt(const Receipt &receipt);
    const Receipt &receipt() const { return m_receipt; }
    // Everything shown, as lines of text with tabs: for copying and assistive technology.
    QString plainText() const;

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void linkActivated();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    int layOut(QPainter *painter, int width) const; // draws with a painter, measures without
    int checkColumns(int width) const;

    Receipt m_receipt;
    mutable QRect m_linkRect;
};

} // namespace dimsum
