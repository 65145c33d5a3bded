// The buying committee: each role with the person who was active last and how long ago, or that it is silent
// or empty; on demand everybody. Coverage in the head.
#pragma once

#include "domain/ids.h"
#include "ui/accounts/dock_section.h"

#include <memory>
#include <string>
#include <vector>

class QToolButton;

namespace dimsum
{

class TallTable;
struct CommitteePerson;
struct CommitteeRole;
struct ShownAccount;

class CommitteePanel : public DockSection
{
    Q_OBJECT

public:
    // How a role stands; drawn as a full, half or dashed disc.
    enum Standing { Engaged, Silent, Empty, None };
    static constexpr int StandingRole = Qt::UserRole + 1; // int(Standing) of the first column

    explicit CommitteePanel(QWidget *parent = nullptr);

    void setAccount(std::shared_ptr<const ShownAccount> shown);
    // The person of the current row; an invalid id for an empty role or no row.
    ContactId currentPerson() const;

Q_SIGNALS:
    void contactRequested(const std::string &role); // somebody for this role; empty = any
    void personActivated(dimsum::ContactId person);
    void currentPersonChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Line {
        std::string role;
        ContactId person;
    };
    void fill();
    void addRole(const CommitteeRole &role);
    void addPerson(const CommitteePerson &person, const QString &role, const std::string &roleKey,
                   Standing standing, int more);
    void retranslate();

    std::shared_ptr<const ShownAccount> m_shown;
    std::vector<Line> m_lines; // one per row of the table
    bool m_everybody = false;
    TallTable *m_table;
    QToolButton *m_all;
};

} // namespace dimsum
