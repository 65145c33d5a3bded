// The other fields of an account, custom ones too, and which are not known yet.
#pragma once

#include "ui/accounts/dock_section.h"

class QLabel;

namespace dimsum
{

class TallTable;
struct ShownAccount;

class FieldsSection : public DockSection
{
    Q_OBJECT

public:
    explicit FieldsSection(QWidget *parent = nullptr);

    void setAccount(const ShownAccount &shown);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void addField(const QString &name, const QString &value);

    TallTable *m_table;
    QLabel *m_unknown;
    QStringList m_missing; // names of fields without a value
};

} // namespace dimsum
