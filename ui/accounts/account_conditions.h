// The conditions of the accounts filter as chips, and the menu that adds or changes one. GUI thread.
#pragma once

#include "qt/account_query.h"
#include "ui/common/filter_bar.h"

#include <QObject>

#include <functional>

class QMenu;
class QWidget;

namespace dimsum {

class Prompts;

class AccountConditions : public QObject
{
    Q_OBJECT

public:
    // `apply` is given the query that the person wants; `prompts` asks for numbers.
    AccountConditions(Prompts &prompts, std::function<void(const AccountQuery &)> apply, QWidget *parent);

    void setSnapshot(std::shared_ptr<const Snapshot> snapshot) { m_snapshot = std::move(snapshot); }

    QList<FilterBar::Condition> chips(const AccountQuery &query) const;
    static AccountQuery without(AccountQuery query, const QString &key);
    // Every condition there is; filled for `query`.
    void fillMenu(QMenu &menu, const AccountQuery &query);
    // Changes the value of a chip.
    void edit(const AccountQuery &query, const QString &key);

    // Name of a field for people; a custom field keeps its header.
    QString fieldName(const QString &field) const;

private:
    void pickValues(const AccountQuery &query, const QString &field);
    void askNumber(const AccountQuery &query, const QString &key);
    void addNumbers(QMenu &menu, const QString &title, const QString &key, const QList<int> &presets, const AccountQuery &query);
    AccountQuery withNumber(AccountQuery query, const QString &key, double value) const;
    QString numberWords(const QString &key, double value) const;

    Prompts &m_prompts;
    std::function<void(const AccountQuery &)> m_apply;
    QWidget *m_parent;
    std::shared_ptr<const Snapshot> m_snapshot;
};

} // namespace dimsum
