// How the account came by its tier: the pin that stands now or did before, and every applied change with day,
// person, policy version and reasons, as it was applied and not as it would be computed today.
#pragma once

#include "ui/accounts/dock_section.h"

namespace dimsum
{

class TallTable;
struct ShownAccount;
struct TierPin;

class HistorySection : public DockSection
{
    Q_OBJECT

public:
    explicit HistorySection(QWidget *parent = nullptr);

    void setAccount(const ShownAccount &shown);

Q_SIGNALS:
    void pinRequested(); // the pin's row was activated

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void addPins(const ShownAccount &shown);
    void addLine(int tier, const QString &first, const QString &second, const QString &tip);

    TallTable *m_table;
    int m_pins = 0; // rows of pins, at the top
};

} // namespace dimsum
