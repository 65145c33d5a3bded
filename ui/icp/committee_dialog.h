// Which buying roles the ICP requires: what the coverage of a committee is measured against.
#pragma once

#include <QDialog>

#include <string>
#include <vector>

class QListWidget;

namespace dimsum {

class CommitteeDialog : public QDialog
{
    Q_OBJECT

public:
    explicit CommitteeDialog(const std::vector<std::string> &roles, QWidget *parent = nullptr);

    std::vector<std::string> roles() const; // in the order of domain/buying_role.h

private:
    QListWidget *m_list;
};

} // namespace dimsum
