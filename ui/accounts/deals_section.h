// The deals of an account on the as-of date: name, stage or outcome, amount.
#pragma once

#include "ui/accounts/dock_section.h"

namespace dimsum
{

class TallTable;
struct ShownAccount;

class DealsSection : public DockSection
{
    Q_OBJECT

public:
    explicit DealsSection(QWidget *parent = nullptr);

    void setAccount(const ShownAccount &shown);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    TallTable *m_table;
};

} // namespace dimsum
