// What the command palette lists for the letters typed so far: accounts, plays, pages and every command, best first.
#pragma once

#include "ui/commands/command_registry.h"

#include <QAbstractListModel>
#include <QList>

#include <functional>
#include <vector>

namespace dimsum {

// One thing to find that is no command. `run` is called when it is chosen.
struct PaletteEntry {
    QString text;
    QString detail = {};   // second line: "Account · cummins.com"
    QString iconName = {};
    QString keys = {};     // further words to be found by, never shown
    std::function<void()> run;
};

class PaletteModel : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit PaletteModel(CommandRegistry &commands, QObject *parent = nullptr);

    // Accounts and plays of the workspace; called when the palette opens on a newer snapshot.
    void setEntries(std::vector<PaletteEntry> entries);
    // At most forty rows. Without letters: the commands that can run now.
    void search(const QString &letters);
    // Runs the row; a command that cannot run only tells its reason.
    void run(int row);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Hit {
        int score = 0;
        int entry = -1;             // into m_entries, or
        Command *command = nullptr; // this
    };

    CommandRegistry &m_commands;
    std::vector<PaletteEntry> m_entries;
    std::vector<QString> m_folded; // of m_entries
    QList<Hit> m_hits;
};

} // namespace dimsum
